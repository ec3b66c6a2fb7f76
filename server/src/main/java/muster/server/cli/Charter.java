package muster.server.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import muster.charter.CharterCommand;
import muster.kernel.Id;
import muster.server.console.Desk;
import muster.server.library.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `muster charter`: the first charter, from a file. Later ones are proposed and approved by people.
@Command(
        name = "charter",
        description = {"Adopts the first charter.", "Later ones are proposed and approved by people."},
        subcommands = Charter.Adopt.class)
final class Charter implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Say what to do: adopt.");
    }

    /// Adopts a charter where there is none.
    @Command(
            name = "adopt",
            description = {"Adopts a charter from a file where there is none yet.", "The handles in it must be known."})
    static final class Adopt implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The charter, as docs/formats/charter.md describes it.")
        private Path file = Path.of("");

        @Override
        public void run() {
            try (Desk desk = Desks.open(where)) {
                Map<String, Id> people = new HashMap<>();
                for (JsonNode card : Desks.view(desk, "people.directory")) {
                    if (card.path("active").asBoolean(false)) {
                        people.put(
                                card.path("handle").asString("").toLowerCase(Locale.ROOT),
                                new Id(card.path("id").asString("")));
                    }
                }
                muster.charter.Charter charter = Library.charter(
                        file, handle -> Optional.ofNullable(people.get(handle.toLowerCase(Locale.ROOT))));
                Desks.give(
                        desk,
                        "charter",
                        new CharterCommand.Adopt(
                                Optional.empty(), charter, "Adopted on the host from " + file.getFileName()));
                Objects.requireNonNull(spec).commandLine().getOut().println(charter.title() + " is in force.");
            }
        }
    }
}
