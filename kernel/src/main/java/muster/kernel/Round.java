package muster.kernel;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// One attempt to decide what waits before a stream and to append it: first `decide`, as often as something
/// comes, then `write`, and when it `isKnown` what became of that, `end`.
///
/// Nobody is told anything before the end. The round may have been decided on a fold that was not durable yet,
/// or that another writer has left behind; only the append compares the position, and where there is nothing to
/// append a refusal waits for a look at the journal.
///
/// One thread at a time.
final class Round {
    private static final int MOST = 64;
    private static final int MOST_ALARMS = 10_000;
    private static final Outcome NOTHING_DUE = new Outcome.Refused("nothing-to-do", "Nothing was due.", List.of());

    private final Engine engine;
    private final Line line;
    private final ClockWatch clock;
    private final Turn turn;
    private final StreamId stream;
    private final Set<String> underway;
    private final List<Request> requests = new ArrayList<>();
    private final List<Request> later = new ArrayList<>();
    private final List<Journal.Append> appends = new ArrayList<>();
    private final List<Recorded<Event>> recorded = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private Outcome woken = NOTHING_DUE;
    private CompletableFuture<Journal.Appended> appended = new CompletableFuture<>();

    /// A request whose entries wait for the append.
    private record Accepted(Request request, long from, long to, List<String> leaves) {}

    /// A request that brings no entries.
    ///
    /// @param rests whether the answer was decided on entries that wait for the append
    private record Held(Request request, Outcome outcome, boolean rests) {}

    /// @param underway keys of the appends that the turn's fold rests on and that are not durable yet
    Round(Engine engine, Line line, ClockWatch clock, Turn turn, Set<String> underway) {
        this.engine = engine;
        this.line = line;
        this.clock = clock;
        this.turn = turn;
        this.stream = turn.fold().stream();
        this.underway = underway;
    }

    boolean hasRoom() {
        return requests.size() < MOST;
    }

    /// Decides one more request, after what is due.
    void decide(Request request) {
        if (requests.isEmpty()) {
            noteClock();
            ringAlarms();
        }
        requests.add(request);
        if (request.ask().isEmpty()) {
            hold(request, woken);
        } else {
            decide(request, request.ask().get());
        }
    }

    /// What was given to it and has no answer yet.
    List<Request> unanswered() {
        return requests.stream().filter(request -> !request.answer().isDone()).toList();
    }

    /// The fold after everything that was decided.
    Fold fold() {
        return turn.fold();
    }

    /// The keys of what it appends.
    Set<String> keys() {
        Set<String> all = new HashSet<>();
        appends.forEach(append -> append.key().ifPresent(all::add));
        return all;
    }

    /// Whether the next round may be decided before this one is durable: not while the clock itself waits to be
    /// trusted again.
    boolean mayBeFollowed() {
        return recorded.stream().noneMatch(each -> each.event() instanceof KernelEvent.ClockConfirmed);
    }

    private void noteClock() {
        boolean noted = turn.fold().ground().map(Ground::clockInDoubt).orElse(true);
        if (clock.doubtful() && !noted) {
            plan(Ask.ofMuster(
                    new KernelCommand.NoteClock(clock.wall()),
                    new Cause.Kept(),
                    Digest.key("clock", stream.text(), Long.toString(turn.fold().size()))));
        }
    }

    /// Decides what is due, in due order, before anything else.
    private void ringAlarms() {
        int rung = 0;
        for (Optional<Fold.Ringing> first = due(); first.isPresent(); first = due()) {
            Fold.Ringing ringing = first.get();
            Alarm alarm = ringing.alarm();
            if (rung++ == MOST_ALARMS) {
                throw new IllegalStateException(ringing.feature() + " sets alarms for the past without end");
            }
            String key = line.keyOf(ringing);
            if (underway.contains(key) || engine.journal().find(stream, key).isPresent()) {
                line.stuck(ringing);
                continue;
            }
            Cause.Origin by = new Cause.Rang(ringing.feature(), alarm.id(), alarm.due());
            if (plan(Ask.ofMuster(alarm.command(), by, key)) instanceof Turn.Final(Outcome outcome)) {
                woken = outcome;
            }
            if (turn.fold().holds(ringing.feature(), alarm.id(), alarm.due())) {
                line.stuck(ringing);
            }
        }
    }

    private Optional<Fold.Ringing> due() {
        return line.firstAlarm(turn.fold())
                .filter(ringing -> !ringing.alarm().due().isAfter(turn.time()));
    }

    private Turn.Answer plan(Ask ask) {
        Turn.Answer answer = turn.decide(ask);
        if (answer instanceof Turn.Decided decided) {
            appends.add(decided.append());
            recorded.addAll(decided.recorded());
        }
        return answer;
    }

