package muster.server.door;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import muster.crises.Register;
import muster.crises.Roll;
import muster.kernel.Actor;
import muster.kernel.Clearance;
import muster.kernel.Engine;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Standing;
import muster.kernel.StreamId;

/// The way in to every stream: who asks, whether they may know that the stream exists, and, for what changes
/// something, whether they really ask it themselves.
public final class Entrance {
    private static final Logger LOG = System.getLogger(Entrance.class.getName());

    private final Engine engine;
    private final Callers callers;
    private final CrossSite crossSite;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Phaser inside = new Phaser(1);

    public Entrance(Engine engine, Callers callers, CrossSite crossSite) {
        this.engine = engine;
        this.callers = callers;
        this.crossSite = crossSite;
    }

    /// From now on nothing is taken that changes anything.
    public void drain() {
        draining.set(true);
    }

    public boolean isDraining() {
        return draining.get();
    }

    /// Runs what must be answered before the server stops.
    Answer answering(Supplier<Answer> call) {
        inside.register();
        try {
            return call.get();
        } finally {
            inside.arriveAndDeregister();
        }
    }

    /// Waits until everything that must be answered is, but not longer than that.
    public void awaitAnswers(Duration most) {
        try {
            inside.awaitAdvanceInterruptibly(inside.arrive(), most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.log(Logger.Level.WARNING, "stopped while commands were waiting for their answer");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public Caller caller(Asked asked) {
        return callers.of(asked).orElseThrow(() -> new TurnedAway(Problem.signIn()));
    }

    /// Before the stream that the path names; for what only reads.
    public Visit visit(Asked asked) {
        return visit(caller(asked), stream(asked));
    }

    /// The same for what a browser could be made to send by somebody else's page.
    Visit knowingly(Asked asked) {
        Caller caller = caller(asked);
        crossSite.check(asked, caller);
        return visit(caller, stream(asked));
    }

    public Visit visit(Caller caller, Optional<StreamId> stream) {
        return stream.flatMap(named -> look(caller, named)).orElseThrow(() -> new TurnedAway(Problem.unseen()));
    }

    /// What the caller may see of a stream now; empty if they may not know that it exists, or if it does not.
    public Optional<Visit> look(Caller caller, StreamId stream) {
        Standing standing = standing(caller.actor(), stream);
        return standing.member()
                ? Optional.of(new Visit(
                        caller, stream, engine.published(stream), standing, () -> clearance(caller.actor(), stream)))
                : Optional.empty();
    }

    private Standing standing(Actor.Responder actor, StreamId stream) {
        // asked first, because asking for what is published in a stream makes the engine remember the name, and anybody
        // can make up names; of a stream that is in use the journal is not asked
        return engine.exists(stream) ? engine.standing(stream, actor) : Standing.STRANGER;
    }

    /// What is open to the actor. The organisation has a lane for every crisis, and only the crisis knows who
    /// is in it.
    private Clearance clearance(Actor.Responder actor, StreamId stream) {
        Clearance clearance = engine.clearance(stream, actor);
        if (!stream.isOrganisation()) {
            return clearance;
        }
        List<Lane> lanes = new ArrayList<>(clearance.lanes());
        Roll roll = engine.published(stream).fold().stateOf(Register.KEY);
        roll.crises()
                .ids()
                .filter(crisis -> standing(actor, StreamId.of(crisis)).member())
                .map(Register::laneOf)
                .forEach(lanes::add);
        return new Clearance(lanes);
    }

    /// What is still open to somebody who was let in earlier; empty if nothing is.
    public Optional<Clearance> stillOpen(Caller caller, StreamId stream) {
        return callers.honours(caller)
                        && engine.standing(stream, caller.actor()).member()
                ? Optional.of(clearance(caller.actor(), stream))
                : Optional.empty();
    }

    /// `/api/organisation/…` names the organisation, `/api/crises/{crisis}/…` a crisis; empty if no stream
    /// can have that name.
    private static Optional<StreamId> stream(Asked asked) {
        String crisis = asked.part("crisis");
        if (crisis.isEmpty()) {
            return Optional.of(StreamId.ORGANISATION);
        }
        return Id.wellFormed(crisis) ? Optional.of(new StreamId(crisis)) : Optional.empty();
    }
}
