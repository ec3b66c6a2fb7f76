package muster.kernel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The queue before one stream: what waits is decided in order, up to 64 commands at once, and made durable
/// by one append. One turn at a time; readers see only what is durable.
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
    private final Set<String> stuckAlarms = new HashSet<>();
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
            turns.execute(this::run);
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
                left = new Round(left).play();
            }
        } catch (RuntimeException fault) {
            Outcome outcome = fault instanceof Journal.JournalUnavailable unavailable
                    ? new Outcome.Unavailable(String.valueOf(unavailable.getMessage()))
                    : new Outcome.Faulted(fault.toString());
            batch.forEach(request -> request.answer().complete(outcome));
        }
    }

    /// One attempt to decide a batch and append it.
    private final class Round {
        private final List<Request> requests;
        private final List<Request> later = new ArrayList<>();
        private final List<Journal.Append> appends = new ArrayList<>();
        private final List<Recorded<Event>> recorded = new ArrayList<>();
        private final List<Waiter> waiters = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private final Turn turn;

        private record Waiter(Request request, long from, long to, List<String> leaves) {}

        Round(List<Request> requests) {
            this.requests = requests;
            this.turn = newTurn(upToDate(), entropy);
        }

        /// Gives back what has to be decided again.
        List<Request> play() {
            clockAnomaly();
            alarms();
            for (Request request : requests) {
                if (request.ask().isEmpty()) {
                    request.answer().complete(new Outcome.Refused("nothing-to-do", "Nothing was due.", List.of()));
                } else {
                    decide(request, request.ask().get());
                }
            }
            if (!appends.isEmpty() && !append()) {
                List<Request> again =
                        new ArrayList<>(waiters.stream().map(Waiter::request).toList());
                again.addAll(later);
                return again;
            }
            return later;
        }

        private void clockAnomaly() {
            boolean noted = turn.fold().ground().map(Ground::clockInDoubt).orElse(true);
            if (clock.doubtful() && !noted) {
                plan(Turn.Ask.ofMuster(
                        new KernelCommand.NoteClock(clock.wall()),
                        new Cause.Kept(),
                        Digest.key(
                                "clock",
                                stream.text(),
                                Long.toString(turn.fold().size()))));
            }
        }

        /// Decides what is due, in due order, before anything else.
        private void alarms() {
            for (Optional<Fold.Ringing> first = due(); first.isPresent(); first = due()) {
                Fold.Ringing ringing = first.get();
                Alarm alarm = ringing.alarm();
                String key = Digest.key(stream.text(), ringing.feature(), alarm.id(), Wire.text(alarm.due()));
                Cause.Origin by = new Cause.Rang(ringing.feature(), alarm.id(), alarm.due());
                plan(Turn.Ask.ofMuster(alarm.command(), by, key));
                if (turn.fold().holds(ringing.feature(), alarm.id(), alarm.due())) {
                    // an alarm that changes nothing would ring for ever: leave it until the next command moves the
                    // state
                    stuckAlarms.add(key);
                    return;
                }
            }
        }

        private Optional<Fold.Ringing> due() {
            return turn.fold()
                    .firstAlarm()
                    .filter(ringing -> !ringing.alarm().due().isAfter(turn.time()))
                    .filter(ringing -> !stuckAlarms.contains(Digest.key(
                            stream.text(),
                            ringing.feature(),
                            ringing.alarm().id(),
                            Wire.text(ringing.alarm().due()))));
        }

        private Turn.Answer plan(Turn.Ask ask) {
            Turn.Answer answer = turn.decide(ask);
            if (answer instanceof Turn.Decided decided) {
                appends.add(decided.append());
                recorded.addAll(decided.recorded());
            }
            return answer;
        }

        private void decide(Request request, Turn.Ask ask) {
            String key = ask.key().orElse("");
            if (!key.isEmpty() && !keys.add(key)) {
                later.add(request);
                return;
            }
            Optional<Journal.Made> made =
                    key.isEmpty() ? Optional.empty() : engine.journal().find(stream, key);
            if (made.isPresent()) {
                request.answer().complete(repeated(ask, made.get()));
                return;
            }
            if (turn.fold().size() == 0 && !ask.begins()) {
                request.answer().complete(new Outcome.Unseen());
                return;
            }
            if (request.ifAt().isPresent()
                    && request.ifAt().get() != turn.fold().size()) {
                request.answer()
                        .complete(new Outcome.Refused(
                                "position-moved",
                                "The record has moved on to " + turn.fold().size() + "; look again before you decide.",
                                List.of()));
                return;
            }
            long from = turn.fold().size();
            Turn.Ask once = from > 0 ? ask.withoutBirth() : ask;
            switch (plan(once)) {
                case Turn.Final(Outcome outcome) -> request.answer().complete(outcome);
                case Turn.Decided decided ->
                    waiters.add(new Waiter(
                            request,
                            from,
                            turn.fold().size() - 1,
                            decided.append().entries().stream().map(Line::leaf).toList()));
            }
        }

        private Outcome repeated(Turn.Ask ask, Journal.Made made) {
            if (ask.request().isPresent() && !ask.request().get().equals(made.request())) {
                return new Outcome.Refused(
                        "key-reused", "This idempotency key was used for another command.", List.of());
            }
            long to = made.first() + made.count();
            List<String> leaves = new ArrayList<>();
            engine.journal().read(stream, made.first(), to, entry -> leaves.add(leaf(entry)));
            return new Outcome.Committed(
                    stream, made.first(), to - 1, leaves, engine.journal().receipts(stream, made.first(), to));
        }

        private boolean append() {
            Fold fold = turn.fold();
            long expected = fold.size() - recorded.size();
            Journal.Batch batch = new Journal.Batch(
                    stream,
                    fold.epoch(),
                    fold.ground().map(Ground::origin).orElse(""),
                    expected,
                    appends,
                    fold.recordedAt(),
                    nextAlarm(fold));
            return switch (engine.journal().append(batch).join()) {
                case Journal.Committed(Journal.Tip tip, List<String> receipts) -> {
                    committed(fold, tip, expected, receipts);
                    yield true;
                }
                case Journal.Conflict conflict -> false;
                case Journal.NotAppended(String words) -> ended(new Outcome.Unavailable(words));
                case Journal.Unknown(String words) -> ended(new Outcome.Unknown(words));
            };
        }

        private boolean ended(Outcome outcome) {
            waiters.forEach(waiter -> waiter.request.answer().complete(outcome));
            return true;
        }

        private void committed(Fold fold, Journal.Tip tip, long expected, List<String> receipts) {
            if (recorded.stream().anyMatch(each -> each.event() instanceof KernelEvent.ClockConfirmed)) {
                clock.confirm();
            }
            stuckAlarms.clear();
            Published now = publish(fold, tip);
            engine.advanced(new Engine.Advance(now, List.copyOf(recorded)));
            for (Waiter waiter : waiters) {
                waiter.request
                        .answer()
                        .complete(new Outcome.Committed(
                                stream,
                                waiter.from,
                                waiter.to,
                                waiter.leaves,
                                receipts.subList((int) (waiter.from - expected), (int) (waiter.to - expected) + 1)));
            }
        }
    }

    private Turn newTurn(Fold fold, Entropy random) {
        Instant now = clock.now();
        return new Turn(
                engine.catalogue(),
                entries,
                random,
                fold,
                engine.readsNow(stream),
                engine.outsideNow(stream),
                now.isBefore(fold.recordedAt()) ? fold.recordedAt() : now);
    }

    /// The leaf hash of an entry, base64.
    private static String leaf(Entry entry) {
        return java.util.Base64.getEncoder().encodeToString(Digest.sha256(new byte[] {0}, entry.header()));
    }

    /// The fold of what is stored, read on where somebody else has written.
    private Fold upToDate() {
        Journal.Tip tip = engine.journal().tip(stream);
        Published before = published;
        Fold fold = before == null ? history.at(tip.size()) : history.forward(before.fold(), tip.size());
        if (tip.size() > 0 && (before == null || before.tip().size() != tip.size())) {
            publish(fold, tip);
        }
        return fold;
    }

    private Published publish(Fold fold, Journal.Tip tip) {
        history.passed(fold);
        Published now = new Published(new Snapshot(fold, engine.outsideNow(stream)), tip);
        published = now;
        return now;
    }

    Optional<Published> published() {
        Published now = published;
        if (now == null && engine.journal().tip(stream).size() > 0) {
            synchronized (history) {
                if (published == null) {
                    upToDate();
                }
                now = published;
            }
        }
        return Optional.ofNullable(now);
    }

    Snapshot at(long size) {
        Fold fold = history.at(size);
        return new Snapshot(fold, stream.isOrganisation() ? fold : engine.outsideAt(fold.reads()));
    }

    Turn dryTurn() {
        return newTurn(published().map(Published::fold).orElseGet(() -> history.at(0)), entropy);
    }

    /// Decides one command without writing; each on the published state.
    Outcome dry(Turn turn, Actor actor, Command command) {
        Turn fresh = turn.again();
        Turn.Answer answer =
                fresh.decide(Turn.Ask.plain(actor, command, new Cause.Asked(), Optional.empty(), Optional.empty()));
        return switch (answer) {
            case Turn.Final(Outcome outcome) -> outcome;
            case Turn.Decided decided ->
                new Outcome.Committed(stream, turn.fold().size(), fresh.fold().size() - 1, List.of(), List.of());
        };
    }

    /// When the stream wants to be woken next, real time.
    static Optional<Instant> nextAlarm(Fold fold) {
        return fold.firstAlarm()
                .flatMap(ringing -> fold.ground()
                        .flatMap(ground -> ground.realTimeOf(ringing.alarm().due())));
    }
}
