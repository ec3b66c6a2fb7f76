package muster.server.courier;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Fold;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;

/// Carries what is on its way: commands into other streams, errands to outlets. Each parcel has its own
/// virtual thread and goes until its outcome is recorded; nothing waits for another, and no turn of a stream
/// waits for any.
public final class Courier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Engine engine;
    private final Map<String, Outlet> outlets;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<Engine.Advance> follower = this::moved;

    /// @param outlets by the name that errands ask for
    public Courier(Engine engine, Map<String, Outlet> outlets) {
        this.engine = engine;
        this.outlets = Map.copyOf(outlets);
    }

    /// Takes up what is outstanding in every stream, then whatever comes. Returns at once: old streams are
    /// looked through, one after the other, while whoever asks is served already.
    public void start() {
        engine.follow(follower);
        carriers.execute(() -> engine.streams().stream()
                .takeWhile(stream -> !carriers.isShutdown())
                .forEach(this::lookThrough));
    }

    private void lookThrough(StreamId stream) {
        try {
            collect(engine.published(stream).fold());
        } catch (RuntimeException unreadable) {
            if (carriers.isShutdown()) {
                return;
            }
            LOG.log(System.Logger.Level.ERROR, "what is on its way from " + stream + " is not known", unreadable);
        }
    }

    private void moved(Engine.Advance advance) {
        collect(advance.published().fold());
    }

    private void collect(Fold fold) {
        boolean leaves =
                fold.ground().filter(ground -> leavesMuster(ground.kind())).isPresent();
        for (Fold.Outstanding parcel : fold.outstanding()) {
            if (underWay.add(parcel.key())) {
                try {
                    carriers.execute(() -> carry(fold.stream(), parcel, leaves));
                } catch (RejectedExecutionException closing) {
                    return;
                }
            }
        }
    }

    /// Nothing of an exercise leaves it.
    private static boolean leavesMuster(StreamKind kind) {
        return switch (kind) {
            case ORGANISATION, CRISIS -> true;
            case EXERCISE, CONTROL -> false;
        };
    }

    private void carry(StreamId stream, Fold.Outstanding parcel, boolean leaves) {
        try {
            Outlet.Delivery delivery = attempt(stream, parcel, leaves);
            for (Duration pause = FIRST_PAUSE; delivery.outcome() == Errand.Outcome.UNKNOWN; pause = longer(pause)) {
                Thread.sleep(pause);
                delivery = attempt(stream, parcel, leaves);
            }
            settle(stream, parcel, delivery);
            underWay.remove(parcel.key());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /// A fault is tried again like the unknown: what is on its way is not given up for a mistake of ours.
    private Outlet.Delivery attempt(StreamId stream, Fold.Outstanding parcel, boolean leaves)
            throws InterruptedException {
        try {
            return switch (parcel.parcel()) {
                case Fold.Across across -> delivery(engine.carry(stream, parcel).join());
                case Fold.Outward(Errand errand) -> leaves ? deliver(stream, parcel.key(), errand) : keptInside();
            };
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "a parcel of " + stream + " is tried again", fault);
            return new Outlet.Delivery(Errand.Outcome.UNKNOWN, fault.toString());
        }
    }

    private Outlet.Delivery deliver(StreamId stream, String key, Errand errand) throws InterruptedException {
        Outlet outlet = outlets.get(errand.outlet());
        return outlet == null
                ? new Outlet.Delivery(Errand.Outcome.REFUSED, "there is no outlet " + errand.outlet())
                : outlet.deliver(stream, key, errand);
    }

    private static Outlet.Delivery keptInside() {
        return new Outlet.Delivery(Errand.Outcome.DONE, "kept inside the exercise");
    }

    private static Outlet.Delivery delivery(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed committed ->
                new Outlet.Delivery(Errand.Outcome.DONE, "entries " + committed.from() + " to " + committed.to());
            case Outcome.Refused refused -> new Outlet.Delivery(Errand.Outcome.REFUSED, refused.words());
            case Outcome.Forbidden forbidden -> new Outlet.Delivery(Errand.Outcome.REFUSED, forbidden.words());
            case Outcome.StepUp stepUp ->
                new Outlet.Delivery(Errand.Outcome.REFUSED, "a stronger sign-in was asked for");
            case Outcome.Unseen unseen -> new Outlet.Delivery(Errand.Outcome.REFUSED, "there is no such thing");
            case Outcome.Unreadable unreadable -> new Outlet.Delivery(Errand.Outcome.REFUSED, unreadable.words());
            case Outcome.Faulted faulted -> throw new IllegalStateException(faulted.words());
            case Outcome.Unavailable unavailable -> new Outlet.Delivery(Errand.Outcome.UNKNOWN, unavailable.words());
            case Outcome.Unknown unknown -> new Outlet.Delivery(Errand.Outcome.UNKNOWN, unknown.words());
        };
    }

    /// Records how it ended; goes on until that is durable.
    private void settle(StreamId stream, Fold.Outstanding parcel, Outlet.Delivery delivery)
            throws InterruptedException {
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            Outcome outcome = engine.settle(stream, parcel.key(), delivery.outcome(), delivery.words())
                    .join();
            if (outcome instanceof Outcome.Committed || isSettled(stream, parcel)) {
                return;
            }
            Thread.sleep(pause);
        }
    }

    private boolean isSettled(StreamId stream, Fold.Outstanding parcel) {
        try {
            return engine.published(stream).fold().outstanding(parcel.key()).isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /// Lets nothing begin any more, and waits a moment for what is being done. The next start carries on the
    /// rest.
    @Override
    public void close() {
        engine.unfollow(follower);
        carriers.shutdownNow();
        try {
            boolean done = carriers.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS);
            LOG.log(System.Logger.Level.DEBUG, done ? "nothing is under way" : "something is under way still");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
