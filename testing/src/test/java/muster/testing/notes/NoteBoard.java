package muster.testing.notes;

import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// The notes.
public final class NoteBoard implements View<Notes.Pages> {
    /// A note as a screen shows it.
    public record NoteCard(Id id, String text, boolean struck) implements View.Card {}

    @Override
    public String name() {
        return "notes.board";
    }

    @Override
    public Class<NoteCard> cards() {
        return NoteCard.class;
    }

    @Override
    public Table<?> subjects(Notes.Pages state) {
        return state.notes();
    }

    @Override
    public Optional<View.Card> card(Id id, Notes.Pages state, Readings readings, Clearance clearance) {
        return state.notes()
                .find(id)
                .filter(note -> clearance.sees(Lane.GENERAL))
                .map(note -> new NoteCard(id, note.text().or("(withheld)"), note.struck()));
    }
}
