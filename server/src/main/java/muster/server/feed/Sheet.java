package muster.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import muster.kernel.Id;
import org.jspecify.annotations.Nullable;

/// One view rendered for one clearance: its tiles by id, in the order of the screen. Immutable, for any thread.
final class Sheet {
    private final String view;
    private final List<Object> from;
    private final Map<Id, Tile> tiles;
    private volatile byte @Nullable [] cards;

    /// @param from the states it was rendered from: the same objects give the same sheet
    Sheet(String view, List<Object> from, Map<Id, Tile> tiles) {
        this.view = view;
        this.from = from;
        this.tiles = tiles;
    }

    String view() {
        return view;
    }

    Map<Id, Tile> tiles() {
        return tiles;
    }

    /// Whether it was rendered from exactly these objects, from that place in the list on.
    @SuppressWarnings("ReferenceEquality") // states are immutable, and comparing them would cost more than rendering
    boolean isFrom(List<Object> states, int first) {
        for (int i = first; i < states.size(); i++) {
            if (states.get(i) != from.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// All cards as a JSON list.
    byte[] cards() {
        byte[] written = cards;
        if (written == null) {
            written = new Text()
                    .list(tiles.values().stream().map(Tile::json).iterator())
                    .bytes();
            cards = written;
        }
        return written;
    }

    /// The ids of what waits for the person, in the order of the screen.
    List<Id> waitingFor(Id person) {
        List<Id> ids = new ArrayList<>();
        tiles.forEach((id, tile) -> {
            if (tile.waitsFor().contains(person)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
