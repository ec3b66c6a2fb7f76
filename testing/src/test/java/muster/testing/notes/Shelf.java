package muster.testing.notes;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Circumstances;
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
import muster.kernel.Table;

/// The toy's organisation: who may write, and which notebooks there are.
public final class Shelf implements Feature<ShelfCommand, ShelfEvent, Shelf.Books> {
    public static final Key<Books> KEY = new Key<>("shelf", Scope.ORGANISATION, Books.class);

    /// Who may write.
    public record Writer(Id id, boolean human, List<String> rights, List<String> roles) {}

    /// @param strikes how many notes were struck, as far as the shelf was told
    public record Books(Table<Writer> writers, int strikes) {}

    @Override
    public Key<Books> key() {
        return KEY;
    }

    @Override
    public Class<ShelfCommand> commands() {
        return ShelfCommand.class;
    }

    @Override
    public Class<ShelfEvent> events() {
        return ShelfEvent.class;
    }

    @Override
    public Books initial() {
        return new Books(Table.empty(), 0);
    }

    @Override
    public Decision<ShelfEvent> decide(ShelfCommand command, Books state, Situation situation) {
        return switch (command) {
            case ShelfCommand.Admit admit ->
                Decision.accept(new ShelfEvent.Admitted(admit.person(), admit.human(), admit.rights(), admit.roles()));
            case ShelfCommand.Open open ->
                Decision.accept(new ShelfEvent.Opened(
                        open.book(), open.kind(), open.startsAt(), muster.kernel.Content.of(open.title())));
            case ShelfCommand.CountStrike strike ->
                state.strikes == 2
                        ? Decision.refuse("enough", "The shelf counts to two.")
                        : Decision.accept(new ShelfEvent.StrikeCounted(strike.note()));
        };
    }

    @Override
    public Permission needed(ShelfEvent event, Books before, Circumstances circumstances) {
        return switch (event) {
            case ShelfEvent.Admitted admitted -> Permission.onHost();
            case ShelfEvent.Opened opened -> Permission.onHost().or(Permission.right("shelf.open"));
            case ShelfEvent.StrikeCounted counted -> Permission.nobody();
        };
    }

    @Override
    public Books evolve(Books state, Recorded<ShelfEvent> recorded) {
        return switch (recorded.event()) {
            case ShelfEvent.Admitted admitted ->
                new Books(
                        state.writers.with(
                                admitted.person(),
                                new Writer(admitted.person(), admitted.human(), admitted.rights(), admitted.roles())),
                        state.strikes);
            case ShelfEvent.Opened opened -> state;
            case ShelfEvent.StrikeCounted counted -> new Books(state.writers, state.strikes + 1);
        };
    }

    @Override
    public Optional<Found> find(Books state, Id id) {
        return Optional.empty();
    }

    @Override
    public Headline tell(Recorded<ShelfEvent> recorded, Books before) {
        return Headline.of("The shelf has changed");
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenOpenedBegin());
    }

    /// A notebook begins its own history.
    static final class WhenOpenedBegin implements Reaction<ShelfEvent.Opened> {
        @Override
        public String name() {
            return "when-opened-begin";
        }

        @Override
        public Class<ShelfEvent.Opened> on() {
            return ShelfEvent.Opened.class;
        }

        @Override
        public Set<Class<? extends Event>> may() {
            return Set.of(NoteEvent.Begun.class);
        }

        @Override
        public List<Directed> react(Recorded<ShelfEvent.Opened> recorded, Readings after) {
            ShelfEvent.Opened opened = recorded.event();
            Target to = new New(StreamId.of(opened.book()), opened.streamKind(), "1@toy", opened.startsAt());
            return List.of(new Directed(to, new NoteCommand.Begin(opened.title().or("(withheld)"))));
        }
    }
}
