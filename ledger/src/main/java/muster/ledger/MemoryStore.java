package muster.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// Stable storage in memory, for simulations: it can fail in all the ways a disk can, and a crash loses what was
/// not flushed. Thread-safe; the same calls give the same answers.
///
/// Three images make a disk: what connections see, what the system would give to a new one (it holds ghosts), and
/// what a power cut leaves.
public final class MemoryStore implements Store {
    /// How a commit goes wrong.
    public enum Trouble {
        /// Nothing is written, and the connection is dead.
        BEFORE,
        /// Everything is written, the flush fails, and the connection is dead: a ghost, which opening again
        /// brings up and a power cut may bring up.
        AFTER,
        FULL,
        READ_ONLY
    }

    private record Stored(Row row, PVector<Entry> entries, HashPMap<String, Journal.Made> made) {}

    private final Queue<Trouble> troubles = new ArrayDeque<>();
    private HashPMap<StreamId, Stored> seen = HashTreePMap.empty();
    private HashPMap<StreamId, Stored> written = HashTreePMap.empty();
    private HashPMap<StreamId, Stored> durable = HashTreePMap.empty();
    private boolean connected = true;
    private boolean down;
    private boolean goingAway;
    private boolean full;
    private boolean flushing = true;

    /// Empty, and in order.
    public MemoryStore() {}

    /// The next commits go wrong like this, one after the other.
    public synchronized void next(Trouble... trouble) {
        troubles.addAll(List.of(trouble));
    }

    /// The storage is out of reach: whoever is connected is not any more, and nobody can connect.
    public synchronized void down(boolean is) {
        down = is;
        connected &= !is;
    }

    /// The next commit that goes wrong takes the storage with it: it is [#down] from then on.
    public synchronized void awayWithTheNextFault() {
        goingAway = true;
    }

    /// There is no space, until there is again.
    public synchronized void full(boolean is) {
        full = is;
    }

    /// Whether commits flush. If not, a crash loses what was acknowledged: a fault that a simulation must find.
    public synchronized void flushing(boolean is) {
        flushing = is;
    }

    /// The power goes: what was not flushed is gone, or there all the same.
    ///
    /// @param unflushed whether it is there
    public synchronized void crash(boolean unflushed) {
        durable = unflushed ? written : durable;
        seen = durable;
        written = durable;
        connected = false;
        troubles.clear();
    }

    @Override
    public synchronized List<Boolean> commit(List<Write> writes) throws Fault {
        check();
        HashPMap<StreamId, Stored> after = seen;
        List<Boolean> answers = new ArrayList<>();
        for (Write write : writes) {
            Stored there = after.get(write.after().stream());
            boolean expected = (there == null ? 0 : there.row.size()) == write.expected();
            if (expected) {
                after = after.plus(write.after().stream(), with(write, there));
            }
            answers.add(expected);
        }
        if (answers.contains(true)) {
            write(after);
        }
        return answers;
    }

    private void write(HashPMap<StreamId, Stored> after) throws Fault {
        Trouble trouble = troubles.poll();
        if (trouble == Trouble.FULL || (trouble == null && full)) {
            throw fault(Fault.Kind.FULL, "There is no space left for the journal.");
        }
        if (trouble == Trouble.READ_ONLY) {
            throw fault(Fault.Kind.READ_ONLY, "The journal can only be read, not written.");
        }
        if (trouble == Trouble.BEFORE || trouble == Trouble.AFTER) {
            written = trouble == Trouble.AFTER ? after : written;
            connected = false;
            down |= goingAway;
            goingAway = false;
            throw fault(Fault.Kind.LOST, "The journal's disk reports an error.");
        }
        seen = after;
        written = after;
        durable = flushing ? after : durable;
    }

    private static Stored with(Write write, @Nullable Stored there) throws Fault {
        PVector<Entry> entries = there == null ? TreePVector.empty() : there.entries;
        HashPMap<String, Journal.Made> made = there == null ? HashTreePMap.empty() : there.made;
        for (Journal.Append append : write.appends()) {
            if (append.key().isPresent()) {
                if (made.containsKey(append.key().get())) {
                    throw fault(Fault.Kind.REFUSED, "What is stored already contradicts it: a key was used before.");
                }
                String request = append.request().orElse("");
                made = made.plus(
                        append.key().get(),
                        new Journal.Made(entries.size(), append.entries().size(), request));
            }
            entries = entries.plusAll(append.entries());
        }
        return new Stored(write.after(), entries, made);
    }

    @Override
    public synchronized void reopen() throws Fault {
        if (down) {
            throw fault(Fault.Kind.LOST, "The journal's disk does not answer.");
        }
        seen = written;
        durable = flushing ? written : durable;
        connected = true;
    }

    private void check() throws Fault {
        if (!connected) {
            throw fault(Fault.Kind.LOST, "The journal is not open.");
        }
    }

    private static Fault fault(Fault.Kind kind, String words) {
        return new Fault(kind, words, new IllegalStateException(words));
    }

    @Override
    public synchronized List<Row> rows() throws Fault {
        check();
        return seen.values().stream().map(Stored::row).toList();
    }

    @Override
    public synchronized Optional<Row> row(StreamId stream) throws Fault {
        return stored(stream).map(Stored::row);
    }

    private Optional<Stored> stored(StreamId stream) throws Fault {
        check();
        return Optional.ofNullable(seen.get(stream));
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
        part(stream, from, to).forEach(into);
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
        part(stream, from, to).forEach(entry -> into.accept(entry.header()));
    }

    private synchronized List<Entry> part(StreamId stream, long from, long to) throws Fault {
        List<Entry> entries = stored(stream).<List<Entry>>map(Stored::entries).orElse(List.of());
        int end = (int) Math.min(to, entries.size());
        return entries.subList((int) Math.min(from, end), end);
    }

    @Override
    public synchronized Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
        return stored(stream).map(there -> there.made.get(key));
    }

    @Override
    public synchronized void close() {
        connected = false;
    }
}
