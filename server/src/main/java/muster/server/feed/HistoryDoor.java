package muster.server.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Feature;
import muster.kernel.Fold;
import muster.kernel.Header;
import muster.kernel.Read;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Door;
import muster.server.door.Entrance;
import muster.server.door.Served;
import muster.server.door.Visit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `GET …/history`: entries as they are stored, each with as much of it as the caller may see. The header is
/// always shown; what is withheld shows by the digest in the level above it.
public final class HistoryDoor implements Door {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Engine engine;
    private final Entrance entrance;
    private final Names names;
    private final Served served;

    public HistoryDoor(Engine engine, Entrance entrance, Names names, Served served) {
        this.engine = engine;
        this.entrance = entrance;
        this.names = names;
        this.served = served;
    }

    /// @param from position of the first entry shown
    /// @param size entries that there are
    /// @param next where to go on; absent at the end
    private record Page(StreamId stream, long size, long from, Optional<Long> next, List<Shown> entries) {}

    /// One entry.
    ///
    /// @param header the stored text: the leaf
    /// @param body the stored text `["<salt>",{…}]`; absent where it is withheld
    /// @param contents by name: the stored text, absent where it is withheld or erased; its digest is in the body
    record Shown(
            long seq,
            String header,
            Optional<String> body,
            Optional<Map<String, Optional<String>>> contents,
            Optional<Tale.Told> headline) {
        int bytes() {
            return header.length()
                    + body.orElse("").length()
                    + contents.orElse(Map.of()).values().stream()
                            .mapToInt(text -> text.orElse("").length())
                            .sum();
        }
    }

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries("from", "limit");
        Visit visit = entrance.visit(asked);
        long limit = Math.clamp(asked.number("limit").orElse(USUAL), 1, MOST);
        long from = asked.number("from").orElse(Math.max(0, visit.size() - limit));
        List<Shown> shown = from < visit.size() ? read(visit, from, Math.min(visit.size(), from + limit)) : List.of();
        long next = from + shown.size();
        if (!shown.isEmpty()) {
            served.sent(visit.actor().session(), visit.stream(), next - 1);
        }
        return Answer.json(new Page(
                visit.stream(),
                visit.size(),
                from,
                next < visit.size() && !shown.isEmpty() ? Optional.of(next) : Optional.empty(),
                shown));
    }

    /// About half of an exercise's entries are time and errands: so many are looked at to find one line.
    public static final int LOOKED_AT_FOR_EACH = 4;

    /// The last lines of the timeline as text, the newest first, without housekeeping; for pages.
    public List<Line> lines(Visit visit, int most) {
        List<Line> lines = new ArrayList<>();
        for (Shown shown : read(visit, Math.max(0, visit.size() - (long) LOOKED_AT_FOR_EACH * most), visit.size())) {
            if (shown.body.filter(HistoryDoor::isHousekeeping).isEmpty()) {
                Header header = Wire.read(Wire.mapper().readTree(shown.header), Header.class, "header");
                lines.add(new Line(header, shown.headline.map(Tale.Told::text)));
            }
        }
        served.sent(visit.actor().session(), visit.stream(), visit.size() - 1);
        return lines.subList(Math.max(0, lines.size() - most), lines.size()).reversed();
    }

    /// Entries that a reader of the timeline learns nothing from.
    private static boolean isHousekeeping(String body) {
        String type = Wire.mapper().readTree(body).path(1).path("type").asString("");
        return type.equals("kernel.settled") || type.equals("kernel.time-set");
    }

    /// @param text absent where the entry is withheld
    public record Line(Header header, Optional<String> text) {}

    private List<Shown> read(Visit visit, long from, long to) {
        List<Entry> entries = new ArrayList<>();
        engine.journal().read(visit.stream(), from, to, entries::add);
        Readings organisation = engine.published(StreamId.ORGANISATION).fold();
        Tale tale = new Tale(
                engine.catalogue(),
                visit.published().fold().scope(),
                names,
                new Snapshot(visit.published().fold(), organisation),
                visit.clearance());
        Walk walk = new Walk(engine.at(visit.stream(), from).own());
        List<Shown> shown = new ArrayList<>();
        int bytes = 0;
        for (Entry entry : entries) {
            Shown next = shown(visit, entry, walk, tale);
            shown.add(next);
            bytes += next.bytes();
            if (bytes > MOST_BYTES) {
                break;
            }
        }
        return shown;
    }

    private Shown shown(Visit visit, Entry entry, Walk walk, Tale tale) {
        Fold before = walk.fold;
        long seq = before.size();
        Optional<Recorded<Event>> recorded = walk.over(entry);
        String header = text(entry.header());
        if (recorded.isEmpty() || !visit.clearance().sees(recorded.get().lane())) {
            return new Shown(seq, header, Optional.empty(), Optional.empty(), Optional.empty());
        }
        String body = text(Objects.requireNonNull(entry.body()));
        Feature<Command, Event, Object> feature =
                engine.catalogue().owner(recorded.get().event(), before.scope());
        Tale.Told told = tale.told(feature.tell(recorded.get(), before.stateOf(feature.key())));
        return new Shown(seq, header, Optional.of(body), Optional.of(contents(entry, body)), Optional.of(told));
    }

    private static Map<String, Optional<String>> contents(Entry entry, String body) {
        JsonNode digests = Wire.mapper().readTree(body).path(1).path("content");
        Map<String, Optional<String>> contents = new LinkedHashMap<>();
        int i = 0;
        for (String name : new TreeSet<>(digests.propertyNames())) {
            byte @Nullable [] text = entry.contents().get(i++);
            contents.put(name, text == null ? Optional.empty() : Optional.of(text(text)));
        }
        return contents;
    }

    private static String text(byte[] stored) {
        return new String(stored, StandardCharsets.UTF_8);
    }

    /// Goes along the entries and keeps the fold before each, because a headline is told on it.
    private final class Walk {
        private final Map<Long, Readings> organisations = new TreeMap<>();
        private Fold fold;

        Walk(Fold from) {
            this.fold = from;
        }

        Optional<Recorded<Event>> over(Entry entry) {
            Optional<Recorded<Event>> recorded = engine.entries().read(entry);
            fold = recorded.map(each -> fold.evolve(each, outside(each.header())))
                    .orElseGet(() -> fold.skip(engine.entries().header(entry)));
            return recorded;
        }

        private Readings outside(Header header) {
            long size = header.reads().stream()
                    .filter(read -> read.stream().isOrganisation())
                    .mapToLong(Read::size)
                    .findFirst()
                    .orElse(0);
            return organisations.computeIfAbsent(
                    size, at -> engine.at(StreamId.ORGANISATION, at).own());
        }
    }
}
