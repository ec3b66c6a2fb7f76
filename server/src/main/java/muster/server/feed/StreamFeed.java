package muster.server.feed;

import java.lang.System.Logger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import muster.kernel.Clearance;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.server.door.Caller;

/// The live feed of one stream: a thread of its own that takes readers in, renders what changed, at most so
/// often, and looks whether the readers are still entitled. It lives while there are readers, and a little
/// longer for those who come back.
final class StreamFeed {
    private static final Logger LOG = System.getLogger(StreamFeed.class.getName());
    private static final long LINGER = TimeUnit.MINUTES.toNanos(2);
    /// So many are kept for those who come back; more only while somebody reads.
    private static final int MOST_AUDIENCES = 8;

    private final LiveFeed home;
    private final StreamId stream;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final Map<Clearance, Audience> audiences = new HashMap<>();
    private long emptySince = System.nanoTime();

    /// What the thread is told.
    private sealed interface Message {}

    private record Joins(Subscriber subscriber, Optional<String> lastId) implements Message {}

    private record Leaves(Subscriber subscriber) implements Message {}

    /// There is something new.
    private record Moves() implements Message {}

    /// The server stops.
    private record Stops() implements Message {}

    StreamFeed(LiveFeed home, StreamId stream) {
        this.home = home;
        this.stream = stream;
    }

    void start() {
        Thread.ofVirtual().name("feed " + stream).start(this::run);
    }

    void join(Subscriber subscriber, Optional<String> lastId) {
        messages.add(new Joins(subscriber, lastId));
    }

    void leave(Subscriber subscriber) {
        messages.add(new Leaves(subscriber));
    }

    /// Never waits: it is called on the thread of the turn.
    void move() {
        if (stale.compareAndSet(false, true)) {
            messages.add(new Moves());
        }
    }

    void stop() {
        messages.add(new Stops());
    }

    private void run() {
        try {
            boolean going = true;
            long renderAt = System.nanoTime();
            long recheckAt = renderAt;
            while (going) {
                Message message = messages.poll(wait(renderAt, recheckAt), TimeUnit.NANOSECONDS);
                going = message == null || heard(message);
                long now = System.nanoTime();
                boolean rendering = stale.get() && now - renderAt >= 0;
                if (rendering || now - recheckAt >= 0) {
                    look(rendering);
                    renderAt = rendering ? now + home.limits().feedPause().toNanos() : renderAt;
                    recheckAt = now + home.limits().recheck().toNanos();
                }
                going = going && !(emptyFor(now) > LINGER && home.forget(stream, this));
            }
        } catch (InterruptedException stopped) {
            endAll(Frame.reconnect());
        } catch (RuntimeException fault) {
            LOG.log(Logger.Level.ERROR, "the feed of " + stream + " broke off", fault);
            home.replace(stream, this);
            endAll(Frame.reconnect());
        }
    }

    private long wait(long renderAt, long recheckAt) {
        long now = System.nanoTime();
        long wait = audiences.values().stream().allMatch(Audience::isEmpty) ? LINGER : recheckAt - now;
        return Math.max(0, stale.get() ? Math.min(wait, renderAt - now) : wait);
    }

    /// False when it is time to stop.
    private boolean heard(Message message) {
        return switch (message) {
            case Joins(Subscriber subscriber, Optional<String> lastId) -> {
                admit(subscriber, lastId, home.now(stream));
                yield true;
            }
            case Leaves(Subscriber subscriber) -> {
                audiences.values().forEach(audience -> audience.subscribers().remove(subscriber));
                yield true;
            }
            case Moves moves -> true;
            case Stops stops -> {
                endAll(Frame.reconnect());
                yield false;
            }
        };
    }

    /// The moment first, then who may see it, then what: whoever was shut out by then gets nothing of it.
    private void look(boolean rendering) {
        if (rendering) {
            stale.set(false);
        }
        Snapshot now = home.now(stream);
        recheck(now);
        if (rendering) {
            long organisation = home.organisation(now);
            audiences.values().forEach(audience -> audience.move(now, organisation));
        }
    }

    /// Whoever is not entitled any more is cut off; whoever may see something else begins anew with that.
    private void recheck(Snapshot now) {
        Map<Caller, Optional<Clearance>> asked = new HashMap<>();
        for (Map.Entry<Clearance, Audience> entry : List.copyOf(audiences.entrySet())) {
            Audience audience = entry.getValue();
            for (Subscriber subscriber : List.copyOf(audience.subscribers())) {
                Optional<Clearance> open =
                        asked.computeIfAbsent(subscriber.caller(), caller -> home.open(caller, stream));
                if (!open.equals(Optional.of(entry.getKey()))) {
                    audience.subscribers().remove(subscriber);
                    subscriber.startOver();
                    admit(subscriber, Optional.empty(), now);
                }
            }
            if (audience.isEmpty() && audiences.size() > MOST_AUDIENCES) {
                audiences.remove(entry.getKey());
            }
        }
    }

    private void admit(Subscriber subscriber, Optional<String> lastId, Snapshot now) {
        Optional<Clearance> open = home.open(subscriber.caller(), stream);
        if (open.isEmpty()) {
            subscriber.end(Frame.ended());
            return;
        }
        audiences
                .computeIfAbsent(open.get(), clearance -> audience(clearance, now))
                .admit(subscriber, lastId);
    }

    private Audience audience(Clearance clearance, Snapshot now) {
        return new Audience(
                home.catalogue(),
                now,
                home.organisation(now),
                clearance,
                home.boot(),
                home.limits().feedQueue() / 2,
                home.counts());
    }

    private void endAll(Frame last) {
        audiences.values().forEach(audience -> audience.subscribers().forEach(subscriber -> subscriber.end(last)));
        audiences.clear();
        for (Message left = messages.poll(); left != null; left = messages.poll()) {
            if (left instanceof Joins(Subscriber subscriber, Optional<String> lastId)) {
                subscriber.end(last);
            }
        }
    }

    private long emptyFor(long now) {
        if (!audiences.values().stream().allMatch(Audience::isEmpty)) {
            emptySince = now;
        }
        return now - emptySince;
    }

    /// Whether nobody waits to be let in.
    boolean isQuiet() {
        return messages.isEmpty();
    }
}
