package muster.ledger;

import java.util.Comparator;
import java.util.Optional;
import muster.kernel.StreamId;

/// Something that a verification found wrong, or could not find out.
///
/// @param stream in which stream; empty: in the data directory as a whole
/// @param first position of the first bad entry, or where the smallest interval that holds it begins; empty where
///     it is no entry that is wrong
/// @param last where that interval ends, the same as `first` where the entry is known
/// @param words what is wrong, or missing
public record Finding(Kind kind, Optional<StreamId> stream, Optional<Long> first, Optional<Long> last, String words) {
    /// What it means for the record.
    public enum Kind {
        /// What is stored is not what was written.
        TAMPERED,
        /// Something is missing without which nobody can say.
        CANNOT_PROVE
    }

    /// A known entry comes before an interval, an interval before what is beside the entries.
    static final Comparator<Finding> ORDER = Comparator.comparing((Finding finding) -> finding.first.isEmpty())
            .thenComparing(finding -> !finding.first.equals(finding.last))
            .thenComparing(finding -> finding.first.orElse(0L));

    static Finding tampered(StreamId stream, long seq, String words) {
        return between(stream, seq, seq, words);
    }

    static Finding between(StreamId stream, long first, long last, String words) {
        return new Finding(Kind.TAMPERED, Optional.of(stream), Optional.of(first), Optional.of(last), words);
    }

    /// Not an entry, but something else that is kept about the stream.
    static Finding beside(StreamId stream, String words) {
        return new Finding(Kind.TAMPERED, Optional.of(stream), Optional.empty(), Optional.empty(), words);
    }

    static Finding whole(String words) {
        return new Finding(Kind.TAMPERED, Optional.empty(), Optional.empty(), Optional.empty(), words);
    }

    static Finding unproved(StreamId stream, long seq, String words) {
        return new Finding(Kind.CANNOT_PROVE, Optional.of(stream), Optional.of(seq), Optional.of(seq), words);
    }

    static Finding unproved(String words) {
        return new Finding(Kind.CANNOT_PROVE, Optional.empty(), Optional.empty(), Optional.empty(), words);
    }

    /// `organisation, entry 17: the body is missing`.
    public String text() {
        StringBuilder text = new StringBuilder(stream.map(StreamId::text).orElse("data directory"));
        if (first.isPresent()) {
            text.append(
                    first.equals(last)
                            ? ", entry " + first.get()
                            : ", somewhere in entries " + first.get() + " to " + last.orElse(first.get()));
        }
        return text.append(": ").append(words).toString();
    }
}
