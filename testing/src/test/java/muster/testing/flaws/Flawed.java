package muster.testing.flaws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Alarm;
import muster.kernel.Alarms;
import muster.kernel.Catalogue;
import muster.kernel.Circumstances;
import muster.kernel.Clearance;
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
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.Table;
import muster.kernel.View;

/// Puts words on a pile, correctly but for one flaw.
public final class Flawed implements Feature<Flawed.PileCommand, Flawed.PileEvent, Flawed.Pile> {
    private static final Key<Pile> KEY = new Key<>("pile", Scope.ORGANISATION, Pile.class);

    private final Flaw flaw;
    private int calls;

    public Flawed(Flaw flaw) {
        this.flaw = flaw;
    }

    public static Catalogue catalogue(Flaw flaw) {
        return new Catalogue(List.of(new Flawed(flaw)), Map.of());
    }

    public sealed interface PileCommand extends Command {}

    /// Puts a word on the pile.
    public record Put(Id id, String word) implements PileCommand {}

    /// Means less when it is read than when it was written.
    public record Lose(String word) implements PileCommand {
        public Lose {
            word = word.strip();
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    public sealed interface PileEvent extends Event {}

    public record WasPut(Id id, Content<String> word) implements PileEvent {}

    public record Item(Id id, Content<String> word, int height) {}

    public record Pile(Table<Item> items, int height, Alarms alarms) {}

    /// What a screen shows of it.
    public record PileCard(Id id, String word, int total) implements View.Card {}

    @Override
    public Key<Pile> key() {
        return KEY;
    }

    @Override
    public Class<PileCommand> commands() {
        return PileCommand.class;
    }

    @Override
    public Class<PileEvent> events() {
        return PileEvent.class;
    }

    @Override
    public Pile initial() {
        return new Pile(Table.empty(), 0, Alarms.none());
    }

    @Override
    public Decision<PileEvent> decide(PileCommand command, Pile state, Situation situation) {
        calls++;
        return switch (command) {
            case Put put ->
                flaw == Flaw.IMPURE_DECIDE && calls % 2 == 0
                        ? Decision.refuse("not-twice", "Only every other time.")
                        : Decision.accept(new WasPut(put.id(), Content.of(put.word())));
            case Lose lose -> Decision.accept(new WasPut(situation.newId(), Content.of(lose.word())));
        };
    }

    @Override
    public Permission needed(PileEvent event, Pile before, Circumstances circumstances) {
        return Permission.onHost();
    }

    @Override
    public Pile evolve(Pile state, Recorded<PileEvent> recorded) {
        return switch (recorded.event()) {
            case WasPut put -> {
                calls++;
                if (flaw == Flaw.NEEDS_CONTENT && !put.word().isPresent()) {
                    throw new IllegalStateException("this needs its content");
                }
                int height = flaw == Flaw.IMPURE_EVOLVE ? calls : state.height + 1;
                Alarm alarm = new Alarm("look", recorded.time().plus(Duration.ofHours(1)), new Put(put.id(), "again"));
                yield new Pile(
                        state.items.with(put.id(), new Item(put.id(), put.word(), height)),
                        height,
                        flaw == Flaw.ENDLESS_ALARM && state.height == 0 ? state.alarms.with(alarm) : state.alarms);
            }
        };
    }

    @Override
    public Optional<Found> find(Pile state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<PileEvent> recorded, Pile before) {
        return Headline.of("The pile grew");
    }

    @Override
    public Alarms alarms(Pile state) {
        return state.alarms;
    }

    @Override
    public List<View<Pile>> views() {
        return List.of(new View<>() {
            @Override
            public String name() {
                return "pile.board";
            }

            @Override
            public Class<PileCard> cards() {
                return PileCard.class;
            }

            @Override
            public Table<?> subjects(Pile state) {
                return state.items;
            }

            @Override
            public Optional<View.Card> card(Id id, Pile state, Readings readings, Clearance clearance) {
                return state.items
                        .find(id)
                        .map(item -> new PileCard(
                                flaw == Flaw.OTHER_ID ? new Id("AAAAAAAAAAAAAAAAAAAAAA") : id,
                                item.word().or("(withheld)"),
                                flaw == Flaw.READS_MORE ? state.height : item.height()));
            }
        });
    }
}
