package muster.server.door;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// So many at once and so many a second, for each of many: a bucket that fills up again. Thread-safe.
public final class Throttle {
    private static final int MANY = 10_000;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

    /// @param nanos a clock that never jumps
    public Throttle(double perSecond, int burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /// Takes one; turns away who has none left.
    public void pass(Object who) {
        if (buckets.size() > MANY) {
            buckets.values().removeIf(Bucket::isFull);
        }
        Duration wait = buckets.computeIfAbsent(who, key -> new Bucket()).take();
        if (wait.isPositive()) {
            throw new TurnedAway(Problem.tooOften(wait));
        }
    }

    private final class Bucket {
        private double tokens = burst;
        private long at = nanos.getAsLong();

        /// Takes one, or says how long to wait for it.
        synchronized Duration take() {
            fill();
            if (tokens < 1) {
                return Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * 1e9));
            }
            tokens--;
            return Duration.ZERO;
        }

        synchronized boolean isFull() {
            fill();
            return tokens >= burst;
        }

        private void fill() {
            long now = nanos.getAsLong();
            tokens = Math.min(burst, tokens + (now - at) / 1e9 * perSecond);
            at = now;
        }
    }
}
