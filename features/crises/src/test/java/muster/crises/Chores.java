package muster.crises;

import java.util.Optional;
import muster.kernel.Circumstances;
import muster.kernel.Command;
import muster.kernel.Decision;
import muster.kernel.Event;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.OpenItem;
import muster.kernel.Permission;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.Table;

/// The least feature that can be open: chores are begun and done, each in a lane, barring the closing or not.
public final class Chores implements Feature<Chores.ChoreCommand, Chores.ChoreEvent, Chores.Pile> {
    public static final Key<Pile> KEY = new Key<>("chores", Scope.CRISIS, Pile.class);

    public sealed interface ChoreCommand extends Command {}

    public record Start(Id chore, Lane lane, boolean bars) implements ChoreCommand {}

    public record Finish(Id chore) implements ChoreCommand {}

    public sealed interface ChoreEvent extends Event {}

    public record Started(Id chore, Lane lane, boolean bars) implements ChoreEvent {}

    public record Finished(Id chore) implements ChoreEvent {}

    public record Pile(Table<Started> open) {}

    @Override
    public Key<Pile> key() {
        return KEY;
    }

    @Override
    public Class<ChoreCommand> commands() {
        return ChoreCommand.class;
    }

    @Override
    public Class<ChoreEvent> events() {
        return ChoreEvent.class;
    }

    @Override
    public Pile initial() {
        return new Pile(Table.empty());
    }

    @Override
    public Decision<ChoreEvent> decide(ChoreCommand command, Pile state, Situation situation) {
        return switch (command) {
            case Start start -> Decision.accept(new Started(start.chore(), start.lane(), start.bars()));
            case Finish finish -> Decision.accept(new Finished(finish.chore()));
        };
    }

    @Override
    public Permission needed(ChoreEvent event, Pile before, Circumstances circumstances) {
        return new Permission.Member();
    }

    @Override
    public Pile evolve(Pile state, Recorded<ChoreEvent> recorded) {
        return switch (recorded.event()) {
            case Started started -> new Pile(state.open().with(started.chore(), started));
            case Finished finished -> new Pile(state.open().without(finished.chore()));
        };
    }

    @Override
    public Optional<Found> find(Pile state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<ChoreEvent> recorded, Pile before) {
        return Headline.of("A chore");
    }

    @Override
    public Iterable<OpenItem> openItems(Pile state) {
        return () -> state.open().stream()
                .map(chore -> new OpenItem(
                        Ref.to("chores", chore.chore()),
                        "chore",
                        chore.lane(),
                        Optional.empty(),
                        Optional.empty(),
                        chore.bars()))
                .iterator();
    }
}
