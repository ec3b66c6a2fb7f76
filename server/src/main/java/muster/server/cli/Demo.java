package muster.server.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.kernel.Catalogue;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.kernel.StreamId;
import muster.kernel.Time;
import muster.people.People;
import muster.people.Session;
import muster.server.Features;
import muster.server.Instance;
import muster.server.Server;
import muster.server.console.Desk.DeskProblem;
import muster.server.door.Limits;
import muster.server.drill.Demonstration;
import muster.server.drill.Drill;
import muster.server.library.CharterFile;
import muster.server.library.Library;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `muster demo`: a breach that happened, played into a server, with links to sign in as somebody who has to
/// decide.
@Command(
        name = "demo",
        description = {
            "Plays a breach that happened, in a server of its own, for people who look on.",
            "Prints sign-in links for several roles, so that you can decide what they would have had to.",
            "Everything is thrown away at the end unless --data names a place for it."
        })
final class Demo implements Runnable {
    private static final String SCENARIO = "litellm";
    private static final String HOST = "localhost";
    /// The whole cast comes from one place, so the limit that keeps one person's machine at bay is none here.
    private static final int NO_LIMIT = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the record here.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for any free one; ${DEFAULT-VALUE} unless given.",
            defaultValue = "8080")
    private int port = 8080;

    @Override
    public void run() {
        Library library = Library.shipped();
        Script script = library.scenario(library.scenarioNamed(SCENARIO));
        Serve.checkPort(port, Objects.requireNonNull(spec));
        try (ThrowAway place = ThrowAway.unless(data);
                Running running = start(place);
                Demonstration demonstration = begin(running, script)) {
            Running.atTheEnd(demonstration::close, running::close, place::close);
            tell(script, demonstration, running, place);
            var told = demonstration.result().handle(this::ended);
            Running.forEver();
            told.cancel(false);
        } catch (IllegalStateException e) {
            throw new DeskProblem(String.valueOf(e.getMessage()), e);
        }
    }

    private Running start(ThrowAway place) {
        Optional<String> name =
                Instance.hasRecord(place.data()) ? Optional.empty() : Optional.of("demo.localhost/muster");
        int listening = Running.port(port, HOST);
        String address = "http://" + HOST + ":" + listening;
        Instance instance = Instance.open(place.data(), place.keys(), name);
        Server.Parts parts = new Server.Parts(
                        instance.engine(),
                        instance.keys().tokens(),
                        address,
                        HOST,
                        listening,
                        Optional.empty(),
                        Limits.standard().withCommands(NO_LIMIT, NO_LIMIT),
                        instance::health,
                        Time.ofMachine(),
                        Entropy.ofMachine())
                .asDemonstration();
        Running running = Running.start(instance, parts, address);
        running.work();
        return running;
    }

    private Demonstration begin(Running running, Script script) {
        Catalogue catalogue = Features.catalogue();
        Happenings watcher = new Happenings(script, out(), err(), Terminal.isWatched());
        return Demonstration.begin(
                running.desk(),
                catalogue,
                URI.create(running.address()),
                script,
                "demonstration " + Entropy.ofMachine().id(),
                person -> isPlayed(running.instance().engine(), person),
                watcher);
    }

    /// Whether somebody came by the person's link.
    private static boolean isPlayed(Engine engine, Id person) {
        return engine.published(StreamId.ORGANISATION).fold().stateOf(People.KEY).sessions().stream()
                .anyMatch(session ->
                        session.person().equals(person) && session.amr().equals(Session.BY_LINK) && !session.ended());
    }

    private void tell(Script script, Demonstration demonstration, Running running, ThrowAway place) {
        PrintWriter out = out();
        out.println("THIS IS A DEMONSTRATION at " + running.address());
        out.println("The company and its people are invented; the breach happened: "
                + script.scenario().title() + ".");
        out.println(place.isKept() ? "The record stays in " + place.data() + "." : "Nothing of it is kept.");
        out.println();
        out.println("Be one of them. Each link signs in once; use another browser profile for each:");
        for (Demonstration.Visitor visitor : demonstration.visitors()) {
            out.println();
            out.println("  " + visitor.name() + ", " + office(script, visitor) + ", " + zone(script, visitor.handle()));
            out.println("  " + visitor.link());
        }
        out.println();
        out.println("The first days go by in a moment. After that it is one thing after the other; Ctrl-C ends it.");
        out.println();
        out.flush();
    }

    private static String office(Script script, Demonstration.Visitor visitor) {
        String titles = script.charter().roles().stream()
                .filter(role -> visitor.roles().contains(role.name()))
                .map(CharterFile.Role::title)
                .collect(Collectors.joining(", "));
        return titles.isEmpty() ? "responder" : titles;
    }

    private static String zone(Script script, String handle) {
        return script.scenario().cast().stream()
                .filter(member -> member.handle().equals(handle))
                .map(ScenarioFile.Member::zone)
                .findFirst()
                .orElse("UTC");
    }

    private boolean ended(Drill.@Nullable Result result, @Nullable Throwable wrong) {
        if (wrong instanceof java.util.concurrent.CancellationException) {
            return false;
        }
        if (wrong != null) {
            err().println("muster: the play broke off: " + wrong.getMessage());
        } else {
            out().println("The play is over; the server stays until Ctrl-C.");
        }
        out().flush();
        err().flush();
        return wrong == null;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
