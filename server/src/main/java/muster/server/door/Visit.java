package muster.server.door;

import muster.kernel.Actor;
import muster.kernel.Clearance;
import muster.kernel.Published;
import muster.kernel.Standing;
import muster.kernel.StreamId;

/// Somebody before a stream that they may know of, and what they are entitled to there now.
public record Visit(Caller caller, StreamId stream, Published published, Standing standing, Clearance clearance) {
    public Actor.Responder actor() {
        return caller.actor();
    }

    /// Entries that there are.
    public long size() {
        return published.fold().size();
    }

    /// Turns away whoever has not this right in the stream.
    public void needs(String right) {
        if (!standing.has(right)) {
            throw new TurnedAway(Problem.of(403, "forbidden", "That needs the right " + right + "."));
        }
    }
}
