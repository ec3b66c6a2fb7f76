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
/// Reads may be called by any thread, but not from within a read; `commit` and `reopen` by one thread at a
/// time. Others may write to the same storage at any moment: every commit compares the positions that it was
/// made for.
public interface Store extends AutoCloseable {
    /// Where every stream stands, the organisation first.
    List<Row> rows() throws Fault;

    Optional<Row> row(StreamId stream) throws Fault;

    /// Reads entries `from..to-1` in order; stops where there are no more.
    void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault;

    /// The same, headers only.
    void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault;

    /// The append made under this key.
    Optional<Journal.Made> find(StreamId stream, String key) throws Fault;

    /// Makes all writes whose stream stands at `expected` durable, in one transaction. When it returns, they
    /// are on stable storage.
    ///
    /// @return for each write whether its stream stood there; the others changed nothing
    /// @throws Fault if nobody can say what is stored now, but by `reopen` and reading; see
    ///     [Fault#nothingWritten]
    List<Boolean> commit(List<Write> writes) throws Fault;

    /// Throws away everything that was open and opens again what is stored.
    void reopen() throws Fault;

    @Override
    void close();

    /// Where a stream stands.
    ///
    /// @param checkpoint signed note over the tree of `size` entries
    /// @param nextAlarm real time
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
    /// @param expected where it must stand before
    record Write(long expected, List<Journal.Append> appends, Row after) {}

    /// The storage did not do what it was asked.
    final class Fault extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean nothingWritten;

        /// @param nothingWritten whether it is certain that nothing was written and nothing is pending
        public Fault(String words, boolean nothingWritten, Throwable cause) {
            super(words, cause);
            this.nothingWritten = nothingWritten;
        }

        public boolean nothingWritten() {
            return nothingWritten;
        }
    }
}
