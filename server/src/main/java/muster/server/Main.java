package muster.server;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import muster.kernel.Journal;
import muster.server.cli.Commands;
import muster.server.console.Desk.DeskProblem;
import muster.server.library.BadFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line. Exit codes are promises: 64 for wrong usage, 1 for a fault.
@Command(
        name = "muster",
        description = "A virtual command center for cyber crises.",
        versionProvider = Main.Version.class,
        footer = {
            "",
            "muster COMMAND --help says more about each. muster bench measures Muster on this machine.",
            "Exit code 64: wrong usage; 1: it could not be done; verify and drill: 0 intact, 2 tampered, 3 cannot prove."
        })
public final class Main implements Runnable {

    static final int USAGE = 64;
    static final int FAULT = 1;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /// @param args what it will be asked to do
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Main());
        Commands.meant(args).forEach(line::addSubcommand);
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Shows the version.")
                        .build());
        addHelp(line);
        line.setParameterExceptionHandler((wrong, given) -> usage(wrong));
        line.setExecutionExceptionHandler((wrong, at, given) -> problem(wrong, at));
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this.")
                        .build());
        line.getSubcommands().values().forEach(Main::addHelp);
    }

    /// What was wrong with the words given, in one sentence, and where to read more.
    private static int usage(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("muster: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("See " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help.");
        return USAGE;
    }

    /// What went wrong, in one sentence where it is somebody's to mend, and with its trace where it is ours.
    private static int problem(Exception wrong, CommandLine line) {
        PrintWriter err = line.getErr();
        switch (wrong) {
            case DeskProblem problem -> err.println("muster: " + problem.getMessage());
            case BadFile problem -> err.println("muster: " + problem.getMessage());
            case Journal.JournalUnavailable problem -> err.println("muster: " + problem.getMessage());
            case UncheckedIOException problem ->
                err.println("muster: " + problem.getMessage() + ": "
                        + Optional.ofNullable(problem.getCause())
                                .map(Instance::words)
                                .orElse("unknown"));
            default -> {
                err.println("muster: a fault of ours: " + wrong);
                wrong.printStackTrace(err);
            }
        }
        return FAULT;
    }

    public static void main(String... args) {
        // the database driver looks for a logging library that nobody needs, and would say so
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (args.length > 0 && args[0].equals("serve")) {
            HeadStart.begin();
        }
        System.exit(commandLine(args).execute(args));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Say what to do: muster --help lists it.");
        }
    }

    /// The version is written into the jar by the build.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"muster " + (version == null ? "(not packaged)" : version)};
        }
    }
}
