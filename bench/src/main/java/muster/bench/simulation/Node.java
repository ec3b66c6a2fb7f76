package muster.bench.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import muster.kernel.Catalogue;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Fold;
import muster.kernel.Outcome;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.Time;
import muster.ledger.CheckpointSigner;
import muster.ledger.LedgerJournal;
import muster.server.Features;
import muster.testing.SeededEntropy;
import org.jspecify.annotations.Nullable;

/// One process: an engine on its own connection to the disk, and queues of turns and of commits that run when
/// the simulation says so: a slow disk is one whose commits wait while turns go on. Dead after a crash: what it
/// still answers nobody hears.
@SuppressWarnings(
        "FutureReturnValueIgnored") // what the engine promises never fails, and a parcel stays until it is settled
final class Node {
    static final Catalogue CATALOGUE = Features.catalogue();
    private static final Secret SECRET = new Secret(new byte[32]);
    private static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);

    private final Queue<Runnable> turns = new ArrayDeque<>();
    private final Queue<Runnable> commits = new ArrayDeque<>();
    private final SplittableRandom random;
    private final Engine engine;
    private final Map<StreamId, Long> followed = new TreeMap<>();
    private final List<String> gaps = new ArrayList<>();
    private boolean dead;
    private boolean inTurn;

    Node(SimulatedDisk disk, Time time, long seed) {
        LedgerJournal journal = new LedgerJournal(disk.connect(), SIGNER, commits::add);
        random = new SplittableRandom(seed);
        engine = new Engine(CATALOGUE, journal, time, new SeededEntropy(seed), SECRET, turns::add, "simulated");
        engine.follow(this::follow);
    }

    Engine engine() {
        return engine;
    }

    boolean isDead() {
        return dead;
    }

    void kill() {
        dead = true;
        turns.clear();
        commits.clear();
    }

    /// What a live feed would have shown twice or never.
    List<String> gaps() {
        return gaps;
    }

    private void follow(Engine.Advance advance) {
        advance.recorded().forEach(recorded -> {
            StreamId stream = recorded.header().stream();
            Long before = followed.put(stream, recorded.seq());
            if (before != null && recorded.seq() != before + 1) {
                gaps.add("a follower of " + stream + " saw " + recorded.seq() + " after " + before);
            }
        });
    }

    /// Runs one waiting turn or commit, if there is one; not within another.
    void turn() {
        Runnable next = inTurn ? null : next();
        if (next != null) {
            inTurn = true;
            try {
                next.run();
            } finally {
                inTurn = false;
            }
        }
    }

    private @Nullable Runnable next() {
        boolean commit = turns.isEmpty() || (!commits.isEmpty() && random.nextInt(3) == 0);
        return commit ? commits.poll() : turns.poll();
    }

    void turns() {
        while (!(turns.isEmpty() && commits.isEmpty()) && !dead && !inTurn) {
            turn();
        }
    }

    /// Carries what is on its way, once; what cannot be settled now is left for the next time.
    boolean carry() {
        boolean carried = false;
        for (StreamId stream : engine.streams()) {
            List<Fold.Outstanding> parcels = new ArrayList<>();
            engine.published(stream).fold().outstanding().forEach(parcels::add);
            for (Fold.Outstanding parcel : parcels) {
                carried = true;
                carry(stream, parcel);
                if (dead) {
                    return true;
                }
            }
        }
        return carried;
    }

    private void carry(StreamId stream, Fold.Outstanding parcel) {
        Errand.Outcome outcome = Errand.Outcome.DONE;
        if (parcel.parcel() instanceof Fold.Across) {
            var answer = engine.carry(stream, parcel);
            turns();
            if (dead || !answer.isDone()) {
                return;
            }
            switch (answer.join()) {
                case Outcome.Committed committed -> {}
                case Outcome.Unknown unknown -> {
                    return;
                }
                case Outcome.Unavailable unavailable -> {
                    return;
                }
                default -> outcome = Errand.Outcome.REFUSED;
            }
        }
        engine.settle(stream, parcel.key(), outcome, "");
        turns();
    }
}
