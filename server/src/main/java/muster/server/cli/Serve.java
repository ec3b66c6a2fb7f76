package muster.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import muster.kernel.Entropy;
import muster.kernel.Time;
import muster.server.Instance;
import muster.server.Server;
import muster.server.config.Certificates;
import muster.server.config.Config;
import muster.server.console.Desk.DeskProblem;
import muster.server.door.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `muster serve`: the server.
@Command(
        name = "serve",
        description = {
            "Runs the server.",
            "The data directory is made where it is not there.",
            "The first start prints a link that signs the first administrator in, once. SIGTERM or Ctrl-C ends it cleanly."
        })
final class Serve implements Runnable {
    private static final int PORT = 8080;
    private static final int LAST_PORT = 65_535;

    @Mixin
    private DataOption where = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on; 8080 unless given, 0 for any free one.")
    private @Nullable Integer port;

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration file.")
    private @Nullable Path config;

    @Option(
            names = "--init-config",
            paramLabel = "FILE",
            description = "Write a configuration file that explains every key, and end.")
    private @Nullable Path initConfig;

    @Option(names = "--dev", description = "Allow loopback targets for connectors; never in earnest.")
    private boolean dev;

    /// What the launcher learns a fast start from.
    @Option(names = "--until-ready", hidden = true, description = "Serve one visitor, and end.")
    private boolean untilReady;

    @Override
    public void run() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            if (initConfig != null) {
                Files.writeString(initConfig, Config.TEMPLATE, StandardOpenOption.CREATE_NEW);
                out.println("Written: " + initConfig);
                return;
            }
            serve(out, config == null ? Config.DEFAULTS : Config.read(config));
        } catch (FileAlreadyExistsException there) {
            throw new DeskProblem(there.getFile() + " is there already; it is left as it is.");
        } catch (IOException e) {
            throw new DeskProblem(Instance.words(e), e);
        }
    }

    private void serve(PrintWriter out, Config given) throws IOException {
        String host = given.host().orElse("localhost");
        Optional<SSLContext> certificate = certificate(given);
        if (certificate.isEmpty() && !given.behindProxy().orElse(false) && !loopback(host)) {
            throw new DeskProblem("Plain HTTP is for loopback only: give Muster a keystore, or say behindProxy: true.");
        }
        int listening = Running.port(port(given), host);
        String address =
                given.origin().orElse((certificate.isPresent() ? "https://" : "http://") + host + ":" + listening);
        Instance instance = Instance.open(where.data(), where.keys(), given.name());
        Server.Parts parts = new Server.Parts(
                instance.engine(),
                instance.keys().tokens(),
                address,
                host,
                listening,
                certificate,
                Limits.standard(),
                instance::health,
                Time.ofMachine(),
                Entropy.ofMachine());
        try (Running running = Running.start(instance, parts, address)) {
            Optional<String> first = FirstStart.link(running.desk());
            if (!untilReady) {
                Running.atTheEnd(running::close);
            }
            tell(out, address, first);
            running.work();
            if (untilReady) {
                Visit.everything(listening);
            } else {
                Running.forEver();
            }
        }
    }

    private int port(Config given) {
        int wanted = port != null ? port : given.port().orElse(PORT);
        checkPort(wanted, Objects.requireNonNull(spec));
        return wanted;
    }

    static void checkPort(int wanted, CommandSpec spec) {
        if (wanted < 0 || wanted > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), wanted + " is not a port; they go up to " + LAST_PORT + ".");
        }
    }

    private static Optional<SSLContext> certificate(Config given) throws IOException {
        if (given.keystore().isEmpty()) {
            return Optional.empty();
        }
        String password = given.keystorePasswordFile()
                .orElseThrow(() -> new DeskProblem("The keystore needs a keystorePasswordFile."));
        return Optional.of(Certificates.from(Path.of(given.keystore().get()), Path.of(password)));
    }

    private void tell(PrintWriter out, String address, Optional<String> first) {
        out.println("Muster is ready at " + address + " after " + sinceStart() + " ms");
        if (dev) {
            out.println("DEVELOPMENT MODE: connectors may reach loopback addresses. Never use this in earnest.");
        }
        first.ifPresent(link -> {
            out.println("This Muster is new. The first administrator signs in here, once:");
            out.println("  " + link);
            out.println("What anybody may do comes from the charter. On this host, add people and adopt one:");
            out.println("  muster person add NAME --handle HANDLE --data " + where.data());
            out.println("  muster charter adopt FILE --data " + where.data());
        });
        out.flush();
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new DeskProblem("There is no address " + host + " on this machine.", e);
        }
    }

    private static long sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()).toMillis())
                .orElse(0L);
    }
}
