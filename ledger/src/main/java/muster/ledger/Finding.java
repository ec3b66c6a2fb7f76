package muster.ledger;

/// Something that a verification found wrong or could not find out.
///
/// @param kind what it means for the record
/// @param stream in which stream; empty: in the data directory as a whole
/// @param first first bad position; -1 where there is none
/// @param last last position of the smallest interval that holds the first bad entry; equal to `first` where
///     it is known
/// @param words what is wrong, or missing
public record Finding(Kind kind, String stream, long first, long last, String words) {
    /// What a finding means.
    public enum Kind {
        /// What is stored is not what was written.
        TAMPERED,
        /// Something is missing without which nobody can say.
        CANNOT_PROVE
    }

    static Finding tampered(String stream, long seq, String words) {
        return new Finding(Kind.TAMPERED, stream, seq, seq, words);
    }

    static Finding somewhere(String stream, long first, long last, String words) {
        return new Finding(Kind.TAMPERED, stream, first, last, words);
    }

    static Finding whole(String words) {
        return new Finding(Kind.TAMPERED, "", -1, -1, words);
    }

    static Finding unproved(String stream, long seq, String words) {
        return new Finding(Kind.CANNOT_PROVE, stream, seq, seq, words);
    }

    /// `organisation 17: …`.
    public String text() {
        String where =
                first < 0 ? "" : first == last ? " entry " + first : " somewhere in entries " + first + " to " + last;
        return (stream.isEmpty() ? "data directory" : "stream " + stream) + where + ": " + words;
    }
}
