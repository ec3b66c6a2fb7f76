package muster.server.courier;

import muster.kernel.Errand;
import muster.kernel.StreamId;

/// A way to the outside world. Called on a virtual thread of its own, and again with the same key after a
/// crash or an unknown outcome: an outlet makes sure that the same key takes effect once.
public interface Outlet {
    /// How it ended.
    record Delivery(Errand.Outcome outcome, String words) {}

    /// Never throws for what the outside world does: that is a `Delivery` of `FAILED`, or `UNKNOWN` where it
    /// may have happened.
    Delivery deliver(StreamId stream, String key, Errand errand) throws InterruptedException;
}
