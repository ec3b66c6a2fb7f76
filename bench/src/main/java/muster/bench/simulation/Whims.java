package muster.bench.simulation;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import muster.channels.ChannelCommand;
import muster.channels.Channels;
import muster.crises.RoomCommand;
import muster.decisions.DecisionCommand;
import muster.decisions.Decisions;
import muster.decisions.Option;
import muster.kernel.Command;
import muster.kernel.Feature;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Table;
import muster.tasks.BlockCause;
import muster.tasks.Risk;
import muster.tasks.TaskCommand;
import muster.tasks.Tasks;

/// What simulated people think of doing: sensible often enough that much happens, senseless often enough that
/// much is refused.
final class Whims {
    private final RandomGenerator random;
    private final Cast cast;

    Whims(RandomGenerator random, Cast cast) {
        this.random = random;
        this.cast = cast;
    }

    Command next(Fold crisis) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> offer();
            case 2 -> new TaskCommand.Accept(task(crisis));
            case 3 -> new TaskCommand.Start(task(crisis));
            case 4 -> new TaskCommand.HandOver(task(crisis), somebody(), "you know this better");
            case 5 ->
                new TaskCommand.Block(
                        task(crisis), BlockCause.PERSON, Optional.of(somebody()), Optional.empty(), "waiting");
            case 6 -> new TaskCommand.Complete(task(crisis), "done", List.of());
            case 7, 8 -> ask();
            case 9, 10 ->
                new DecisionCommand.Approve(decision(crisis), 1, "a", "because", Optional.empty(), Optional.empty());
            case 11 -> new ChannelCommand.OpenTopic(Optional.empty(), "topic", Optional.empty());
            case 12 -> new ChannelCommand.Post(topic(crisis), Optional.empty(), "hello", List.of(), Optional.empty());
            default -> new RoomCommand.GiveUpdate("still at it");
        };
    }

    private Command offer() {
        return new TaskCommand.Offer(
                Optional.empty(),
                "task " + random.nextInt(1000),
                "",
                somebody(),
                Optional.empty(),
                Risk.HIGH,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Command ask() {
        return new DecisionCommand.Ask(
                Optional.empty(),
                "containment",
                "isolate?",
                Optional.empty(),
                List.of(option("a", "yes"), option("b", "no")),
                Optional.of("a"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Option option(String id, String text) {
        return new Option(id, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Id somebody() {
        return cast.people().get(random.nextInt(cast.people().size()));
    }

    private Id task(Fold crisis) {
        return any(subjects(new Tasks(), crisis));
    }

    private Id decision(Fold crisis) {
        return any(subjects(new Decisions(), crisis));
    }

    private Id topic(Fold crisis) {
        return any(subjects(new Channels(), crisis));
    }

    /// The things of a feature's first view.
    private static <S> Stream<Id> subjects(Feature<?, ?, S> feature, Fold crisis) {
        Key<S> key = feature.key();
        Table<?> subjects = feature.views().getFirst().subjects(crisis.stateOf(key));
        return subjects.ids();
    }

    private Id any(Stream<Id> ids) {
        List<Id> all = ids.toList();
        return all.isEmpty() ? somebody() : all.get(random.nextInt(all.size()));
    }
}
