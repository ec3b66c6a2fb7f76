package muster.server.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import muster.kernel.Catalogue;
import muster.kernel.Entropy;
import muster.ledger.Report;
import muster.ledger.Verifier;
import muster.server.Features;
import muster.server.Instance;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;
import muster.server.drill.Badge;
import muster.server.drill.DeskBackstage;
import muster.server.drill.Drill;
import muster.server.drill.HttpRoom;
import muster.server.drill.Ids;
import muster.server.drill.Pace;
import muster.server.drill.Progress;
import muster.server.drill.Rehearsal;
import muster.server.drill.Summary;
import muster.server.drill.Theatre;
import muster.server.library.Library;
import muster.server.library.Library.Script;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster drill`: a scenario, played by simulated people through the public API.
@Command(
        name = "drill",
        description = {
            "Plays a scenario with simulated people and says what it cost.",
            "Everything goes through the public API, and the record is verified at the end.",
            "Without --url in a server of its own, whose record is thrown away afterwards unless --data names a place for it.",
            "The exit code is that of verify."
        })
final class Rehearse implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SCENARIO", description = "A file, or the name of one in library/scenarios: litellm.")
    private String scenario = "";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A server that runs on this host, on the data directory that --data names.")
    private @Nullable URI url;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the record is to stay; with --url: where it is.")
    private @Nullable Path data;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "So many times as fast as real time, 1 to 10000. Else as fast as the server answers.")
    private @Nullable Integer speed;

    @Option(names = "--headless", description = "Jump to whatever comes next; what happens unless --speed is given.")
    private boolean headless;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "How the dice fall; the same seed gives the same play. ${DEFAULT-VALUE} unless given.",
            defaultValue = "1")
    private long seed = 1;

    private final Catalogue catalogue = Features.catalogue();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;

    @Override
    public Integer call() throws InterruptedException {
        Pace pace = pace();
        Library library = Library.shipped();
        Script script = library.scenario(library.scenarioNamed(scenario));
        Thread breakOff = new Thread(this::breakOff, "stop");
        Runtime.getRuntime().addShutdownHook(breakOff);
        try {
            return url == null ? here(script, pace) : there(script, pace, url);
        } catch (IllegalStateException e) {
            throw new DeskProblem(String.valueOf(e.getMessage()), e);
        } finally {
            over.countDown();
            if (!stopped) {
                Runtime.getRuntime().removeShutdownHook(breakOff);
            }
        }
    }

    private Pace pace() {
        if (speed == null) {
            return new Pace.Headless();
        }
        if (headless) {
            throw wrong("Say --headless or --speed, not both.");
        }
        try {
            return new Pace.Times(speed);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }

    /// Ctrl-C: the play ends before its next step, and what is to be thrown away is.
    private void breakOff() {
        stopped = true;
        try {
            over.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int here(Script script, Pace pace) throws InterruptedException {
        try (ThrowAway place = ThrowAway.unless(data)) {
            // on a record that was kept, a play of the same seed is another one
            String play = Instance.hasRecord(place.data()) ? another() : "play " + seed;
            try (Theatre theatre = Theatre.of(place.data(), place.keys())) {
                play(script, theatre.desk(), theatre.address(), new Ids(play, seed), pace);
            }
            return verify(place.data());
        }
    }

    private int there(Script script, Pace pace, URI server) throws InterruptedException {
        if (data == null) {
            throw wrong("--url needs --data: the data directory of that server, for the way in of its people.");
        }
        Path held = data.toAbsolutePath().normalize();
        if (!Instance.isHeld(held)) {
            throw new DeskProblem("No server runs on the data directory " + held + ".");
        }
        try (Desk desk = Desks.dial(held)) {
            play(script, desk, server, new Ids(another(), seed), pace);
        }
        return verify(held);
    }

    private String another() {
        return "play " + seed + " " + Entropy.ofMachine().id();
    }

    private void play(Script script, Desk desk, URI server, Ids ids, Pace pace) throws InterruptedException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        List<Badge> badges = Rehearsal.prepare(new DeskBackstage(desk, catalogue), script, ids, Instant.now());
        Drill.Result result;
        try (HttpRoom room = new HttpRoom(server);
                Progress progress = new Progress(script.scenario(), err, Terminal.isWatched())) {
            result = Drill.of(script, room, badges, ids)
                    .at(pace)
                    .watchedBy(progress)
                    .until(() -> stopped)
                    .play();
        }
        out(Summary.of(script.scenario().title(), result));
    }

    private int verify(Path record) {
        Report report = Verifier.of(catalogue).verify(record, Optional.empty(), Optional.empty());
        out(report.text());
        return report.exitCode();
    }

    private void out(String words) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(words);
        out.flush();
    }
}
