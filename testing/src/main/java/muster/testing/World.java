package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import muster.kernel.Catalogue;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Fold;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.Submission;

/// What a scenario plays in: an engine on the calling thread, a journal in memory, a clock moved by
/// hand, a courier that always succeeds, and somebody who checks everything after every step.
final class World {
    private static final int MOST_ROUNDS = 1_000;
    private static final Secret SECRET = new Secret(new byte[32]);
    private static final String NAME = "scenario.example/muster";

    final HandClock clock = new HandClock(Instant.parse("2026-11-23T14:00:00Z"));
    final SeededEntropy entropy;
    final Engine engine;
    final List<Errand> sent = new ArrayList<>();
    private final Journal journal;
    private final Retelling retelling;
    private final Map<StreamId, Board> boards = new HashMap<>();
    private final List<Engine.Advance> advances = new ArrayList<>();
    private int keys;
    private int underway;

    World(Catalogue catalogue, Journal journal, long seed) {
        this.entropy = new SeededEntropy(seed);
        this.journal = journal;
        this.engine = new Engine(catalogue, journal, clock, entropy, SECRET, new CallingThread(), NAME);
        this.retelling = new Retelling(engine, journal);
        engine.follow(advances::add);
        engine.found().join();
        settled();
    }

    String newKey() {
        keys++;
        return "key " + keys;
    }

    /// Another engine on the same journal: a second node, or the same after a restart.
    Engine anotherEngine(Executor turns, long seed) {
        return new Engine(engine.catalogue(), journal, clock, new SeededEntropy(seed), SECRET, turns, NAME);
    }

    /// Gives a command, lets everything happen that follows from it, and checks it all.
    Outcome submit(Submission submission) {
        Wires.roundTrip(engine.catalogue(), submission.command());
        Optional<Outcome> foreseen = foreseen(submission);
        Outcome outcome = engine.submit(submission).join();
        boolean decided = !(outcome instanceof Outcome.Unavailable) && !(outcome instanceof Outcome.Unknown);
        if (decided) {
            foreseen.ifPresent(dry -> assertThat(kind(dry))
                    .as("what was foreseen without writing")
                    .isEqualTo(kind(outcome)));
        }
        settled();
        return outcome;
    }

    /// The answer without writing, where nothing stands between it and the real one.
    private Optional<Outcome> foreseen(Submission submission) {
        StreamId stream = submission.stream();
        boolean plain = submission.ifAt().isEmpty()
                && engine.exists(stream)
                && engine.find(stream, submission.actor(), submission.key()).isEmpty()
                && engine.published(stream).tip().size() == journal.tip(stream).size()
                && engine.nextAlarm(stream)
                        .filter(at -> !at.isAfter(engine.now()))
                        .isEmpty();
        return plain
                ? Optional.of(engine.dry(stream, submission.actor(), List.of(submission.command()))
                        .getFirst())
                : Optional.empty();
    }

    private static String kind(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused
                ? "refused " + refused.code()
                : outcome.getClass().getSimpleName();
    }

    private long size() {
        return engine.streams().stream()
                .mapToLong(stream -> journal.tip(stream).size())
                .sum();
    }

    /// Time goes by until then, alarm by alarm.
    void until(Instant then) {
        for (int rounds = 0; ; rounds++) {
            Optional<Instant> next = engine.streams().stream()
                    .flatMap(stream -> engine.nextAlarm(stream).stream())
                    .min(Instant::compareTo)
                    .filter(at -> !at.isAfter(then));
            if (next.isEmpty()) {
                break;
            }
            pass(next.get());
            long before = size();
            engine.streams().forEach(stream -> engine.wake(stream).join());
            settled();
            assertThat(size())
                    .as("an alarm that is due at %s changes something", next.get())
                    .isGreaterThan(before);
            assertThat(rounds).as("alarms one after the other").isLessThan(MOST_ROUNDS);
        }
        pass(then);
    }

    private void pass(Instant then) {
        if (then.isAfter(clock.wall())) {
            clock.pass(Duration.between(clock.wall(), then));
        }
    }

    /// Runs errands until none is left, then checks what was touched.
    void settled() {
        int rounds = 0;
        for (boolean idle = false; !idle; rounds++) {
            assertThat(rounds).as("errands one after the other").isLessThan(MOST_ROUNDS);
            idle = true;
            for (StreamId stream : engine.streams()) {
                List<Fold.Outstanding> outstanding = new ArrayList<>();
                engine.published(stream).fold().outstanding().forEach(outstanding::add);
                outstanding.forEach(each -> run(stream, each));
                idle &= outstanding.isEmpty();
            }
        }
        check();
    }

    private void run(StreamId stream, Fold.Outstanding outstanding) {
        Outcome settled = switch (outstanding.parcel()) {
            case Fold.Outward(Errand errand) -> {
                sent.add(errand);
                yield engine.settle(stream, outstanding.key(), Errand.Outcome.DONE, "")
                        .join();
            }
            case Fold.Across across -> {
                Outcome there = engine.carry(stream, outstanding).join();
                boolean done = there instanceof Outcome.Committed;
                assertThat(there)
                        .as("what became of " + outstanding)
                        .isNotInstanceOf(Outcome.Faulted.class)
                        .isNotInstanceOf(Outcome.Unknown.class)
                        .isNotInstanceOf(Outcome.Unavailable.class);
                yield engine.settle(
                                stream,
                                outstanding.key(),
                                done ? Errand.Outcome.DONE : Errand.Outcome.REFUSED,
                                done ? "" : there.toString())
                        .join();
            }
        };
        assertThat(settled).as("settling " + outstanding).isInstanceOf(Outcome.Committed.class);
    }

    /// Checks only at the end what is done on the way.
    void inOneStep(Runnable way) {
        underway++;
        try {
            way.run();
        } finally {
            underway--;
        }
        check();
    }

    private void check() {
        if (underway > 0) {
            return;
        }
        advances.forEach(advance -> advance.recorded().forEach(retelling::check));
        advances.stream()
                .map(advance -> advance.published().fold().stream())
                .distinct()
                .forEach(this::check);
        advances.clear();
    }

    private void check(StreamId stream) {
        retelling.check(stream);
        boards.compute(
                stream,
                (id, before) -> before == null
                        ? Board.of(engine.catalogue(), engine.published(id).snapshot())
                        : before.moved(engine.published(id).snapshot()));
    }
}
