package muster.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The journal on stable storage: totally ordered streams of entries, each with a Merkle tree and a signed
/// checkpoint.
///
/// Safe for any thread. Any number of processes may share what is behind it: the only fence is
/// compare-and-append on the position, so a caller never assumes that a tip it once saw is still the tip.
/// After any failure the journal re-reads what is stored before it answers anything about the streams
/// concerned.
public interface Journal extends AutoCloseable {
    /// Every stream there is, the organisation first.
    List<StreamId> streams();

    /// Where the stream stands, durably; size 0 for a stream that has not begun.
    ///
    /// @throws JournalUnavailable if the store cannot be read
    Tip tip(StreamId stream);

    /// Reads entries `from..to-1` in order; stops at the tip.
    ///
    /// @throws JournalUnavailable if the store cannot be read
    void read(StreamId stream, long from, long to, Consumer<Entry> into);

    /// Appends all of the batch or nothing, if the stream stands at `batch.expected()`.
    ///
    /// The future never completes exceptionally; it completes with `Committed` only when everything is on
    /// stable storage. Callers may not block a carrier of others: completion may run on the writing thread.
    CompletableFuture<Appended> append(Batch batch);

    /// The append that was made under this key, if there was one. Durable appends only.
    ///
    /// @throws JournalUnavailable if the store cannot be read
    Optional<Made> find(StreamId stream, String key);

    /// Receipts (C2SP tlog-proof texts) for entries `from..to-1` in the tree of the present tip.
    List<String> receipts(StreamId stream, long from, long to);

    /// Hashes (base64) proving that entry `seq` is in the tree of `size` entries.
    List<String> inclusion(StreamId stream, long seq, long size);

    /// Hashes (base64) proving that the tree of `from` entries is a prefix of the tree of `to`; `from` is at
    /// least 1.
    List<String> consistency(StreamId stream, long from, long to);

    /// The public key of the checkpoints, as a C2SP vkey for the given origin.
    String verifierKey(String origin);

    @Override
    void close();

    /// Where a stream stands.
    ///
    /// @param root Merkle root over all headers, base64url
    /// @param recordedAt of the last entry; the epoch of Unix for a stream that has not begun
    /// @param checkpoint signed note (C2SP tlog-checkpoint); empty for a stream that has not begun
    record Tip(StreamId stream, int epoch, long size, String root, Instant recordedAt, String checkpoint) {}

    /// Appends for one stream that share one commit.
    ///
    /// @param expected the position they were decided at
    /// @param epoch of the entries
    /// @param origin the origin line of the stream's checkpoints; as given with the first entry
    /// @param recordedAt of the last entry
    /// @param nextAlarm when the stream wants to be woken next, real time: kept as an index, so that streams
    ///     nobody has loaded escalate too
    record Batch(
            StreamId stream,
            int epoch,
            String origin,
            long expected,
            List<Append> appends,
            Instant recordedAt,
            Optional<Instant> nextAlarm) {
        public Batch {
            appends = List.copyOf(appends);
        }
    }

    /// The entries of one command, which stand or fall together.
    record Append(List<Entry> entries, Optional<String> key, Optional<String> request) {
        public Append {
            entries = List.copyOf(entries);
        }
    }

    /// An append found by its key.
    record Made(long first, int count, String request) {}

    /// How an append ended.
    sealed interface Appended {}

    /// On stable storage.
    ///
    /// @param receipts one tlog-proof text for each entry, in order
    record Committed(Tip tip, List<String> receipts) implements Appended {}

    /// The stream stood elsewhere; nothing was appended.
    record Conflict(Tip tip) implements Appended {}

    /// Nothing was appended and nothing is pending: no space, read-only, too large. State what in words.
    record NotAppended(String words) implements Appended {}

    /// It could not be found out: the store does not come back. Ask again by key.
    record Unknown(String words) implements Appended {}

    /// The next wake-up times of all streams that have one, by stream.
    java.util.Map<StreamId, Instant> alarms();

    /// The store cannot be read or written now.
    final class JournalUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public JournalUnavailable(String words, Throwable cause) {
            super(words, cause);
        }
    }
}
