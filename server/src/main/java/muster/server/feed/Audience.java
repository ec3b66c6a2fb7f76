package muster.server.feed;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Digest;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Snapshot;
import muster.kernel.Wire;
import muster.server.door.Counts;
import org.jspecify.annotations.Nullable;

/// All readers of a stream who may see the same: one board, rendered once, and the last changes, for those
/// who come back. Everything that is sent leads from one id to the next, so nobody misses anything or gets it
/// twice. One thread.
final class Audience {
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final String stream;
    private final String era;
    private final int mostChanges;
    private final Counts counts;
    private final Deque<Change> changes = new ArrayDeque<>();
    private final Set<Subscriber> subscribers = new LinkedHashSet<>();
    private Board board;
    private long seq;
    private String id;
    private long bytes;
    private Clock clock;
    private @Nullable Frame snapshot;

    /// What the time of the stream goes by: `from` was its time at the real time `since`, and since then it runs at
    /// `speed` percent of real time. Exactly real time before there is a stream.
    private record Clock(Instant since, Instant from, int speed) {
        static Clock of(Fold fold) {
            return fold.ground()
                    .map(ground -> new Clock(ground.since(), ground.from(), ground.speed()))
                    .orElse(new Clock(Instant.EPOCH, Instant.EPOCH, 100));
        }
    }

    /// @param from the id that a reader has to have for it
    private record Change(String from, Frame frame) {}

    /// @param boot random for every start of the server: what was sent before it cannot be continued
    /// @param mostChanges how many are kept for those who come back
    Audience(
            Catalogue catalogue,
            Snapshot now,
            long organisation,
            Clearance clearance,
            String boot,
            int mostChanges,
            Counts counts) {
        Fold fold = now.own();
        this.stream = fold.stream().text();
        this.era = Digest.key(
                        boot,
                        stream,
                        Integer.toString(fold.epoch()),
                        String.join(
                                " ", clearance.lanes().stream().map(Lane::name).toList()))
                .substring(0, 12);
        this.mostChanges = mostChanges;
        this.counts = counts;
        this.board = Board.of(catalogue, now, clearance);
        this.seq = fold.size() - 1;
        this.id = id(organisation);
        this.clock = Clock.of(fold);
    }

    /// `<era>.<seq>.<organisation>`: the organisation counts too, because cards show some of it.
    private String id(long organisation) {
        return era + "." + seq + "." + organisation;
    }

    boolean isEmpty() {
        return subscribers.isEmpty();
    }

    Set<Subscriber> subscribers() {
        return subscribers;
    }

    /// Takes in a reader: with what it missed since that id, or with everything.
    void admit(Subscriber subscriber, Optional<String> lastId) {
        boolean well = true;
        if (!lastId.equals(Optional.of(id))) {
            List<Frame> missed = lastId.map(this::since).orElse(List.of());
            for (Frame frame : missed.isEmpty() ? List.of(snapshot()) : missed) {
                well = well && subscriber.offer(frame);
            }
        }
        if (well && subscriber.offer(queueOf(subscriber.person()))) {
            subscribers.add(subscriber);
        }
    }

    /// Everything from the change that follows that id; nothing if it is not known any more.
    private List<Frame> since(String lastId) {
        return changes.stream()
                .dropWhile(change -> !change.from.equals(lastId))
                .map(Change::frame)
                .toList();
    }

    private Frame snapshot() {
        Frame written = snapshot;
        if (written == null) {
            written = Frame.snapshot(
                    id,
                    new Text()
                            .put("{\"stream\":")
                            .value(stream)
                            .put(",\"seq\":" + seq + ",\"clock\":")
                            .value(clock)
                            .put(",\"views\":")
                            .put(board.views())
                            .put("}")
                            .bytes(),
                    seq);
            snapshot = written;
        }
        return written;
    }

    private Frame queueOf(Id person) {
        return Frame.waiting(
                new Text()
                        .put("{\"seq\":" + seq + ",\"waiting\":")
                        .put(board.queueOf(person))
                        .put("}")
                        .bytes(),
                seq);
    }

    /// Renders what changed and sends it to everybody.
    void move(Snapshot now, long organisation) {
        Board next = board.at(now);
        Difference difference = Difference.between(board, next);
        boolean silent = difference.changes().isEmpty() && difference.persons().isEmpty();
        board = next;
        if (silent && now.own().size() - 1 == seq) {
            return;
        }
        seq = now.own().size() - 1;
        String from = id;
        id = id(organisation);
        snapshot = null;
        Clock before = clock;
        clock = Clock.of(now.own());
        Frame frame = Frame.change(
                id,
                new Text()
                        .put("{\"seq\":" + seq + ",\"changes\":")
                        .list(difference.changes().iterator())
                        .put(clock.equals(before) ? "" : ",\"clock\":")
                        .put(clock.equals(before) ? new byte[0] : Wire.mapper().writeValueAsBytes(clock))
                        .put("}")
                        .bytes(),
                seq);
        keep(new Change(from, frame));
        for (Subscriber subscriber : Set.copyOf(subscribers)) {
            boolean well = subscriber.offer(frame);
            if (well && difference.persons().contains(subscriber.person())) {
                well = subscriber.offer(queueOf(subscriber.person()));
            }
            if (!well) {
                counts.feedDropped();
                subscribers.remove(subscriber);
            }
        }
    }

    private void keep(Change change) {
        changes.add(change);
        bytes += change.frame.bytes().length;
        while (changes.size() > mostChanges || bytes > MOST_BYTES) {
            bytes -= changes.removeFirst().frame.bytes().length;
        }
    }
}
