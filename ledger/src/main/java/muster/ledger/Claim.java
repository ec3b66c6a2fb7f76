package muster.ledger;

import java.util.Optional;
import muster.kernel.StreamId;

/// That the tree of a stream had this root at this size, said by somebody.
record Claim(long size, Hash root, By by) {
    /// Who says so.
    sealed interface By {}

    /// The checkpoint that is stored with the stream.
    record Own() implements By {}

    record Outside(Anchor anchor) implements By {}

    /// An entry of another stream that was decided at that position.
    record Reader(StreamId stream, long seq) implements By {}

    /// `the checkpoint kept elsewhere`.
    String words() {
        return switch (by) {
            case Own own -> "the stream's own checkpoint";
            case Outside(Anchor anchor) -> "the " + anchor.name() + " kept elsewhere";
            case Reader(StreamId stream, long seq) -> "entry " + seq + " of " + stream;
        };
    }

    Optional<Reader> reader() {
        return by instanceof Reader reader ? Optional.of(reader) : Optional.empty();
    }
}
