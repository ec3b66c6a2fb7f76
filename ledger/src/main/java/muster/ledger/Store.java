package muster.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// Rows on stable storage and one way to change them: the narrow port under the journal, which the simulation
/// replaces.
///
/// Reads are for any thread, also during a commit, and see only what is durable, unless a fault has left that in
/// doubt; `commit` and `reopen` are for one thread at a time. Others may write to the same storage at any
/// moment: every commit compares the positions that it was made for, and nobody keeps a row for the present one.
public interface Store extends AutoCloseable {
    /// Where every stream stands, in no particular order.
    List<Row> rows() throws Fault;

    /// Where the stream stands; empty if it has not begun.
    Optional<Row> row(StreamId stream) throws Fault;

    /// Reads entries `from..to-1` in order; stops where there are no more. Nothing is held while `into` runs: it
    /// may read as well.
    ///
    /// @throws Fault also if an entry in between is missing
    void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault;

    /// The same, headers only.
    void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault;

    /// The append made under this key.
    Optional<Journal.Made> find(StreamId stream, String key) throws Fault;

    /// Makes all writes whose stream stands where they expect it durable, in one transaction. When it returns,
    /// they are on stable storage.
    ///
    /// @return for each write, in order, whether its stream stood there; the others changed nothing
    /// @throws Fault if nothing was made, or nobody knows: see [Fault.Kind]
    List<Boolean> commit(List<Write> writes) throws Fault;

    /// Throws away everything that was open and opens again what is stored. When it returns, what reads show is
    /// on stable storage, and what they do not show will never appear.
    ///
    /// @throws Fault if that cannot be had now; then everything else fails until it can
    void reopen() throws Fault;

    /// Lets go of everything. What was committed is stored already.
    @Override
    void close();

    /// Where a stream stands.
    ///
    /// @param origin first line of its checkpoints
    /// @param recordedAt of the last entry
    /// @param checkpoint signed note over the tree of `size` entries
    /// @param nextAlarm when it wants to be woken, real time
    record Row(
            StreamId stream,
            int epoch,
            String origin,
            long size,
            Instant recordedAt,
            String checkpoint,
            Optional<Instant> nextAlarm) {}

    /// New entries of one stream and where it stands with them.
    ///
    /// @param expected where it must stand before; 0 if it must not have begun
    record Write(long expected, List<Journal.Append> appends, Row after) {
        public Write {
            appends = List.copyOf(appends);
        }
    }

    /// The storage did not do what it was asked.
    final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        private final Kind kind;

        /// What a fault leaves behind.
        public enum Kind {
            /// No space; nothing was written and nothing is pending.
            FULL,
            /// Nothing may be written, and nothing was.
            READ_ONLY,
            /// Nothing was written and nothing is pending, for another reason: what is stored contradicts
            /// itself, or a key was used before.
            REFUSED,
            /// The connection is dead. After a commit nobody knows what was written, but by `reopen` and reading.
            LOST
        }

        public Fault(Kind kind, String words, Throwable cause) {
            super(words, cause);
            this.kind = kind;
        }

        /// @param nothingWritten whether it is certain that nothing was written and nothing is pending
        public Fault(String words, boolean nothingWritten, Throwable cause) {
            this(nothingWritten ? Kind.REFUSED : Kind.LOST, words, cause);
        }

        public boolean nothingWritten() {
            return kind != Kind.LOST;
        }

        public Kind kind() {
            return kind;
        }

        /// What happened, in a sentence.
        public String words() {
            return String.valueOf(getMessage());
        }
    }
}
