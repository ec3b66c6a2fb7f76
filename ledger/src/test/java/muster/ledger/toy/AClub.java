package muster.ledger.toy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import muster.kernel.Actor;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Digest;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Errand;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Scope;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.kernel.Time;

/// A club on a journal: two rooms, three members, and as much talk as is asked for. The same in every run.
public final class AClub {
    public static final StreamId RED = StreamId.of(id("red room"));
    public static final StreamId BLUE = StreamId.of(id("blue room"));
    public static final List<StreamId> STREAMS = List.of(StreamId.ORGANISATION, RED, BLUE);
    private static final Instant START = Instant.parse("2026-11-23T14:00:00Z");

    private final Engine engine;
    private final HandTime time = new HandTime();
    private final List<Outcome.Committed> told = new ArrayList<>();
    private int said;

    private AClub(Journal journal, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Entropy entropy = count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
        engine = new Engine(
                catalogue(), journal, time, entropy, new Secret(new byte[32]), new InOrder(), "club.example/muster");
    }

    public static Catalogue catalogue() {
        Club.Rules rules = new Club.Rules();
        return new Catalogue(List.of(new Club(), new Talk()), Map.of(Scope.ORGANISATION, rules, Scope.CRISIS, rules));
    }

    /// As it was before rooms could be talked in.
    public static Catalogue olderCatalogue() {
        Club.Rules rules = new Club.Rules();
        return new Catalogue(List.of(new Club()), Map.of(Scope.ORGANISATION, rules, Scope.CRISIS, rules));
    }

    /// A club with both rooms open.
    public static AClub on(Journal journal) {
        return on(journal, 1);
    }

    /// The same, with other salts.
    public static AClub on(Journal journal, long seed) {
        AClub club = new AClub(journal, seed);
        club.engine.found().join();
        for (String name : List.of("ann", "bob", "cy")) {
            club.asHost(new ClubCommand.Admit(id(name), name));
        }
        club.asHost(new ClubCommand.Open(new Id(RED.text()), "red"));
        club.asHost(new ClubCommand.Open(new Id(BLUE.text()), "blue"));
        club.deliver();
        return club;
    }

    /// The id of this name.
    public static Id id(String name) {
        return Id.of(Arrays.copyOf(Digest.sha256(name.getBytes(StandardCharsets.UTF_8)), 16));
    }

    public Engine engine() {
        return engine;
    }

    /// Everything that was committed by commands, in order.
    public List<Outcome.Committed> told() {
        return List.copyOf(told);
    }

    public void asHost(Command command) {
        commit(Submission.of(StreamId.ORGANISATION, new Actor.Operator("setup"), command, "host " + told.size()));
    }

    /// So many sayings in turn in both rooms; every seventh is to be remembered, and time goes on.
    public AClub talk(int sayings) {
        for (int i = 0; i < sayings; i++) {
            said++;
            Optional<Instant> remindAt = said % 7 == 0
                    ? Optional.of(time.now.plus(Duration.ofMinutes(said % 2 == 0 ? 3 : 600)))
                    : Optional.empty();
            say(said % 3 == 0 ? BLUE : RED, said % 2 == 0 ? "ann" : "bob", remindAt);
            if (said % 11 == 0) {
                asHost(new ClubCommand.Admit(id("member " + said), "member " + said));
            }
            time.now = time.now.plusSeconds(30);
        }
        return this;
    }

    public void say(StreamId room, String who, Optional<Instant> remindAt) {
        Actor actor = new Actor.Responder(id(who), id("session of " + who), List.of("hwk"), Optional.empty(), START);
        TalkCommand say = new TalkCommand.Say(id("saying " + said), "saying " + said + " of " + who, remindAt);
        commit(Submission.of(room, actor, say, "say " + said));
    }

    private void commit(Submission submission) {
        Outcome outcome = engine.submit(submission).join();
        if (!(outcome instanceof Outcome.Committed committed)) {
            throw new AssertionError(submission.command() + ": " + outcome);
        }
        told.add(committed);
    }

    /// Carries what is on its way to other streams.
    private void deliver() {
        List<Fold.Outstanding> outstanding = new ArrayList<>();
        engine.published(StreamId.ORGANISATION).fold().outstanding().forEach(outstanding::add);
        for (Fold.Outstanding parcel : outstanding) {
            engine.carry(StreamId.ORGANISATION, parcel).join();
            engine.settle(StreamId.ORGANISATION, parcel.key(), Errand.Outcome.DONE, "")
                    .join();
        }
    }

    private static final class HandTime implements Time {
        private Instant now = START;

        @Override
        public Instant wall() {
            return now;
        }

        @Override
        public long monotonic() {
            return Duration.between(START, now).toNanos();
        }
    }

    /// Runs everything on the thread that asks, one task after the other.
    public static final class InOrder implements Executor {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private boolean running;

        @Override
        public void execute(Runnable task) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
            try {
                for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                    next.run();
                }
            } finally {
                running = false;
            }
        }
    }
}
