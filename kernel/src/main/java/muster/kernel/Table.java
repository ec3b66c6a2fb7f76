package muster.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/// A persistent table of things by id, in the order in which they came: every `with` is a new table that
/// shares almost all with the old one, so a fold can be kept for every moment. Thread-safe because immutable.
public final class Table<V> implements Iterable<V> {
    record Row<V>(long place, Id id, V value) {}

    private static final Table<?> EMPTY = new Table<>(HashTreePMap.empty(), TreePMap.empty(), 0);

    private final HashPMap<Id, Row<V>> byId;
    private final TreePMap<Long, Row<V>> byPlace;
    private final long next;

    private Table(HashPMap<Id, Row<V>> byId, TreePMap<Long, Row<V>> byPlace, long next) {
        this.byId = byId;
        this.byPlace = byPlace;
        this.next = next;
    }

    @SuppressWarnings("unchecked")
    public static <V> Table<V> empty() {
        return (Table<V>) EMPTY;
    }

    /// The table of these rows, in the order of their places.
    ///
    /// @param next the place of whatever comes next
    static <V> Table<V> of(List<Row<V>> rows, long next) {
        Map<Id, Row<V>> byId = new HashMap<>();
        SortedMap<Long, Row<V>> byPlace = new TreeMap<>();
        rows.forEach(row -> {
            byId.put(row.id, row);
            byPlace.put(row.place, row);
        });
        return new Table<>(HashTreePMap.from(byId), TreePMap.fromSortedMap(byPlace), next);
    }

    Collection<Row<V>> rows() {
        return byPlace.values();
    }

    long next() {
        return next;
    }

    /// The table with this thing in it: in the place of the old one of that id, or at the end.
    public Table<V> with(Id id, V value) {
        Row<V> old = byId.get(id);
        Row<V> row = new Row<>(old == null ? next : old.place, id, value);
        return new Table<>(byId.plus(id, row), byPlace.plus(row.place, row), old == null ? next + 1 : next);
    }

    public Table<V> without(Id id) {
        Row<V> old = byId.get(id);
        return old == null ? this : new Table<>(byId.minus(id), byPlace.minus(old.place), next);
    }

    public Optional<V> find(Id id) {
        Row<V> row = byId.get(id);
        return row == null ? Optional.empty() : Optional.of(row.value);
    }

    /// The thing of that id; a fault if there is none: for `evolve`, where history promises it.
    public V the(Id id) {
        Row<V> row = byId.get(id);
        if (row == null) {
            throw new IllegalStateException("nothing in the table has the id " + id);
        }
        return row.value;
    }

    public boolean has(Id id) {
        return byId.containsKey(id);
    }

    public int size() {
        return byId.size();
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public Stream<Id> ids() {
        return byPlace.values().stream().map(Row::id);
    }

    public Stream<V> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @Override
    public Iterator<V> iterator() {
        Iterator<Row<V>> rows = byPlace.values().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public V next() {
                return rows.next().value();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Table<?> table && next == table.next && byPlace.equals(table.byPlace);
    }

    @Override
    public int hashCode() {
        return byPlace.hashCode();
    }

    @Override
    public String toString() {
        return byPlace.values().toString();
    }
}
