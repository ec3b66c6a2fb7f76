package muster.server.drill;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import muster.kernel.Engine;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.server.Features;
import muster.server.library.Library;
import muster.server.library.Library.Script;
import muster.testing.CallingThread;
import muster.testing.HandClock;
import muster.testing.MemoryJournal;
import muster.testing.SeededEntropy;

/// A play in this process, with a clock that stands still and randomness that comes out the same in every run.
final class Simulation {
    private static final Instant REAL_TIME = Instant.parse("2026-11-24T09:00:00Z");

    final MemoryJournal journal = new MemoryJournal();
    final Engine engine;
    final Drill.Result result;

    Simulation(Script script, long seed) throws InterruptedException {
        this(script, seed, drill -> drill);
    }

    /// @param how the play differs from a headless one
    Simulation(Script script, long seed, UnaryOperator<Drill> how) throws InterruptedException {
        this.engine = new Engine(
                Features.catalogue(),
                journal,
                new HandClock(REAL_TIME),
                new SeededEntropy(seed),
                new Secret(new byte[32]),
                new CallingThread(),
                "drill.example/muster");
        engine.found().join();
        Ids ids = new Ids("play " + seed, seed);
        List<Badge> badges = Rehearsal.prepare(new EngineBackstage(engine, Id::text, ids), script, ids, REAL_TIME);
        this.result =
                how.apply(Drill.of(script, new EngineRoom(engine), badges, ids)).play();
    }

    /// The breach that comes with Muster.
    static Script litellm() {
        Library library = Library.shipped();
        return library.scenario(library.scenarioNamed("litellm"));
    }

    /// Five people and an afternoon.
    static Script small() {
        Library library = new Library(Path.of("src", "test", "resources", "library"));
        return library.scenario(library.scenarioNamed("small"));
    }

    StreamId crisis() {
        return StreamId.of(result.crisis());
    }

    List<Recorded<Event>> entries() {
        return engine.read(crisis(), 0, engine.published(crisis()).fold().size());
    }

    /// The leaves of a stream, as stored.
    List<String> leaves(StreamId stream) {
        List<String> leaves = new ArrayList<>();
        journal.read(
                stream, 0, Long.MAX_VALUE, entry -> leaves.add(new String(entry.header(), StandardCharsets.UTF_8)));
        return leaves;
    }
}
