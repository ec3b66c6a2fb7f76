package muster.kernel;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One attempt to decide what waits before a stream and to append it. Nobody is told anything that rests on
/// entries which are not durable: a refusal decided after them waits for the append like an acceptance.
final class Round {
    private static final int MOST_ALARMS = 10_000;
    private static final Outcome NOTHING_DUE = new Outcome.Refused("nothing-to-do", "Nothing was due.", List.of());

    private final Engine engine;
    private final Line line;
    private final ClockWatch clock;
    private final Turn turn;
    private final StreamId stream;
    private final List<Request> requests;
    private final List<Request> later = new ArrayList<>();
    private final List<Journal.Append> appends = new ArrayList<>();
    private final List<Recorded<Event>> recorded = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private Outcome woken = NOTHING_DUE;

    /// A request whose entries wait for the append.
    private record Accepted(Request request, long from, long to, List<String> leaves) {}

    /// A request whose answer rests on entries that wait for the append.
    private record Held(Request request, Outcome outcome) {}

    Round(Engine engine, Line line, ClockWatch clock, Turn turn, List<Request> requests) {
        this.engine = engine;
        this.line = line;
        this.clock = clock;
        this.turn = turn;
        this.stream = turn.fold().stream();
        this.requests = requests;
    }

    /// Gives back what has to be decided again.
    List<Request> play() {
        noteClock();
        ringAlarms();
        for (Request request : requests) {
            if (request.ask().isEmpty()) {
                answer(request, woken);
            } else {
                decide(request, request.ask().get());
            }
        }
        return appends.isEmpty() ? later : append();
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
            if (engine.journal().find(stream, key).isPresent()) {
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
            if (!keys.add(key)) {
                later.add(request);
                return;
            }
        }
        long from = turn.fold().size();
        boolean neverSent = ask.command() instanceof KernelCommand.Settle settle
                && turn.fold().outstanding(settle.errand()).isEmpty();
        if (neverSent || (from == 0 && !ask.begins())) {
            answer(request, new Outcome.Unseen());
            return;
        }
        if (request.ifAt().isPresent() && request.ifAt().get() != from) {
            answer(
                    request,
                    new Outcome.Refused(
                            "position-moved",
                            "The record has moved on to " + from + "; look again before you decide.",
                            List.of()));
            return;
        }
        switch (plan(from > 0 ? ask.withoutBirth() : ask)) {
            case Turn.Final(Outcome outcome) -> answer(request, outcome);
            case Turn.Decided decided ->
                accepted.add(new Accepted(
                        request,
                        from,
                        turn.fold().size() - 1,
                        decided.append().entries().stream().map(Round::leaf).toList()));
        }
    }

    private void answer(Request request, Outcome outcome) {
        if (recorded.isEmpty()) {
            request.answer().complete(outcome);
        } else {
            held.add(new Held(request, outcome));
        }
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

    private List<Request> append() {
        Fold fold = turn.fold();
        long expected = fold.size() - recorded.size();
        Journal.Batch batch = new Journal.Batch(
                stream,
                fold.epoch(),
                fold.ground().map(Ground::origin).orElse(""),
                expected,
                appends,
                fold.recordedAt(),
                line.nextAlarm(fold));
        return switch (appended(batch)) {
            case Journal.Committed(Journal.Tip tip, List<String> receipts) -> {
                committed(fold, tip, expected, receipts);
                yield later;
            }
            case Journal.Conflict(Journal.Tip tip) -> {
                if (tip.size() < expected) {
                    throw new IllegalStateException("the journal holds only " + tip.size() + " of the " + expected
                            + " entries that " + stream + " had");
                }
                yield requests.stream()
                        .filter(request -> !request.answer().isDone())
                        .toList();
            }
            case Journal.NotAppended(String words) -> failed(new Outcome.Unavailable(words), words);
            case Journal.Unknown(String words) -> failed(new Outcome.Unknown(words), words);
        };
    }

    /// A journal that breaks its promise and throws has told nothing about what it wrote.
    private Journal.Appended appended(Journal.Batch batch) {
        try {
            return engine.journal().append(batch).join();
        } catch (RuntimeException | Error fault) {
            return new Journal.Unknown(fault.toString());
        }
    }

    private List<Request> failed(Outcome outcome, String words) {
        accepted.forEach(each -> each.request.answer().complete(outcome));
        held.forEach(each -> each.request.answer().complete(new Outcome.Unavailable(words)));
        return later;
    }

    private void committed(Fold fold, Journal.Tip tip, long expected, List<String> receipts) {
        if (recorded.stream().anyMatch(each -> each.event() instanceof KernelEvent.ClockConfirmed)) {
            clock.confirm();
        }
        line.moved(fold, turn.outside(), tip, recorded);
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
