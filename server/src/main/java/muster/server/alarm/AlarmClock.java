package muster.server.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import muster.kernel.Engine;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// One thread that waits for the earliest alarm of all streams. It knows when, not what: the stream decides
/// in its turn, under a key that makes an alarm ring once however many clocks there are.
public final class AlarmClock implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(AlarmClock.class.getName());
    /// A wall clock that was set is noticed within this.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Engine engine;
    private final Map<StreamId, Instant> due = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Consumer<Engine.Advance> follower = this::moved;
    private @Nullable Thread thread;

    public AlarmClock(Engine engine) {
        this.engine = engine;
    }

    /// Starts with the index that the journal keeps, so that no stream needs to be loaded for it.
    public void start() {
        // following first, so that nothing can come between: what the index says may be too early, which only wakes
        // once more
        engine.follow(follower);
        Map<StreamId, Instant> index = engine.journal().alarms();
        lock.lock();
        try {
            index.forEach((stream, time) -> due.merge(stream, time, (one, other) -> one.isBefore(other) ? one : other));
        } finally {
            lock.unlock();
        }
        thread = Thread.ofVirtual().name("alarm-clock").start(this::run);
    }

    private void moved(Engine.Advance advance) {
        StreamId stream = advance.published().fold().stream();
        put(stream, engine.nextAlarm(stream));
    }

    private void put(StreamId stream, Optional<Instant> next) {
        lock.lock();
        try {
            if (next.isPresent()) {
                due.put(stream, next.get());
            } else {
                due.remove(stream);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                wake(next());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// What could not be decided now is asked again, but not in a circle; one stream that cannot be read
    /// stops no other.
    private void wake(StreamId stream) {
        Instant now = engine.now();
        Instant again = now.plus(AGAIN);
        try {
            engine.wake(stream).join();
            put(stream, engine.nextAlarm(stream).map(time -> time.isAfter(now) ? time : again));
        } catch (RuntimeException unreadable) {
            LOG.log(System.Logger.Level.ERROR, "the alarms of " + stream + " are asked for again", unreadable);
            put(stream, Optional.of(again));
        }
    }

    /// Waits for the next stream that is due and takes it off the list; it comes back when its state moves.
    private StreamId next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                Optional<Map.Entry<StreamId, Instant>> first =
                        due.entrySet().stream().min(Map.Entry.comparingByValue());
                Duration wait = first.map(entry -> Duration.between(engine.now(), entry.getValue()))
                        .filter(left -> left.compareTo(LONGEST_WAIT) < 0)
                        .orElse(LONGEST_WAIT);
                if (first.isPresent() && !wait.isPositive()) {
                    due.remove(first.get().getKey());
                    return first.get().getKey();
                }
                changed.awaitNanos(wait.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        engine.unfollow(follower);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
