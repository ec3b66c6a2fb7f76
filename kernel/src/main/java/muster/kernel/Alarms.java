package muster.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/// A persistent set of alarms by due time; the engine only ever asks for the first.
public final class Alarms {
    private record Due(Instant at, String id) implements Comparable<Due> {
        private static final Comparator<Due> ORDER =
                Comparator.comparing(Due::at).thenComparing(Due::id);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Alarms NONE = new Alarms(HashTreePMap.empty(), TreePMap.empty());

    private final HashPMap<String, Alarm> byId;
    private final TreePMap<Due, Alarm> byDue;

    private Alarms(HashPMap<String, Alarm> byId, TreePMap<Due, Alarm> byDue) {
        this.byId = byId;
        this.byDue = byDue;
    }

    public static Alarms none() {
        return NONE;
    }

    /// With this alarm set, in the place of an earlier one of the same id.
    public Alarms with(Alarm alarm) {
        Alarms cleared = without(alarm.id());
        return new Alarms(
                cleared.byId.plus(alarm.id(), alarm), cleared.byDue.plus(new Due(alarm.due(), alarm.id()), alarm));
    }

    public Alarms without(String id) {
        Alarm old = byId.get(id);
        return old == null ? this : new Alarms(byId.minus(id), byDue.minus(new Due(old.due(), id)));
    }

    public Optional<Alarm> first() {
        return byDue.isEmpty()
                ? Optional.empty()
                : Optional.of(byDue.firstEntry().getValue());
    }

    /// The first of those that are wanted.
    Optional<Alarm> first(Predicate<Alarm> wanted) {
        return byDue.values().stream().filter(wanted).findFirst();
    }

    /// All of them, by due time.
    Collection<Alarm> all() {
        return byDue.values();
    }

    /// Whether an alarm of this id is set for exactly this time.
    public boolean holds(String id, Instant due) {
        return byDue.containsKey(new Due(due, id));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alarms alarms && byDue.equals(alarms.byDue);
    }

    @Override
    public int hashCode() {
        return byDue.hashCode();
    }

    @Override
    public String toString() {
        return byDue.values().toString();
    }
}