    private void decide(Request request, Ask ask) {
        if (ask.key().isPresent()) {
            String key = ask.key().get();
            Optional<Journal.Made> made = engine.journal().find(stream, key);
            if (made.isPresent()) {
                request.answer().complete(repeated(ask, made.get()));
                return;
            }
            if (underway.contains(key) || !keys.add(key)) {
                later.add(request);
                return;
            }
        }
        long from = turn.fold().size();
        boolean neverSent = ask.command() instanceof KernelCommand.Settle settle
                && turn.fold().outstanding(settle.errand()).isEmpty();
        if (neverSent || (from == 0 && !ask.begins())) {
            hold(request, new Outcome.Unseen());
            return;
        }
        if (request.ifAt().isPresent() && request.ifAt().get() != from) {
            Outcome moved = new Outcome.Refused(
                    "position-moved",
                    "The record has moved on to " + from + "; look again before you decide.",
                    List.of());
            hold(request, moved);
            return;
        }
        switch (plan(from > 0 ? ask.withoutBirth() : ask)) {
            case Turn.Final(Outcome outcome) -> hold(request, outcome);
            case Turn.Decided decided ->
                accepted.add(new Accepted(
                        request,
                        from,
                        turn.fold().size() - 1,
                        decided.append().entries().stream().map(Round::leaf).toList()));
        }
    }

    private void hold(Request request, Outcome outcome) {
        held.add(new Held(request, outcome, !recorded.isEmpty()));
    }

    private Outcome repeated(Ask ask, Journal.Made made) {
        if (ask.request().isPresent() && !ask.request().get().equals(made.request())) {
            return new Outcome.Refused("key-reused", "This idempotency key was used for another command.", List.of());
        }
        long to = made.first() + made.count();
        List<String> leaves = new ArrayList<>();
        engine.journal().read(stream, made.first(), to, entry -> leaves.add(leaf(entry)));
        return new Outcome.Committed(
                stream, made.first(), to - 1, leaves, engine.journal().receipts(stream, made.first(), to));
    }

    /// Gives the journal what was decided, if anything was.
    void write() {
        Fold fold = turn.fold();
        Journal.Batch batch = new Journal.Batch(
                stream,
                fold.epoch(),
                fold.ground().map(Ground::origin).orElse(""),
                expected(),
                appends,
                fold.recordedAt(),
                line.nextAlarm(fold));
        try {
            appended = appends.isEmpty()
                    ? CompletableFuture.completedFuture(looked())
                    : engine.journal().append(batch).exceptionally(Round::unknown);
        } catch (RuntimeException | Error fault) {
            appended = CompletableFuture.completedFuture(unknown(fault));
        }
    }

    private long expected() {
        return turn.fold().size() - recorded.size();
    }

    /// A journal that breaks its promise and fails has told nothing about what it wrote.
    private static Journal.Appended unknown(Throwable fault) {
        return new Journal.Unknown(fault.toString());
    }

    /// Where nothing is appended, nothing has compared the position yet.
    private Journal.Appended looked() {
        try {
            Journal.Tip tip = engine.journal().tip(stream);
            return tip.size() > expected() ? new Journal.Conflict(tip) : new Journal.Committed(tip, List.of());
        } catch (Journal.JournalUnavailable unavailable) {
            return new Journal.NotAppended(String.valueOf(unavailable.getMessage()));
        }
    }

    /// Runs that when it is known what became of the append; at once if it is.
    @SuppressWarnings("FutureReturnValueIgnored") // what cannot be scheduled has been seen to
    void whenKnown(Runnable then) {
        appended.thenRun(then);
    }

    boolean isKnown() {
        return appended.isDone();
    }

    /// What became of the append; only when it is known.
    Journal.Appended became() {
        return appended.join();
    }

    /// Answers what can be answered; gives back what has to be decided again.
    List<Request> end() {
        return switch (became()) {
            case Journal.Committed(Journal.Tip tip, List<String> receipts) -> {
                committed(tip, receipts);
                yield later;
            }
            case Journal.Conflict(Journal.Tip tip) -> {
                if (tip.size() < expected()) {
                    throw new IllegalStateException("the journal holds only " + tip.size() + " of the " + expected()
                            + " entries that " + stream + " had");
                }
                yield unanswered();
            }
            case Journal.NotAppended(String words) -> failed(new Outcome.Unavailable(words), words);
            case Journal.Unknown(String words) -> failed(new Outcome.Unknown(words), words);
        };
    }

    private List<Request> failed(Outcome outcome, String words) {
        accepted.forEach(each -> each.request.answer().complete(outcome));
        for (Held each : held) {
            if (each.rests || appends.isEmpty()) {
                each.request.answer().complete(new Outcome.Unavailable(words));
            } else {
                later.add(each.request);
            }
        }
        return later;
    }

    private void committed(Journal.Tip tip, List<String> receipts) {
        long expected = expected();
        if (recorded.stream().anyMatch(each -> each.event() instanceof KernelEvent.ClockConfirmed)) {
            clock.confirm();
        }
        if (!recorded.isEmpty()) {
            line.moved(turn.fold(), turn.outside(), tip, recorded);
        }
        for (Accepted each : accepted) {
            each.request
                    .answer()
                    .complete(new Outcome.Committed(
                            stream,
                            each.from,
                            each.to,
                            each.leaves,
                            receipts.subList((int) (each.from - expected), (int) (each.to - expected) + 1)));
        }
        held.forEach(each -> each.request.answer().complete(each.outcome));
    }

    /// The leaf hash of an entry, base64.
    private static String leaf(Entry entry) {
        return Base64.getEncoder().encodeToString(Digest.sha256(new byte[] {0}, entry.header()));
    }
}
