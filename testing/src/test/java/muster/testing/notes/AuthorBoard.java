package muster.testing.notes;

import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// The notes with the roles of their authors, which the organisation knows.
public final class AuthorBoard implements View<Notes.Pages> {
    /// A note and what its author is.
    public record AuthorCard(Id id, List<String> roles) implements View.Card {}

    @Override
    public String name() {
        return "notes.authors";
    }

    @Override
    public Class<AuthorCard> cards() {
        return AuthorCard.class;
    }

    @Override
    public Table<?> subjects(Notes.Pages state) {
        return state.notes();
    }

    @Override
    public Optional<View.Card> card(Id id, Notes.Pages state, Readings readings, Clearance clearance) {
        return state.notes()
                .find(id)
                .map(note -> new AuthorCard(
                        id,
                        readings.stateOf(Shelf.KEY)
                                .writers()
                                .find(note.author())
                                .map(Shelf.Writer::roles)
                                .orElse(List.of())));
    }

    @Override
    public List<Key<?>> dependsOn() {
        return List.of(Shelf.KEY);
    }
}
