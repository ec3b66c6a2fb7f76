package muster.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The queue before one stream: what waits is decided in order, up to 64 commands at once, and made
/// durable by one append. One turn at a time; readers see only what is durable.
///
/// Who publishes: the first who asks loads the stream from the journal, under the lock; from then on
/// only turns move it, so what is published never goes back and followers are told of every entry
/// behind it.
final class Line {
    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_CONFLICTS = 100;

    private final Engine engine;
    private final StreamId stream;
    private final Entries entries;
    private final ClockWatch clock;
    private final Entropy entropy;
    private final Executor turns;
    private final History history;
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean running = new AtomicBoolean();
    private final Set<String> stuckAlarms = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Published published;

    Line(
            Engine engine,
            StreamId stream,
            Entries entries,
            ClockWatch clock,
            Entropy entropy,
            Executor turns,
            History history) {
        this.engine = engine;
        this.stream = stream;
        this.entries = entries;
        this.clock = clock;
        this.entropy = entropy;
        this.turns = turns;
        this.history = history;
    }

    CompletableFuture<Outcome> submit(Request request) {
        waiting.add(request);
        schedule();
        return request.answer();
    }

    private void schedule() {
        if (running.compareAndSet(false, true)) {
            try {
                turns.execute(this::run);
            } catch (RejectedExecutionException closing) {
                running.set(false);
                for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
                    next.answer().complete(new Outcome.Unavailable("Muster is shutting down."));
                }
            }
        }
    }

    private void run() {
        try {
            List<Request> batch = new ArrayList<>();
            for (Request next = waiting.poll();
                    next != null;
                    next = batch.size() < MOST_AT_ONCE ? waiting.poll() : null) {
                batch.add(next);
            }
            if (!batch.isEmpty()) {
                turn(batch);
            }
        } finally {
            running.set(false);
            if (!waiting.isEmpty()) {
                schedule();
            }
        }
    }

    private void turn(List<Request> batch) {
        try {
            List<Request> left = batch;
            for (int conflicts = 0; !left.isEmpty(); conflicts++) {
                if (conflicts > MOST_CONFLICTS) {
                    throw new IllegalStateException("lost the race for " + stream + " a hundred times");
                }
                left = new Round(engine, this, clock, newTurn(upToDate()), left).play();
            }
        } catch (RuntimeException | Error fault) {
            // whatever was appended has been answered, or found to be unknown, by the round itself
            Outcome outcome = fault instanceof Journal.JournalUnavailable unavailable
                    ? new Outcome.Unavailable(String.valueOf(unavailable.getMessage()))
                    : new Outcome.Faulted(fault.toString());
            batch.forEach(request -> request.answer().complete(outcome));
            if (fault instanceof Error error) {
                throw error;
            }
        }
    }

    private Turn newTurn(Fold fold) {
        Engine.Outside outside = engine.outsideNow(fold);
        Instant now = clock.now();
        return new Turn(
                engine.catalogue(),
                entries,
                entropy,
                fold,
                outside.reads(),
                outside.states(),
                now.isBefore(fold.recordedAt()) ? fold.recordedAt() : now);
    }

    /// The fold of what is stored, read on where somebody else has written; only on the thread of the turn.
    private Fold upToDate() {
        Journal.Tip tip = engine.journal().tip(stream);
        Published before = published().orElse(null);
        if (before == null) {
            return history.at(0);
        }
        if (tip.size() <= before.tip().size()) {
            return before.fold();
        }
        List<Recorded<Event>> byOthers = new ArrayList<>();
        Fold fold = history.forward(before.fold(), tip.size(), byOthers::add);
        moved(fold, engine.outsideAt(fold.reads()), tip, byOthers);
        return fold;
    }

    /// Publishes what has just become durable and tells everybody; only on the thread of the turn.
    void moved(Fold fold, Readings outside, Journal.Tip tip, List<Recorded<Event>> recorded) {
        stuckAlarms.clear();
        engine.advanced(new Engine.Advance(publish(fold, outside, tip), List.copyOf(recorded)));
    }

    private synchronized Published publish(Fold fold, Readings outside, Journal.Tip tip) {
        history.passed(fold);
        Published now = new Published(new Snapshot(fold, stream.isOrganisation() ? fold : outside), tip);
        published = now;
        return now;
    }

    Optional<Published> published() {
        if (published == null) {
            load();
        }
        return Optional.ofNullable(published);
    }

    private synchronized void load() {
        if (published == null) {
            Journal.Tip tip = engine.journal().tip(stream);
            if (tip.size() > 0) {
                Fold fold = history.at(tip.size());
                publish(fold, engine.outsideAt(fold.reads()), tip);
            }
        }
    }

    Snapshot at(long size) {
        Fold fold = history.at(size);
        return new Snapshot(fold, stream.isOrganisation() ? fold : engine.outsideAt(fold.reads()));
    }

    Turn dryTurn() {
        return newTurn(published().map(Published::fold).orElseGet(() -> history.at(0)));
    }

    /// Decides one command without writing; each on the published state.
    Outcome dry(Turn turn, Actor actor, Command command) {
        Turn fresh = turn.again();
        Turn.Answer answer =
                fresh.decide(Ask.plain(actor, command, new Cause.Asked(), Optional.empty(), Optional.empty()));
        return switch (answer) {
            case Turn.Final(Outcome outcome) -> outcome;
            case Turn.Decided decided ->
                new Outcome.Committed(stream, turn.fold().size(), fresh.fold().size() - 1, List.of(), List.of());
        };
    }

    /// Leaves an alarm alone that changed nothing when it rang, until the state moves: it would ring
    /// for ever.
    void stuck(Fold.Ringing ringing) {
        stuckAlarms.add(keyOf(ringing));
    }

    /// The first alarm that is not stuck.
    Optional<Fold.Ringing> firstAlarm(Fold fold) {
        return fold.firstAlarm(ringing -> stuckAlarms.isEmpty() || !stuckAlarms.contains(keyOf(ringing)));
    }

    /// The key under which an alarm rings once, however many engines ask.
    String keyOf(Fold.Ringing ringing) {
        Alarm alarm = ringing.alarm();
        return Digest.key(stream.text(), ringing.feature(), alarm.id(), Wire.text(alarm.due()));
    }

    /// When the stream wants to be woken next, real time.
    Optional<Instant> nextAlarm(Fold fold) {
        return firstAlarm(fold)
                .flatMap(ringing -> fold.ground()
                        .flatMap(ground -> ground.realTimeOf(ringing.alarm().due())));
    }
}
