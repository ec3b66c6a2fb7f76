package muster.server.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.kernel.Id;

/// What turns one board into a later one.
///
/// @param changes one JSON object for each view with a change
/// @param persons whose queues may be others now
record Difference(List<byte[]> changes, Set<Id> persons) {
    static Difference between(Board before, Board after) {
        List<byte[]> changes = new ArrayList<>();
        Set<Id> persons = new HashSet<>();
        for (int i = 0; i < after.sheets().size(); i++) {
            Sheet old = before.sheets().get(i);
            Sheet now = after.sheets().get(i);
            if (old != now) {
                compare(old, now, changes, persons);
            }
        }
        return new Difference(changes, persons);
    }

    @SuppressWarnings("ReferenceEquality") // a tile that was kept is the same object
    private static void compare(Sheet before, Sheet after, List<byte[]> changes, Set<Id> persons) {
        List<byte[]> cards = new ArrayList<>();
        after.tiles().forEach((id, tile) -> {
            Tile old = before.tiles().get(id);
            if (old == tile) {
                return;
            }
            if (old == null || !Arrays.equals(old.json(), tile.json())) {
                cards.add(tile.json());
            }
            Set<Id> waited = old == null ? Set.of() : old.waitsFor();
            if (!waited.equals(tile.waitsFor())) {
                persons.addAll(waited);
                persons.addAll(tile.waitsFor());
            }
        });
        List<Id> removed = new ArrayList<>();
        before.tiles().forEach((id, tile) -> {
            if (!after.tiles().containsKey(id)) {
                removed.add(id);
                persons.addAll(tile.waitsFor());
            }
        });
        boolean moved = !applied(before.tiles(), after.tiles())
                .equals(List.copyOf(after.tiles().keySet()));
        if (!cards.isEmpty() || !removed.isEmpty() || moved) {
            Text text = new Text()
                    .put("{\"view\":")
                    .value(after.view())
                    .put(",\"cards\":")
                    .list(cards.iterator())
                    .put(",\"removed\":")
                    .value(removed);
            if (moved) {
                text.put(",\"order\":").value(after.tiles().keySet());
            }
            changes.add(text.put("}").bytes());
        }
    }

    /// The order that a reader has who takes out what was removed and puts what is new at the end.
    private static List<Id> applied(Map<Id, Tile> before, Map<Id, Tile> after) {
        Set<Id> order = new LinkedHashSet<>(before.keySet());
        order.retainAll(after.keySet());
        order.addAll(after.keySet());
        return List.copyOf(order);
    }
}
