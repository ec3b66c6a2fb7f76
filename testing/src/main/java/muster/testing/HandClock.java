package muster.testing;

import java.time.Duration;
import java.time.Instant;
import muster.kernel.Time;

/// The clocks of a machine, moved by hand. Thread-safe.
public final class HandClock implements Time {
    private Instant wall;
    private long monotonic;

    public HandClock(Instant start) {
        this.wall = start;
    }

    @Override
    public synchronized Instant wall() {
        return wall;
    }

    @Override
    public synchronized long monotonic() {
        return monotonic;
    }

    /// Time goes by: both clocks agree on it.
    public synchronized void pass(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time only goes forward, not by " + duration);
        }
        wall = wall.plus(duration);
        monotonic += duration.toNanos();
    }

    /// Somebody sets the wall clock; no time has gone by.
    public synchronized void jump(Duration duration) {
        wall = wall.plus(duration);
    }
}
