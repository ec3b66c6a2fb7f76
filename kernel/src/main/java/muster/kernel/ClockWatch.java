package muster.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Tells the time that entries are recorded at, and notices when the wall clock and the monotonic clock part
/// by more than a minute: from then on time goes by the monotonic clock, until somebody confirms the wall
/// clock. Thread-safe.
final class ClockWatch {
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Time time;
    private Instant wallThen;
    private long monotonicThen;
    private boolean doubtful;

    ClockWatch(Time time) {
        this.time = time;
        this.wallThen = time.wall();
        this.monotonicThen = time.monotonic();
    }

    /// Now, in milliseconds.
    synchronized Instant now() {
        Instant wall = time.wall();
        Instant expected = wallThen.plusNanos(time.monotonic() - monotonicThen);
        if (!doubtful && Duration.between(expected, wall).abs().compareTo(TOLERANCE) > 0) {
            doubtful = true;
        }
        if (!doubtful) {
            // slow drift and small corrections of the wall clock are followed
            wallThen = wall;
            monotonicThen = time.monotonic();
            return wall.truncatedTo(ChronoUnit.MILLIS);
        }
        return expected.truncatedTo(ChronoUnit.MILLIS);
    }

    synchronized boolean doubtful() {
        return doubtful;
    }

    Instant wall() {
        return time.wall().truncatedTo(ChronoUnit.MILLIS);
    }

    /// The wall clock is trusted again.
    synchronized void confirm() {
        doubtful = false;
        wallThen = time.wall();
        monotonicThen = time.monotonic();
    }
}
