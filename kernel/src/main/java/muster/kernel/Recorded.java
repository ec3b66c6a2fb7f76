package muster.kernel;

import java.time.Instant;
import java.util.Optional;

/// An event with everything the journal knows about it.
///
/// @param authority by what the actor was entitled, as it was at that moment
/// @param seen the last position the actor had in view, as far as anybody can tell
public record Recorded<E extends Event>(
        Header header,
        String type,
        Lane lane,
        Actor actor,
        Entitlement authority,
        Optional<Occurred> occurred,
        Optional<Long> seen,
        Cause cause,
        E event) {

    public long seq() {
        return header.seq();
    }

    /// Crisis time: what deadlines, alarms and measures use.
    public Instant time() {
        return header.time();
    }

    /// Real time: what sessions, delegations and engagements use.
    public Instant recordedAt() {
        return header.recordedAt();
    }

    /// The body digest: what a [Ref] to the words of this entry names.
    public String digest() {
        return header.body();
    }

    /// The acting person; a fault if there is none, so only for events that people cause.
    public Id by() {
        return actor.asPerson().orElseThrow(() -> new IllegalStateException(type + " has no acting person"));
    }
}
