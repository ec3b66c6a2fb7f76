package muster.kernel;

import java.time.Instant;

/// A stream as it is durably, for readers.
///
/// @param snapshot states of the stream and of the organisation it last read
/// @param tip position, root and checkpoint
public record Published(Snapshot snapshot, Journal.Tip tip) {
    public Fold fold() {
        return snapshot.own();
    }

    /// Crisis time at a real time.
    public Instant timeAt(Instant recordedAt) {
        return fold().ground().map(ground -> ground.timeAt(recordedAt)).orElse(recordedAt);
    }
}
