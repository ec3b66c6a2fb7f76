package muster.people;

import java.time.Instant;
import muster.kernel.Id;

/// A sign-in link: whoever shows it is the person, once.
///
/// @param until end of its validity, real time
/// @param redeemed true once it was used
public record Link(Id id, Id person, Instant until, boolean redeemed) {
    /// Whether it can be used at that real time.
    boolean isGood(Instant recordedAt) {
        return !redeemed && recordedAt.isBefore(until);
    }

    Link redeem() {
        return new Link(id, person, until, true);
    }
}
