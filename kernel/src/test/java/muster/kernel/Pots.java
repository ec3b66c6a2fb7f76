package muster.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A toy feature for tests of the kernel's inside: pots that are filled, and that overflow by a reaction.
final class Pots implements Feature<Pots.PotCommand, Pots.PotEvent, Pots.Shelf> {
    static final Key<Shelf> KEY = new Key<>("pots", Scope.ORGANISATION, Shelf.class);
    static final Id ANN = new Id("AAAAAAAAAAAAAAAAAAAAAA");
    static final Id POT = new Id("PPPPPPPPPPPPPPPPPPPPPA");

    sealed interface PotCommand extends Command {}

    record Fill(Id pot, String with, Optional<Instant> until) implements PotCommand {}

    record Spill(Id pot) implements PotCommand {}

    sealed interface PotEvent extends Event {}

    record Filled(Id pot, Optional<Instant> until, Content<String> with, Content<List<String>> also)
            implements PotEvent {}

    record Spilt(Id pot) implements PotEvent, Event.AuthorityBearing {}

    record Shelf(Table<String> pots, Alarms alarms) {}

    static Catalogue catalogue() {
        return new Catalogue(List.of(new Pots()), Map.of(Scope.ORGANISATION, new OnlyAnn()));
    }

    static Filled filled(String with) {
        return new Filled(POT, Optional.empty(), Content.of(with), Content.of(List.of("sugar", "salt")));
    }

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
            case Fill fill ->
                Decision.accept(
                        new Filled(fill.pot(), fill.until(), Content.of(fill.with()), Content.of(List.of("sugar"))));
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
                        state.pots.with(filled.pot(), filled.with().or("something")),
                        filled.until()
                                .map(until -> state.alarms.with(new Alarm("spill", until, new Spill(filled.pot()))))
                                .orElse(state.alarms));
            case Spilt spilt -> {
                state.pots.the(spilt.pot());
                yield new Shelf(state.pots.without(spilt.pot()), state.alarms.without("spill"));
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
    public List<Reaction<?>> reactions() {
        return List.of(new WhenFilledSpill());
    }

    @Override
    public Alarms alarms(Shelf state) {
        return state.alarms;
    }

    /// What is filled with too much runs over.
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
            return recorded.event().with().or("").equals("too much")
                    ? List.of(Directed.here(new Spill(recorded.event().pot())))
                    : List.of();
        }
    }

    /// Ann may everything, nobody else is known.
    private static final class OnlyAnn implements Authority {
        @Override
        public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return actor.person().equals(ANN)
                    ? new Standing(true, true, List.of(), Set.of("*"), "1@pots")
                    : Standing.STRANGER;
        }

        @Override
        public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
            return List.of(ANN);
        }

        @Override
        public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
            return List.of();
        }

        @Override
        public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return Clearance.GENERAL;
        }
    }
}
