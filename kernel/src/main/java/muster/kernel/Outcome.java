package muster.kernel;

import java.util.List;

/// What became of a submission. Only `Committed` means that anything was written; only `Unknown` leaves it
/// open.
public sealed interface Outcome {
    /// Its events are on stable storage.
    ///
    /// @param from position of the first entry
    /// @param to position of the last entry
    /// @param leaves leaf hashes, base64
    /// @param receipts a C2SP tlog-proof for each entry
    record Committed(StreamId stream, long from, long to, List<String> leaves, List<String> receipts)
            implements Outcome {}

    /// It was decided against, and nothing of this attempt is pending.
    ///
    /// @param whoCan persons who could, where that is the reason
    record Refused(String code, String words, List<Id> whoCan) implements Outcome {}

    /// The asker may not.
    record Forbidden(String words, List<Id> whoCan) implements Outcome {}

    /// The asker would have to sign in more strongly.
    ///
    /// @param amr the ways that would do
    record StepUp(List<String> amr) implements Outcome {}

    /// It speaks of something that does not exist, or not for the asker.
    record Unseen() implements Outcome {}

    /// It cannot be read.
    record Unreadable(String field, String words) implements Outcome {}

    /// Nothing was appended and nothing is pending, because nothing can be appended now.
    record Unavailable(String words) implements Outcome {}

    /// Nobody can say yet; ask again by key.
    record Unknown(String words) implements Outcome {}

    /// A fault of ours; nothing was appended.
    record Faulted(String words) implements Outcome {}
}
