package muster.bench.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import muster.bench.simulation.SimulatedDisk.Crash;
import muster.bench.simulation.SimulatedDisk.Fate;
import muster.crises.RegisterCommand;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.testing.HandClock;
import muster.testing.SeededEntropy;

/// One simulated crisis on a bad day. Everything that happens follows from the seed.
@SuppressWarnings("FutureReturnValueIgnored") // what the engine promises never fails, and answers come by their own way
public final class Simulation {
    private static final Instant START = Instant.parse("2026-03-24T09:00:00.000Z");
    private static final int STEPS = 70;

    private final SplittableRandom random;
    private final SeededEntropy ids;
    private final HandClock clock = new HandClock(START);
    private final SimulatedDisk disk = new SimulatedDisk();
    private final Cast cast;
    private final Whims whims;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Node> everyNode = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final StreamId crisis;
    private final boolean lying;

    /// What somebody asked for, and everything that was answered to it.
    static final class Attempt {
        final Submission submission;
        final List<Outcome> answers = new ArrayList<>();
        /// Who was asked and has not answered.
        private final List<Node> asked = new ArrayList<>();
        private boolean refused;

        Attempt(Submission submission) {
            this.submission = submission;
        }

        private void ask(Node node) {
            refused = false;
            asked.add(node);
        }

        private void answered(Node node, Outcome outcome) {
            asked.remove(node);
            // an answer that comes after the crash never reaches anybody
            if (!node.isDead()) {
                answers.add(outcome);
                refused = isNo(outcome) && asked.stream().allMatch(Node::isDead);
            }
        }

        /// Whether all that was ever said was no, the last word too: nobody who could still do it had been asked.
        boolean isRefused() {
            return refused && answers.stream().allMatch(Attempt::isNo);
        }

        private static boolean isNo(Outcome outcome) {
            return outcome instanceof Outcome.Refused
                    || outcome instanceof Outcome.Forbidden
                    || outcome instanceof Outcome.Unseen;
        }
    }

    private Simulation(long seed, boolean lying) {
        this.random = new SplittableRandom(seed);
        this.ids = new SeededEntropy(random.nextLong());
        this.cast = Cast.of(ids::id);
        this.whims = new Whims(random, cast);
        this.crisis = StreamId.of(ids.id());
        this.lying = lying;
    }

    /// Runs one seed; what it finds broken, in words, empty if every promise was kept.
    public static List<String> run(long seed) {
        return new Simulation(seed, false).play();
    }

    /// The same with a disk that lies about one commit: the check of the checks.
    public static List<String> runLying(long seed) {
        return new Simulation(seed, true).play();
    }

    /// The checkpoints at the end of a seed: two runs with the same ones wrote the same bytes.
    static List<String> checkpoints(long seed) {
        Simulation simulation = new Simulation(seed, false);
        Journal journal = simulation.end().engine().journal();
        return journal.streams().stream()
                .map(stream -> journal.tip(stream).checkpoint())
                .toList();
    }

    private List<String> play() {
        try {
            return new Promises(end(), attempts, everyNode, crisis).broken();
        } catch (RuntimeException fault) {
            // an engine that cannot go on has kept no promise; the trace is had by running the seed again
            return List.of("it fell over: " + fault);
        }
    }

    /// Plays it, and gives back the node that is left when the disk is well again and everybody knows.
    private Node end() {
        boot();
        boot();
        setUp();
        int lie = lying ? random.nextInt(STEPS) : -1;
        for (int step = 0; step < STEPS; step++) {
            if (step == lie) {
                disk.fate(Fate.LIE);
            }
            step();
        }
        disk.heal();
        nodes.forEach(Node::kill);
        nodes.clear();
        Node last = boot();
        settle(last);
        return last;
    }

    private Node boot() {
        Node node = new Node(disk, clock, random.nextLong());
        nodes.add(node);
        everyNode.add(node);
        return node;
    }

