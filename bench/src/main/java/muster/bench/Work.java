package muster.bench;

import java.util.List;
import java.util.Optional;
import muster.channels.ChannelCommand;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.tasks.Risk;
import muster.tasks.TaskCommand;
import muster.testing.Actors;

/// What a crew does in a crisis, always the same: much talk, new topics, tasks that are offered and accepted.
/// Every step can be carried out after those before it.
final class Work {
    private static final int ROUND = 20;

    private final Crew crew;
    private int steps;
    private Id topic = Site.topic();

    /// @param who of the crew
    record Step(int who, Command command) {}

    Work(Crew crew) {
        this.crew = crew;
    }

    Step next() {
        int n = steps++;
        int round = n / ROUND;
        return switch (n % ROUND) {
            case 3 -> {
                topic = Actors.id("topic " + round);
                yield new Step(
                        n,
                        new ChannelCommand.OpenTopic(Optional.of(topic), "Topic of round " + round, Optional.empty()));
            }
            case 8 -> new Step(round, offer(round));
            case 9 -> new Step(round + 1, new TaskCommand.Accept(task(round)));
            default ->
                new Step(
                        n,
                        new ChannelCommand.Post(
                                topic,
                                Optional.empty(),
                                "Number " + n
                                        + ": the file servers of the second site answer again, the third one does not.",
                                List.of(),
                                Optional.empty()));
        };
    }

    private static Id task(int round) {
        return Actors.id("task " + round);
    }

    private TaskCommand.Offer offer(int round) {
        return new TaskCommand.Offer(
                Optional.of(task(round)),
                "Task of round " + round,
                "Look at every log of the last two days and write down what you find.",
                crew.person(round + 1),
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
}
