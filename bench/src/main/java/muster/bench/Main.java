package muster.bench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line of the measurements, reached by `muster bench`.
@Command(
        name = "muster bench",
        description = "Measures Muster on this machine.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 64,
        subcommands = {
            Simulate.class,
            Append.class,
            Commands.class,
            Feeds.class,
            Readers.class,
            Replaying.class,
            Verifying.class,
            Start.class,
            Kills.class,
            Jmh.class
        })
public final class Main implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    public static void main(String... args) {
        // the database driver looks for a logging library that nobody needs, and would say so
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to measure.");
        }
    }
}
