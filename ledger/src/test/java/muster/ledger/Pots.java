package muster.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Alarm;
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
import muster.kernel.Table;

/// The crisis's feature of a toy: pots are filled, run over at once if it is too much, and go stale by alarm.
public final class Pots implements Feature<Pots.PotCommand, Pots.PotEvent, Pots.Shelf> {
    static final Key<Shelf> KEY = new Key<>("pots", Scope.CRISIS, Shelf.class);

    public sealed interface PotCommand extends Command {}

    public record Fill(Id pot, String with, Optional<Instant> until) implements PotCommand {}

    public record Spill(Id pot) implements PotCommand {}

    public sealed interface PotEvent extends Event {}

    public record Filled(Id pot, Optional<Instant> until, Content<String> with) implements PotEvent {}

    public record Spilt(Id pot) implements PotEvent, Event.AuthorityBearing {}

    public record Shelf(Table<Boolean> pots, Alarms alarms) {}

    @Override
    public Key<Shelf> key() {
        return KEY;
    }

    @Override
    public Class<PotCommand> commands() {
        return PotCommand.class;
    }

    @Override
    public Class<PotEvent> events() {
        return PotEvent.class;
    }

    @Override
    public Shelf initial() {
        return new Shelf(Table.empty(), Alarms.none());
    }

    @Override
    public Decision<PotEvent> decide(PotCommand command, Shelf state, Situation situation) {
        return switch (command) {
            case Fill fill -> Decision.accept(new Filled(fill.pot(), fill.until(), Content.of(fill.with())));
            case Spill spill -> Decision.accept(new Spilt(spill.pot()));
        };
    }

    @Override
    public Permission needed(PotEvent event, Shelf before, Circumstances circumstances) {
        return switch (event) {
            case Filled filled -> Permission.right("pots.fill");
            case Spilt spilt -> Permission.nobody();
        };
    }

    @Override
    public Shelf evolve(Shelf state, Recorded<PotEvent> recorded) {
        return switch (recorded.event()) {
            case Filled filled ->
                new Shelf(
                        state.pots.with(filled.pot(), true),
                        filled.until()
                                .map(until -> state.alarms.with(
                                        new Alarm(filled.pot().text(), until, new Spill(filled.pot()))))
                                .orElse(state.alarms));
            case Spilt spilt -> {
                state.pots.the(spilt.pot());
                yield new Shelf(
                        state.pots.without(spilt.pot()),
                        state.alarms.without(spilt.pot().text()));
            }
        };
    }

    @Override
    public Optional<Found> find(Shelf state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<PotEvent> recorded, Shelf before) {
        return Headline.of("A pot has changed");
    }

    @Override
    public Alarms alarms(Shelf state) {
        return state.alarms;
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenFilledSpill());
    }

    /// What is filled with too much runs over; bearing fields tell, so the pot's own id is the sign.
    private static final class WhenFilledSpill implements Reaction<Filled> {
        @Override
        public String name() {
            return "when-filled-spill";
        }

        @Override
        public Class<Filled> on() {
            return Filled.class;
        }

        @Override
        public Set<Class<? extends Event>> may() {
            return Set.of(Spilt.class);
        }

        @Override
        public List<Directed> react(Recorded<Filled> recorded, Readings after) {
            return recorded.event().pot().text().startsWith("Z")
                    ? List.of(Directed.here(new Spill(recorded.event().pot())))
                    : List.of();
        }
    }
}