    private Node any() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private void setUp() {
        Node node = nodes.getFirst();
        node.engine().found();
        node.turns();
        int n = 0;
        for (Command command : cast.setUp(START)) {
            submit(
                    node,
                    new Attempt(Submission.of(
                            StreamId.ORGANISATION, new Actor.Operator("setup"), command, "setup " + n++)));
            node.turns();
        }
        Id id = new Id(crisis.text());
        Command open = new RegisterCommand.Open(
                Optional.of(id),
                false,
                "Night Train",
                "It is bad.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        submit(node, new Attempt(Submission.of(StreamId.ORGANISATION, cast.actor(0, START), open, "open")));
        node.turns();
        while (node.carry()) {
            node.turns();
        }
    }

    private void submit(Node node, Attempt attempt) {
        attempts.add(attempt);
        again(node, attempt);
    }

    private void again(Node node, Attempt attempt) {
        attempt.ask(node);
        CompletableFuture<Outcome> answer = node.engine().submit(attempt.submission);
        answer.thenAccept(outcome -> attempt.answered(node, outcome));
    }

    private void step() {
        Node node = any();
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4, 5 -> submit(node, whim(node));
            case 6 -> again(node, attempts.get(random.nextInt(attempts.size())));
            case 7 -> disk.fate(fate());
            case 8 -> clock.pass(Duration.ofSeconds(random.nextInt(3600)));
            case 9 -> clock.jump(Duration.ofSeconds(random.nextInt(600) - 300));
            case 10 -> guarded(node, node::carry);
            case 11 -> node.engine().wake(crisis);
            case 12 -> disk.doesNotReopen(random.nextInt(3));
            case 13 -> conflict();
            case 14 -> crash(node);
            default -> guarded(node, node::turns);
        }
        for (Node each : List.copyOf(nodes)) {
            if (random.nextInt(3) > 0) {
                guarded(each, each::turn);
            }
        }
    }

    private Attempt whim(Node node) {
        Command command;
        try {
            command = whims.next(node.engine().published(crisis).fold());
        } catch (Journal.JournalUnavailable unavailable) {
            command = whims.next(muster.kernel.Fold.empty(Node.CATALOGUE, crisis));
        }
        int who = random.nextInt(cast.people().size());
        return new Attempt(Submission.of(
                crisis, cast.actor(who, clock.wall()), command, ids.id().text()));
    }

    private Fate fate() {
        Fate[] fates = {Fate.FULL, Fate.FAILED, Fate.GHOST, Fate.CRASH_BEFORE, Fate.CRASH_AFTER};
        return fates[random.nextInt(fates.length)];
    }

    /// The next commit of one node finds that another node was faster.
    private void conflict() {
        Node other = any();
        submit(other, whim(other));
        disk.meanwhile(() -> guarded(other, other::turn));
    }

    private void guarded(Node node, Runnable what) {
        if (node.isDead()) {
            return;
        }
        try {
            what.run();
        } catch (Journal.JournalUnavailable unavailable) {
            // whoever asked is told; nothing else happens
        } catch (Crash dead) {
            crash(node);
        }
        if (disk.crashed()) {
            crash(node);
        }
    }

    private void crash(Node node) {
        disk.buried();
        node.kill();
        nodes.remove(node);
        if (nodes.size() < 2) {
            boot();
        }
    }

    /// Everybody asks again for what they were not told, until they know.
    private void settle(Node last) {
        for (int round = 0; round < 3; round++) {
            for (Attempt attempt : attempts) {
                boolean told = !attempt.answers.isEmpty()
                        && !(attempt.answers.getLast() instanceof Outcome.Unknown)
                        && !(attempt.answers.getLast() instanceof Outcome.Unavailable);
                if (!told) {
                    again(last, attempt);
                    last.turns();
                }
            }
            last.carry();
            last.turns();
        }
    }
}
