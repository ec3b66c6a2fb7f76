package muster.testing.notes;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What can happen to a notebook.
public sealed interface NoteEvent extends Event {
    /// The notebook has a first page.
    record Begun(Content<String> title) implements NoteEvent {}

    /// Somebody wrote.
    record Written(Id note, Optional<Instant> remindAt, Optional<Ref> about, int counts, Content<String> text)
            implements NoteEvent {}

    /// A note is struck.
    record Struck(Id note) implements NoteEvent {}

    /// A note is sealed.
    record Sealed(Id note) implements NoteEvent {}

    /// A note is counted.
    record Counted(Id note, int nth, int again) implements NoteEvent {}

    /// Somebody was reminded.
    record Reminded(Id note, Instant at) implements NoteEvent {}

    /// The toy broke there.
    record Broken(NoteCommand.Where where) implements NoteEvent {}
}
