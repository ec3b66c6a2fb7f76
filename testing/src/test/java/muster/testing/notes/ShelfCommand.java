package muster.testing.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.StreamKind;

/// What may be asked of the shelf.
public sealed interface ShelfCommand extends Command {
    /// Lets a person write, with rights and roles; again to change them.
    record Admit(Id person, boolean human, List<String> rights, List<String> roles) implements ShelfCommand {}

    /// Puts a new notebook on the shelf.
    record Open(Id book, StreamKind kind, Optional<Instant> startsAt, String title) implements ShelfCommand {}

    /// A note was struck in a notebook; it is counted, up to two.
    record CountStrike(Id note) implements ShelfCommand {}
}
