package muster.crises;

import java.time.Instant;
import java.util.List;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Standing;

/// The authority of a crisis with one more lane, open to everybody who takes part.
record OneMoreLane(Authority usual, Lane lane) implements Authority {
    OneMoreLane(Lane lane) {
        this(new CrisisAuthority(), lane);
    }

    @Override
    public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
        return usual.standing(actor, readings, recordedAt);
    }

    @Override
    public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
        return usual.withRight(right, readings, recordedAt);
    }

    @Override
    public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
        return usual.inRole(role, readings, recordedAt);
    }

    @Override
    public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
        return usual.clearance(actor, readings, recordedAt).sees(Lane.GENERAL)
                ? new Clearance(List.of(Lane.GENERAL, lane))
                : Clearance.NONE;
    }
}
