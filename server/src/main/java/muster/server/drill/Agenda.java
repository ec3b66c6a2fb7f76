package muster.server.drill;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/// What is still to come, by crisis time; what comes at the same time comes in the order in which it was noted.
final class Agenda {
    /// @param what unique: noted once
    record Item(Instant at, long order, String what, Runnable act) {}

    private final Queue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparingLong(Item::order));
    private final Set<String> noted = new HashSet<>();
    private long order;

    /// Notes something to do, unless the same was noted before.
    void once(String what, Instant at, Runnable act) {
        if (noted.add(what)) {
            again(what, at, act);
        }
    }

    boolean isNoted(String what) {
        return noted.contains(what);
    }

    /// Notes something to do that was noted before.
    void again(String what, Instant at, Runnable act) {
        items.add(new Item(at, order++, what, act));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(items.peek()).map(Item::at);
    }

    Item take() {
        return items.remove();
    }
}
