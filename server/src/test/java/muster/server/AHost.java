package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.charter.ASmallCharter;
import muster.charter.AnOrganisation;
import muster.charter.CharterCommand;
import muster.crises.RegisterCommand;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.testing.Actors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// A machine with one data directory on disk: a Muster that may run on it, and whoever sits at its command line.
final class AHost implements AutoCloseable {
    final Path data;
    final Path keys;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Instance instance;
    private @Nullable Server server;
    private int given;

    /// What the command line said.
    record Said(int code, String out, String err) {
        String lastWord() {
            String text = out.strip();
            return text.substring(text.lastIndexOf(' ') + 1);
        }
    }

    private AHost(Path data) {
        this.data = data;
        this.keys = data.resolveSibling(data.getFileName() + ".keys");
    }

    static AHost on(Path folder) {
        return new AHost(folder.resolve("record"));
    }

    /// A host whose record knows everybody, with the charter in force, and whose server has stopped.
    static AHost organised(Path folder) {
        AHost host = on(folder);
        try (Instance instance = host.opened()) {
            for (Command command : AnOrganisation.setUp(Instant.now().plus(Duration.ofDays(30)))) {
                host.give(instance, StreamId.ORGANISATION, Actors.operator(), command);
            }
            host.give(
                    instance,
                    StreamId.ORGANISATION,
                    Actors.operator(),
                    new CharterCommand.Adopt(
                            Optional.of(Actors.id("the first charter")), ASmallCharter.charter(), "Where we start."));
        }
        return host;
    }

    /// Muster on the data directory, without anything that works by itself: what a crash leaves behind.
    Instance opened() {
        return Instance.open(data, keys);
    }

    /// Starts the server.
    Instance start() {
        Instance running = opened();
        instance = running;
        running.start(running.desk("http://muster.test"));
        server =
                Server.start(Server.Parts.local(running.engine(), running.keys().tokens(), 0));
        return running;
    }

    void stop() {
        if (server != null) {
            server.close();
        }
        if (instance != null) {
            instance.close();
        }
        server = null;
        instance = null;
    }

    /// Says something to the command line about this data directory.
    Said muster(String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--data", data.toString()));
        return say(args.toArray(String[]::new));
    }

    static Said say(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine muster =
                Main.commandLine(args).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = muster.execute(args);
        return new Said(code, out.toString(), err.toString());
    }

    /// Where the running server is.
    URI address() {
        if (server == null) {
            throw new IllegalStateException("the server does not run");
        }
        return URI.create("http://localhost:" + server.port());
    }

    /// Whoever has this token, at the running server.
    Web with(String token) {
        return new Web(client, address(), List.of()).header("Authorization", "Bearer " + token);
    }

    void give(Instance instance, StreamId stream, Actor actor, Command command) {
        given++;
        Outcome outcome = instance.engine()
                .submit(Submission.of(stream, actor, command, "given " + given))
                .join();
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
    }

    /// Dana opens a crisis; its own stream begins once the courier has been there.
    StreamId opensCrisis(Instance instance, String codeName) {
        Id crisis = Actors.id(codeName);
        give(
                instance,
                StreamId.ORGANISATION,
                Actors.responder("dana"),
                new RegisterCommand.Open(
                        Optional.of(crisis),
                        false,
                        codeName,
                        "File servers do not answer.",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return StreamId.of(crisis);
    }

    @Override
    public void close() {
        stop();
        client.close();
    }
}
