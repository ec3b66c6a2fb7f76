package muster.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import muster.ledger.Backup;
import muster.ledger.Report;
import muster.ledger.Verifier;
import muster.server.Features;
import muster.server.Instance;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;

/// `muster backup` and `muster restore`.
final class Copies {
    private Copies() {}

    /// Copies the record while it is in use.
    @Command(
            name = "backup",
            description = {
                "Copies the record into an empty directory.",
                "Works while the server runs or not.",
                "The keys are not in it: keep a copy of them elsewhere, in another place than the backups."
            })
    static final class Away implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "Where to; made if it is not there, refused if it is not empty.")
        private Path to = Path.of("");

        @Override
        public void run() {
            try (Desk desk = Desks.open(where)) {
                desk.ask(
                        Desk.Ask.BACKUP,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("to", to.toAbsolutePath().normalize().toString()));
            }
            Objects.requireNonNull(spec).commandLine().getOut().println("The record is copied to " + to);
        }
    }

    /// Makes a data directory of a backup.
    @Command(
            name = "restore",
            description = {
                "Makes a data directory of a backup.",
                "The backup is verified first; a data directory that is there already is left as it is."
            })
    static final class Back implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "The backup.")
        private Path from = Path.of("");

        @Override
        public void run() {
            CommandSpec given = Objects.requireNonNull(spec);
            Report report = Verifier.of(Features.catalogue()).verify(from, Optional.empty(), Optional.empty());
            if (report.exitCode() != 0) {
                given.commandLine().getErr().println(report.text());
                throw new DeskProblem("The backup in " + from + " is not intact, so it is not put back.");
            }
            try {
                Backup.restore(from, where.data());
            } catch (IOException e) {
                throw new DeskProblem(Instance.words(e), e);
            }
            PrintWriter out = given.commandLine().getOut();
            out.println("The record is back in " + where.data() + ", and intact.");
            if (!Files.isDirectory(where.keys())) {
                out.println("To go on with it, put its keys into " + where.keys() + ".");
            }
        }
    }
}
