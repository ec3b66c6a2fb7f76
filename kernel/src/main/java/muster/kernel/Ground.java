package muster.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What holds for a stream as a whole.
///
/// @param since real time of the entry from which `from` and `speed` count
/// @param from crisis time then
/// @param speed percent of real time
/// @param clockInDoubt whether a clock anomaly waits for somebody to confirm the clock
public record Ground(
        StreamKind kind,
        Id logId,
        int epoch,
        String origin,
        String key,
        Optional<String> charter,
        Instant since,
        Instant from,
        int speed,
        boolean clockInDoubt) {

    /// Crisis time at a real time not before `since`.
    public Instant timeAt(Instant recordedAt) {
        long real = Duration.between(since, recordedAt).toMillis();
        return speed == 100 ? from.plusMillis(real) : from.plusMillis(Math.multiplyExact(real, speed) / 100);
    }

    /// The earliest real time at which it is this crisis time; empty while time stands still before it.
    public Optional<Instant> realTimeOf(Instant time) {
        long ahead = Duration.between(from, time).toMillis();
        if (ahead <= 0) {
            return Optional.of(since);
        }
        return speed == 0 ? Optional.empty() : Optional.of(since.plusMillis(Math.ceilDiv(ahead * 100, speed)));
    }
}
