package muster.server.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.kernel.Engine;
import muster.kernel.Entries;
import muster.kernel.Header;
import muster.kernel.StreamId;
import muster.server.door.Problem;
import muster.server.door.TurnedAway;
import muster.server.door.Visit;

/// Positions of a stream by number or by time.
final class Past {
    private final Engine engine;

    Past(Engine engine) {
        this.engine = engine;
    }

    /// How many entries there were then.
    ///
    /// @param when a position, or a time in UTC: then the last entry recorded by it is meant
    long size(Visit visit, String when) {
        if (when.matches("[0-9]{1,15}")) {
            long seq = Long.parseLong(when);
            if (seq >= visit.size()) {
                throw new TurnedAway(Problem.of(
                        404, "not-yet", "The last entry is " + (visit.size() - 1) + "; there is no " + seq + " yet."));
            }
            return seq + 1;
        }
        try {
            if (!when.endsWith("Z")) {
                throw new DateTimeException("no Z");
            }
            return recordedBy(visit, Instant.parse(when));
        } catch (DateTimeException wrong) {
            throw new TurnedAway(
                    Problem.malformed("at", "is neither a position nor a time in UTC with a Z at the end"));
        }
    }

    /// Entries recorded by then: `recordedAt` never decreases, so halving finds the last one.
    private long recordedBy(Visit visit, Instant time) {
        long by = 0;
        long after = visit.size();
        while (by < after) {
            long middle = (by + after) >>> 1;
            if (header(visit.stream(), middle).recordedAt().isAfter(time)) {
                after = middle;
            } else {
                by = middle + 1;
            }
        }
        if (by == 0) {
            throw new TurnedAway(Problem.of(404, "not-begun", "Nothing had been recorded by then."));
        }
        return by;
    }

    Header header(StreamId stream, long seq) {
        Entries entries = engine.entries();
        List<Header> headers = new ArrayList<>();
        engine.journal().read(stream, seq, seq + 1, entry -> headers.add(entries.header(entry)));
        return headers.getFirst();
    }
}
