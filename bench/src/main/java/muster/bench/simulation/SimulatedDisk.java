package muster.bench.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import muster.ledger.Store;

/// A disk on which commits can go wrong in every way that was seen on real ones. What is durable survives
/// crashes; a handle is one process's connection to it.
final class SimulatedDisk {
    /// What happens to the next commit.
    enum Fate {
        FINE,
        /// Clean refusal: no space.
        FULL,
        /// An error is reported and nothing was written.
        FAILED,
        /// An error is reported, and after reopening what was refused is there.
        GHOST,
        /// The process dies before anything is written.
        CRASH_BEFORE,
        /// The process dies after everything is written and before anybody hears of it.
        CRASH_AFTER,
        /// A disk that lies: it says yes and has written nothing. No ledger survives it; the simulation must
        /// notice.
        LIE
    }

    /// The process is dead: whatever it would still do does not happen.
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    private record Image(
            Map<StreamId, Store.Row> rows, Map<StreamId, List<Entry>> entries, Map<String, Journal.Made> keys) {
        static final Image EMPTY = new Image(Map.of(), Map.of(), Map.of());
    }

    private Image durable = Image.EMPTY;
    private Optional<Image> ghost = Optional.empty();
    private Fate next = Fate.FINE;
    private int reopenings;
    private boolean crashed;
    private Runnable meanwhile = () -> {};

    void fate(Fate fate) {
        next = fate;
    }

    /// How often the next openings fail.
    void doesNotReopen(int times) {
        reopenings = times;
    }

    /// Something that happens, once, between a decision and its commit.
    void meanwhile(Runnable other) {
        meanwhile = other;
    }

    /// Whether a process died in its last commit, whatever it did with the news.
    boolean crashed() {
        return crashed;
    }

    void buried() {
        crashed = false;
    }

    void heal() {
        next = Fate.FINE;
        reopenings = 0;
        meanwhile = () -> {};
    }

    Store connect() {
        return new Handle();
    }

    /// What was reported as failed and written all the same is there for whoever looks next.
    private void manifest() {
        ghost.ifPresent(image -> durable = image);
        ghost = Optional.empty();
    }

    private static String key(StreamId stream, String key) {
        return stream + " " + key;
    }

    private final class Handle implements Store {
        private boolean dead;

        @Override
        public List<Row> rows() throws Fault {
            return List.copyOf(image().rows.values());
        }

        @Override
        public Optional<Row> row(StreamId stream) throws Fault {
            return Optional.ofNullable(image().rows.get(stream));
        }

        @Override
        public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
            List<Entry> all = image().entries.getOrDefault(stream, List.of());
            all.subList((int) Math.min(from, all.size()), (int) Math.min(to, all.size()))
                    .forEach(into);
        }

        @Override
        public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
            read(stream, from, to, entry -> into.accept(entry.header()));
        }

        @Override
        public Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
            return Optional.ofNullable(image().keys.get(key(stream, key)));
        }

        private Image image() throws Fault {
            if (dead) {
                throw new Fault("the connection is dead", true, new IllegalStateException("dead"));
            }
            manifest();
            return durable;
        }

        @Override
        public List<Boolean> commit(List<Write> writes) throws Fault {
            image();
            Runnable other = meanwhile;
            meanwhile = () -> {};
            other.run();
            Fate fate = next;
            next = Fate.FINE;
            List<Boolean> written = new ArrayList<>();
            Image after = durable;
            for (Write write : writes) {
                Optional<Image> applied = apply(after, write);
                written.add(applied.isPresent());
                after = applied.orElse(after);
            }
            switch (fate) {
                case FINE -> durable = after;
                case LIE -> {}
                case FULL -> throw new Fault("the disk is full", true, new IllegalStateException("full"));
                case FAILED -> throw died("the disk reported an error");
                case GHOST -> {
                    ghost = Optional.of(after);
                    throw died("the disk reported an error");
                }
                case CRASH_BEFORE -> throw crash();
                case CRASH_AFTER -> {
                    durable = after;
                    throw crash();
                }
            }
            return written;
        }

        private Crash crash() {
            crashed = true;
            dead = true;
            return new Crash();
        }

        private Fault died(String words) {
            dead = true;
            return new Fault(words, false, new IllegalStateException(words));
        }

        @Override
        public void reopen() throws Fault {
            manifest();
            if (reopenings > 0) {
                reopenings--;
                throw new Fault("it does not open", true, new IllegalStateException("closed"));
            }
            dead = false;
        }

        @Override
        public void close() {
            dead = true;
        }
    }

    private static Optional<Image> apply(Image before, Store.Write write) {
        StreamId stream = write.after().stream();
        long size = Optional.ofNullable(before.rows.get(stream))
                .map(Store.Row::size)
                .orElse(0L);
        if (size != write.expected()) {
            return Optional.empty();
        }
        Map<StreamId, Store.Row> rows = new TreeMap<>(before.rows);
        rows.put(stream, write.after());
        List<Entry> all = new ArrayList<>(before.entries.getOrDefault(stream, List.of()));
        Map<String, Journal.Made> keys = new TreeMap<>(before.keys);
        for (Journal.Append append : write.appends()) {
            int first = all.size();
            append.key()
                    .ifPresent(given -> keys.put(
                            key(stream, given),
                            new Journal.Made(
                                    first,
                                    append.entries().size(),
                                    append.request().orElse(""))));
            all.addAll(append.entries());
        }
        Map<StreamId, List<Entry>> entries = new TreeMap<>(before.entries);
        entries.put(stream, all);
        return Optional.of(new Image(rows, entries, keys));
    }
}
