package muster.server.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Snapshot;
import org.jspecify.annotations.Nullable;

/// Every view of a stream, rendered for one clearance at one moment. Immutable but for what it works out
/// lazily; one thread.
final class Board {
    private final List<Screen<?>> screens;
    private final Clearance clearance;
    private final List<Sheet> sheets;
    private @Nullable Map<Id, byte[]> queues;

    private static final byte[] NOTHING = "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private Board(List<Screen<?>> screens, Clearance clearance, List<Sheet> sheets) {
        this.screens = screens;
        this.clearance = clearance;
        this.sheets = sheets;
    }

    static Board of(Catalogue catalogue, Snapshot snapshot, Clearance clearance) {
        List<Screen<?>> screens = Screen.all(catalogue, snapshot.own().scope());
        List<Sheet> sheets = new ArrayList<>();
        screens.forEach(screen -> sheets.add(screen.render(snapshot, clearance)));
        return new Board(screens, clearance, sheets);
    }

    /// The same board at a later moment.
    Board at(Snapshot later) {
        List<Sheet> now = new ArrayList<>();
        for (int i = 0; i < screens.size(); i++) {
            now.add(screens.get(i).render(later, clearance, sheets.get(i)));
        }
        return new Board(screens, clearance, now);
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /// All cards by view, as a JSON object.
    byte[] views() {
        Text text = new Text().put("{");
        for (int i = 0; i < sheets.size(); i++) {
            text.put(i == 0 ? "" : ",")
                    .value(sheets.get(i).view())
                    .put(":")
                    .put(sheets.get(i).cards());
        }
        return text.put("}").bytes();
    }

    private record Waits(String view, Id id) {}

    /// What waits for the person, as a JSON list of view and id.
    byte[] queueOf(Id person) {
        Map<Id, byte[]> written = queues;
        if (written == null) {
            written = queues();
            queues = written;
        }
        return written.getOrDefault(person, NOTHING);
    }

    private Map<Id, byte[]> queues() {
        Map<Id, List<Waits>> waits = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            sheet.tiles()
                    .forEach((id, tile) -> tile.waitsFor()
                            .forEach(person -> waits.computeIfAbsent(person, each -> new ArrayList<>())
                                    .add(new Waits(sheet.view(), id))));
        }
        Map<Id, byte[]> written = new HashMap<>();
        waits.forEach(
                (person, list) -> written.put(person, new Text().value(list).bytes()));
        return written;
    }
}
