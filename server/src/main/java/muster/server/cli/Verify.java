package muster.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.ledger.Report;
import muster.ledger.Verifier;
import muster.server.Features;
import muster.server.Instance;
import muster.server.console.Desk.DeskProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `muster verify`: is the record intact, and was everybody entitled? Needs no server, no keys and no network.
@Command(
        name = "verify",
        description = {
            "Checks that a record is intact and that everybody was entitled.",
            "Re-hashes what is stored, rebuilds the trees, folds the history and judges the authority of every entry.",
            "Needs no keys, no network and no running server, and can be run beside one.",
            "Exit code 0: intact; 2: tampered, and where; 3: cannot prove, and what is missing."
        })
final class Verify implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A data directory.")
    private Path path = Path.of("");

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint kept elsewhere, to hold the record against.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "A receipt kept elsewhere, to hold the record against.")
    private @Nullable Path receipt;

    @Option(names = "--json", description = "Say it as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec given = Objects.requireNonNull(spec);
        if (!Files.isDirectory(path)) {
            throw new ParameterException(given.commandLine(), path + " is not a data directory.");
        }
        Report report = report(given);
        given.commandLine().getOut().println(json ? report.json() : report.text());
        given.commandLine().getOut().flush();
        return report.exitCode();
    }

    private Report report(CommandSpec given) {
        try (HowFar progress = HowFar.on(given.commandLine().getErr())) {
            return Verifier.of(Features.catalogue())
                    .telling(progress)
                    .verify(path, text(checkpoint, given), text(receipt, given));
        }
    }

    private static Optional<String> text(@Nullable Path file, CommandSpec given) {
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(given.commandLine(), "There is no file " + file + ".");
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            throw new DeskProblem(file + " cannot be read as text: " + Instance.words(e), e);
        }
    }
}
