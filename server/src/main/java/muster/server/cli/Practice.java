package muster.server.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.StreamId;
import muster.kernel.Time;
import muster.server.Features;
import muster.server.Instance;
import muster.server.drill.Badge;
import muster.server.drill.Drill;
import muster.server.drill.EngineBackstage;
import muster.server.drill.EngineRoom;
import muster.server.drill.Ids;
import muster.server.drill.Rehearsal;
import muster.server.library.Library;
import muster.server.library.Library.Script;

/// A day's work in a minute's time, on a record that is thrown away: enough for the JVM to learn what a start
/// needs, and what a start after a crash needs most, reading a record back.
final class Practice {
    private static final String SCENARIO = "litellm";
    private static final List<String> VIEWS =
            List.of("crises.room", "crises.seats", "tasks.board", "decisions.register", "channels.messages");

    /// So often that the JVM finds the reading worth its best code, and remembers that.
    private static final int TIMES = 10;

    private final Instance instance;
    private final int port;

    private Practice(Instance instance, int port) {
        this.instance = instance;
        this.port = port;
    }

    /// @param instance on a record that nobody will miss, listening on the port
    static void on(Instance instance, int port) {
        Practice practice = new Practice(instance, port);
        Library library = Library.shipped();
        if (Files.exists(library.scenarioNamed(SCENARIO))) {
            practice.play(library.scenario(library.scenarioNamed(SCENARIO)));
        }
    }

    private void play(Script script) {
        Engine engine = instance.engine();
        Ids ids = new Ids("practice", 1);
        List<Badge> badges = Rehearsal.prepare(
                new EngineBackstage(engine, instance.tokens()::token, ids), script, ids, Instant.now());
        EngineRoom room = new EngineRoom(engine);
        try {
            Drill.of(script, room, badges, ids).play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        for (int i = 0; i < TIMES; i++) {
            readBack();
        }
        String bearer = "Authorization: Bearer " + badges.getFirst().token() + "\r\n";
        VIEWS.forEach(view -> Visit.at(port, "/api/crises/" + room.crisis() + "/views/" + view, bearer));
    }

    /// As a process that has just started does.
    private void readBack() {
        Engine fresh = new Engine(
                Features.catalogue(),
                instance.engine().journal(),
                Time.ofMachine(),
                Entropy.ofMachine(),
                instance.keys().requests(),
                Runnable::run,
                "practice.invalid/muster");
        List<StreamId> read = new ArrayList<>(fresh.streams());
        read.forEach(fresh::published);
    }
}
