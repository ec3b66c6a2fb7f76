package muster.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Alarms;
import muster.kernel.Circumstances;
import muster.kernel.Command;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Event;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Permission;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;

/// The organisation's feature of a toy: stalls are opened, each with a stream of its own, and notices posted.
public final class Stalls implements Feature<Stalls.StallCommand, Stalls.StallEvent, Long> {
    static final Key<Long> KEY = new Key<>("stalls", Scope.ORGANISATION, Long.class);

    public sealed interface StallCommand extends Command {}

    public record Open(Id stall, String name) implements StallCommand {}

    public record Post(String words) implements StallCommand {}

    public sealed interface StallEvent extends Event {}

    public record Opened(Id stall, Content<String> name) implements StallEvent {}

    public record Posted(Content<String> words, Content<List<String>> tags) implements StallEvent {}

    @Override
    public Key<Long> key() {
        return KEY;
    }

    @Override
    public Class<StallCommand> commands() {
        return StallCommand.class;
    }

    @Override
    public Class<StallEvent> events() {
        return StallEvent.class;
    }

    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Decision<StallEvent> decide(StallCommand command, Long state, Situation situation) {
        return switch (command) {
            case Open open -> Decision.accept(new Opened(open.stall(), Content.of(open.name())));
            case Post post -> Decision.accept(new Posted(Content.of(post.words()), Content.of(List.of("a", "b"))));
        };
    }

    @Override
    public Permission needed(StallEvent event, Long before, Circumstances circumstances) {
        return Permission.right("stalls.open");
    }

    @Override
    public Long evolve(Long state, Recorded<StallEvent> event) {
        return state + 1;
    }

    @Override
    public Optional<Found> find(Long state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<StallEvent> event, Long before) {
        return Headline.of("Something about stalls");
    }

    @Override
    public Alarms alarms(Long state) {
        return Alarms.none();
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenOpenedFill());
    }

    /// The stream of a stall begins with its first pot.
    private static final class WhenOpenedFill implements Reaction<Opened> {
        @Override
        public String name() {
            return "when-opened-fill";
        }

        @Override
        public Class<Opened> on() {
            return Opened.class;
        }

        @Override
        public Set<Class<? extends Event>> may() {
            return Set.of(Pots.Filled.class);
        }

        @Override
        public List<Directed> react(Recorded<Opened> recorded, Readings after) {
            Id stall = recorded.event().stall();
            return List.of(new Directed(
                    new New(StreamId.of(stall), StreamKind.CRISIS, "1@toy", Optional.empty()),
                    new Pots.Fill(stall, "the first", Optional.empty())));
        }
    }
}
