package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Errand;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Readings;
import muster.kernel.Scope;
import muster.kernel.Secret;
import muster.kernel.Standing;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.kernel.Time;

/// A toy organisation on a journal, with its own clock and seeded randomness: Ann may everything.
final class Fair {
    static final Catalogue CATALOGUE = new Catalogue(
            List.of(new Stalls(), new Pots()), Map.of(Scope.ORGANISATION, new OnlyAnn(), Scope.CRISIS, new OnlyAnn()));
    static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);
    static final Instant START = Instant.parse("2026-11-23T14:00:00Z");
    private static final Id ANN = new Id("AAAAAAAAAAAAAAAAAAAAAA");
    private static final Actor ACTOR = new Actor.Responder(ANN, ANN, List.of("pwd"), Optional.empty(), START);

    private final Engine engine;
    private final Random random;
    private Instant now = START;
    private int keys;
    private final long seed;

    Fair(Journal journal, long seed) {
        this.seed = seed;
        random = new Random(seed);
        Time time = new Time() {
            @Override
            public Instant wall() {
                return now;
            }

            @Override
            public long monotonic() {
                return Duration.between(START, now).toNanos();
            }
        };
        Entropy entropy = count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
        engine = new Engine(CATALOGUE, journal, time, entropy, new Secret(new byte[32]), Runnable::run, "toy.example");
    }

    /// The n-th id; `sign` is its first letter.
    static Id id(char sign, int n) {
        return new Id(sign + "%020d".formatted(n) + "A");
    }

    static StreamId stall(int n) {
        return StreamId.of(id('S', n));
    }

    void begin() {
        assertThat(engine.found().join()).isInstanceOf(Outcome.Committed.class);
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    Instant now() {
        return now;
    }

    Outcome give(StreamId stream, Command command) {
        return engine.submit(Submission.of(stream, ACTOR, command, "key " + seed + " " + keys++))
                .join();
    }

    Outcome.Committed done(StreamId stream, Command command) {
        Outcome outcome = give(stream, command);
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
        return (Outcome.Committed) outcome;
    }

    void open(int n) {
        done(StreamId.ORGANISATION, new Stalls.Open(id('S', n), "stall " + n));
        List<Fold.Outstanding> parcels = new ArrayList<>();
        engine.published(StreamId.ORGANISATION).fold().outstanding().forEach(parcels::add);
        for (Fold.Outstanding parcel : parcels) {
            assertThat(engine.carry(StreamId.ORGANISATION, parcel).join()).isInstanceOf(Outcome.Committed.class);
            engine.settle(StreamId.ORGANISATION, parcel.key(), Errand.Outcome.DONE, "there")
                    .join();
        }
    }

    void wake(StreamId stream) {
        engine.wake(stream).join();
    }

    /// A history with everything in it: appends of one and of two entries, reactions, alarms rung and alarms
    /// to come.
    void play(int rounds) {
        begin();
        open(1);
        open(2);
        for (int i = 0; i < rounds; i++) {
            pass(Duration.ofSeconds(17));
            done(StreamId.ORGANISATION, new Stalls.Post("notice " + i));
            done(stall(1), new Pots.Fill(id('P', i), "jam " + i, Optional.empty()));
            done(stall(2), new Pots.Fill(id(i % 3 == 0 ? 'Z' : 'P', i), "salt", Optional.empty()));
            if (i % 10 == 0) {
                done(stall(1), new Pots.Fill(id('Q', i), "milk", Optional.of(now.plusSeconds(60))));
            }
        }
        done(stall(1), new Pots.Fill(id('Q', rounds), "cheese", Optional.of(now.plus(Duration.ofDays(3)))));
    }

    private static final class OnlyAnn implements Authority {
        @Override
        public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return actor.person().equals(ANN)
                    ? new Standing(true, true, List.of(), Set.of("*"), "1@toy")
                    : Standing.STRANGER;
        }

        @Override
        public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
            return List.of(ANN);
        }

        @Override
        public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
            return List.of();
        }

        @Override
        public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return Clearance.GENERAL;
        }
    }
}
