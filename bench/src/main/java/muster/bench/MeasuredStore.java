package muster.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import muster.ledger.Store;

/// A store that counts what is committed.
final class MeasuredStore implements Store {
    private final Store store;
    private final LongAdder commits = new LongAdder();
    private final LongAdder entries = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /// What was committed so far.
    ///
    /// @param bytes of the entries as stored
    record Tally(long commits, long entries, long bytes) {
        Tally since(Tally earlier) {
            return new Tally(commits - earlier.commits, entries - earlier.entries, bytes - earlier.bytes);
        }

        double entriesPerCommit() {
            return commits == 0 ? 0 : (double) entries / commits;
        }

        int bytesPerEntry() {
            return entries == 0 ? 0 : (int) (bytes / entries);
        }
    }

    MeasuredStore(Store store) {
        this.store = store;
    }

    Tally tally() {
        return new Tally(commits.sum(), entries.sum(), bytes.sum());
    }

    static long bytesOf(Entry entry) {
        byte[] body = entry.body();
        long sum = entry.header().length;
        sum += body == null ? 0 : body.length;
        for (byte[] content : entry.contents()) {
            sum += content == null ? 0 : content.length;
        }
        return sum;
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        List<Boolean> written = store.commit(writes);
        commits.increment();
        for (Write write : writes) {
            for (Journal.Append append : write.appends()) {
                entries.add(append.entries().size());
                append.entries().forEach(entry -> bytes.add(bytesOf(entry)));
            }
        }
        return written;
    }

    @Override
    public List<Row> rows() throws Fault {
        return store.rows();
    }

    @Override
    public Optional<Row> row(StreamId stream) throws Fault {
        return store.row(stream);
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
        store.read(stream, from, to, into);
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
        store.headers(stream, from, to, into);
    }

    @Override
    public Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
        return store.find(stream, key);
    }

    @Override
    public void reopen() throws Fault {
        store.reopen();
    }

    @Override
    public void close() {
        store.close();
    }
}
