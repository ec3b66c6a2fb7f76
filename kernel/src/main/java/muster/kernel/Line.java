package muster.kernel;

import java.time.Instant;
import java.util.ArrayDeque;
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
/// durable by one append. Readers see only what is durable.
///
/// While one round is on its way to the disk, the next is decided on the fold it will leave, so that processor
/// and disk do not wait for each other. It is given to the journal when the one before is durable, and decided
/// again if that never happens: nothing was told or written of it.
///
/// Who publishes: the first who asks loads the stream from the journal, under the lock; from then on
/// only turns move it, so what is published never goes back and followers are told of every entry
/// behind it.
final class Line {
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
    /// What has to be decided again, before what waits.
    private final Queue<Request> again = new ArrayDeque<>();
    /// The round that was given to the journal and of which nobody knows yet what became.
    private volatile @Nullable Round written;
    /// The round that was decided on top of it.
    private volatile @Nullable Round ahead;
    /// How often in a row others were faster, or 1 after a failure: then the journal is looked at first.
    private int lost;

    private volatile boolean closed;
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
                closed = true;
                run();
            }
        }
    }

    /// Does what can be done now. One thread at a time is in here, and nobody else touches the rounds.
    private void run() {
        try {
            boolean busy = true;
            while (busy) {
                busy = land() || begin();
            }
        } finally {
            running.set(false);
            // what came after the last look found somebody running
            if (canGoOn()) {
                schedule();
            }
        }
    }

    private boolean canGoOn() {
        Round before = written;
        return (before != null && before.isKnown()) || (!waiting.isEmpty() && canDecide(before));
    }

    private boolean canDecide(@Nullable Round before) {
        Round next = ahead;
        return before == null || (before.mayBeFollowed() && (next == null || next.hasRoom()));
    }

    /// Sees to what became of the round that was written.
    private boolean land() {
        Round landed = written;
        if (landed == null || !landed.isKnown()) {
            return false;
        }
        Round next = ahead;
        written = null;
        ahead = null;
        Journal.Appended became = landed.became();
        lost = switch (became) {
            case Journal.Committed committed -> 0;
            case Journal.Conflict conflict -> lost + 1;
            case Journal.NotAppended refused -> 1;
            case Journal.Unknown unknown -> 1;
        };
        if (next != null && lost == 0) {
            // the disk does not wait until everybody is answered
            write(next);
        }
        guarded(landed, () -> again.addAll(landed.end()));
        if (next != null && lost > 0) {
            // it was decided on what has not come to be
            again.addAll(next.unanswered());
        }
        return true;
    }

    /// Decides what waits: to be written at once, or when the round before it is durable.
    private boolean begin() {
        Round before = written;
        Request first = canDecide(before) ? next() : null;
        if (first == null) {
            return false;
        }
        Round round;
        try {
            round = ahead != null ? ahead : new Round(engine, this, clock, turn(before), keys(before));
        } catch (RuntimeException fault) {
            first.answer().complete(outcome(fault));
            return true;
        }
        ahead = null;
        boolean sound = guarded(round, () -> {
            for (Request each = first; each != null; each = round.hasRoom() ? next() : null) {
                round.decide(each);
            }
        });
        if (sound && before == null) {
            write(round);
        } else if (sound) {
            ahead = round;
        }
        return true;
    }

    private @Nullable Request next() {
        Request next = again.isEmpty() ? waiting.poll() : again.poll();
        for (; closed && next != null; next = again.isEmpty() ? waiting.poll() : again.poll()) {
            next.answer().complete(new Outcome.Unavailable("Muster is shutting down."));
        }
        return next;
    }

    private void write(Round round) {
        round.write();
        written = round;
        round.whenKnown(this::schedule);
    }

    /// False if it went wrong; then everybody in the round has an answer, and nothing more comes of it.
    private static boolean guarded(Round round, Runnable what) {
        try {
            what.run();
            return true;
        } catch (RuntimeException fault) {
            round.unanswered().forEach(request -> request.answer().complete(outcome(fault)));
            return false;
        } catch (Error fatal) {
            round.unanswered().forEach(request -> request.answer().complete(outcome(fatal)));
            throw fatal;
        }
    }

    private static Outcome outcome(Throwable fault) {
        return fault instanceof Journal.JournalUnavailable unavailable
                ? new Outcome.Unavailable(String.valueOf(unavailable.getMessage()))
                : new Outcome.Faulted(fault.toString());
    }

    private static Set<String> keys(@Nullable Round before) {
        return before == null ? Set.of() : before.keys();
    }

    private Turn turn(@Nullable Round before) {
        if (before != null) {
            return newTurn(before.fold());
        }
        if (lost > MOST_CONFLICTS) {
            lost = 1;
            throw new IllegalStateException("lost the race for " + stream + " a hundred times");
        }
        return newTurn(lost > 0 ? upToDate() : durable());
    }

    /// As far as it is known here: whether others have gone on, the append finds out.
    private Fold durable() {
        return published().map(Published::fold).orElseGet(() -> history.at(0));
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
        engine.kept().passed(now);
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
        return newTurn(durable());
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
