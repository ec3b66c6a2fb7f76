package muster.server.door;

import java.util.function.Supplier;
import muster.kernel.Actor;
import muster.kernel.Clearance;
import muster.kernel.Published;
import muster.kernel.Standing;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Somebody before a stream that they may know of, and what they are entitled to there now.
/// One thread.
public final class Visit {
    private final Caller caller;
    private final StreamId stream;
    private final Published published;
    private final Standing standing;
    private final Supplier<Clearance> open;
    private @Nullable Clearance clearance;

    /// @param open finds out what the visitor may see: for whoever gives a command the turn does that
    Visit(Caller caller, StreamId stream, Published published, Standing standing, Supplier<Clearance> open) {
        this.caller = caller;
        this.stream = stream;
        this.published = published;
        this.standing = standing;
        this.open = open;
    }

    public Caller caller() {
        return caller;
    }

    public StreamId stream() {
        return stream;
    }

    public Published published() {
        return published;
    }

    public Standing standing() {
        return standing;
    }

    /// What the visitor may see of the stream; found out when it is asked for the first time.
    public Clearance clearance() {
        Clearance known = clearance;
        if (known == null) {
            known = open.get();
            clearance = known;
        }
        return known;
    }

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
