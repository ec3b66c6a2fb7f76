package muster.testing.notes;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What may be asked of a notebook.
public sealed interface NoteCommand extends Command {
    /// Begins the notebook; only the shelf asks it.
    record Begin(String title) implements NoteCommand {}

    /// Writes a note.
    ///
    /// @param remindAt when somebody should look again, crisis time
    /// @param about what it is about
    /// @param counts how often counting it should count it again; below zero, counting is refused
    record Write(Id note, String text, Optional<Instant> remindAt, Optional<Ref> about, int counts)
            implements NoteCommand {}

    /// Strikes one's own note.
    record Strike(Id note) implements NoteCommand {}

    /// Seals a note: only humans who signed in with a key.
    record Seal(Id note) implements NoteCommand {}

    /// Counts a note; a reaction asks it.
    record Count(Id note, int again) implements NoteCommand {}

    /// Reminds of a note; its alarm asks it.
    record Remind(Id note) implements NoteCommand {}

    /// Goes wrong.
    record Break(Where where) implements NoteCommand {}

    /// Where the toy breaks.
    enum Where {
        IN_DECIDE,
        IN_NEEDED,
        IN_EVOLVE
    }
}
