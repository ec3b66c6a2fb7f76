package muster.server.door;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.kernel.Engine;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// `GET …/keys/{key}`: what became of a command whose answer was lost; to its own actor only.
public final class KeyDoor implements Door {
    private final Engine engine;
    private final Entrance entrance;

    public KeyDoor(Engine engine, Entrance entrance) {
        this.engine = engine;
        this.entrance = entrance;
    }

    private record Made(String outcome, StreamId stream, long from, long to, List<String> receipts) {}

    /// @param asOf the last entry that was looked at
    private record None(String outcome, StreamId stream, long asOf) {}

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries();
        Visit visit = entrance.visit(asked);
        StreamId stream = visit.stream();
        try {
            // the position first: what is not found then was not there up to it
            long size = engine.journal().tip(stream).size();
            Optional<Journal.Made> made =
                    engine.find(stream, visit.actor(), asked.part("key").toLowerCase(Locale.ROOT));
            if (made.isEmpty()) {
                return Answer.json(new None("none", stream, size - 1));
            }
            long from = made.get().first();
            long end = from + made.get().count();
            return Answer.json(new Made(
                    "committed", stream, from, end - 1, engine.journal().receipts(stream, from, end)));
        } catch (Journal.JournalUnavailable unavailable) {
            return Outcomes.unknown("The record cannot be read now.");
        }
    }
}
