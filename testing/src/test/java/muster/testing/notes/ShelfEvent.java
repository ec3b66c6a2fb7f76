package muster.testing.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.StreamKind;

/// What can happen to the shelf.
public sealed interface ShelfEvent extends Event {
    /// Somebody may write.
    record Admitted(Id person, boolean human, List<String> rights, List<String> roles)
            implements ShelfEvent, AuthorityBearing {}

    /// There is a new notebook.
    record Opened(Id book, StreamKind streamKind, Optional<Instant> startsAt, Content<String> title)
            implements ShelfEvent {}

    /// One more note was struck somewhere.
    record StrikeCounted(Id note) implements ShelfEvent {}
}
