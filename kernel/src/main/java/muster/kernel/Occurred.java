package muster.kernel;

import java.time.Instant;
import java.util.Optional;

/// When the thing happened, where that is not when it was written down.
///
/// @param at claimed time
/// @param grade how good the claim is
/// @param reason why it is entered late; asked for whenever it is
public record Occurred(Instant at, Grade grade, Optional<String> reason) {
    /// How a claimed time is known.
    public enum Grade {
        CONTEMPORANEOUS,
        RECONSTRUCTED,
        SECOND_HAND
    }
}
