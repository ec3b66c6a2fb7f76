package muster.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// A store in memory that several journals can share: every handle sees one image, which is replaced as a whole.
final class MemoryStore implements Store {
    private final Shared shared;

    /// What is kept.
    static final class Shared {
        private Image image = new Image(Map.of(), Map.of(), Map.of());

        synchronized Image image() {
            return image;
        }

        synchronized void put(Image next) {
            image = next;
        }
    }

    /// @param keys by stream and key
    record Image(Map<StreamId, Row> rows, Map<StreamId, List<Entry>> entries, Map<String, Journal.Made> keys) {}

    /// An image with writes in it, and which of them took place.
    record Written(Image image, List<Boolean> written) {}

    MemoryStore(Shared shared) {
        this.shared = shared;
    }

    Shared shared() {
        return shared;
    }

    @Override
    public List<Row> rows() {
        return shared.image().rows.values().stream()
                .sorted(Comparator.comparing((Row row) -> !row.stream().isOrganisation())
                        .thenComparing(Row::stream))
                .toList();
    }

    @Override
    public Optional<Row> row(StreamId stream) {
        return Optional.ofNullable(shared.image().rows.get(stream));
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) {
        List<Entry> all = shared.image().entries.getOrDefault(stream, List.of());
        all.subList((int) Math.min(from, all.size()), (int) Math.min(to, all.size()))
                .forEach(into);
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) {
        read(stream, from, to, entry -> into.accept(entry.header()));
    }

    @Override
    public Optional<Journal.Made> find(StreamId stream, String key) {
        return Optional.ofNullable(shared.image().keys.get(stream + " " + key));
    }

    Written written(List<Write> writes) throws Fault {
        Image before = shared.image();
        Image next = new Image(new TreeMap<>(before.rows), new TreeMap<>(before.entries), new TreeMap<>(before.keys));
        List<Boolean> written = new ArrayList<>();
        for (Write write : writes) {
            written.add(write(next, write));
        }
        return new Written(next, written);
    }

    private static boolean write(Image next, Write write) throws Fault {
        StreamId stream = write.after().stream();
        List<Entry> all = new ArrayList<>(next.entries.getOrDefault(stream, List.of()));
        if (all.size() != write.expected()) {
            return false;
        }
        for (Journal.Append append : write.appends()) {
            if (append.key().isPresent()) {
                Journal.Made made = new Journal.Made(
                        all.size(), append.entries().size(), append.request().orElse(""));
                if (next.keys.putIfAbsent(stream + " " + append.key().get(), made) != null) {
                    throw new Fault("a key was used before", true, new IllegalStateException("key"));
                }
            }
            all.addAll(append.entries());
        }
        next.entries.put(stream, all);
        next.rows.put(stream, write.after());
        return true;
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        synchronized (shared) {
            Written after = written(writes);
            shared.put(after.image);
            return after.written;
        }
    }

    @Override
    public void reopen() {}

    @Override
    public void close() {}
}
