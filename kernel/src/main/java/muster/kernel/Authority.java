package muster.kernel;

import java.time.Instant;
import java.util.List;

/// Who stands for what in the streams of one scope. Pure: answers depend on the readings and the given real
/// time only. Authority never consults a directory, a zone database or a clock.
public interface Authority {
    /// What this actor is entitled to. A session that was ended or is over, or a person who is no longer
    /// engaged, has the standing of a stranger.
    Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt);

    /// Who could: the persons in the stream with the right, for answers to people who have it not.
    List<Id> withRight(String right, Readings readings, Instant recordedAt);

    /// Who could: the persons who may speak for the role now.
    List<Id> inRole(String role, Readings readings, Instant recordedAt);

    /// The lanes that are open to the actor.
    Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt);
}
