package muster.server.cli;

import java.io.PrintWriter;
import java.util.Objects;
import muster.server.console.Desk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `muster export --list`: the crises there are, without a word of any.
@Command(
        name = "export",
        description = {
            "Lists the crises.",
            "One a line: id, label, crisis or exercise, open or closed.",
            "What was said in them is for those who take part, not for whoever has the host."
        })
final class Crises implements Runnable {
    @Mixin
    private DataOption where = new DataOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--list", description = "List the crises.")
    private boolean list;

    @Override
    public void run() {
        CommandSpec given = Objects.requireNonNull(spec);
        if (!list) {
            throw new ParameterException(given.commandLine(), "Say --list.");
        }
        PrintWriter out = given.commandLine().getOut();
        try (Desk desk = Desks.open(where)) {
            for (JsonNode crisis : desk.ask(Desk.Ask.CRISES, JsonNodeFactory.instance.objectNode())) {
                out.println(String.join(
                        "  ",
                        crisis.path("id").asString(""),
                        crisis.path("label").asString(""),
                        crisis.path("exercise").asBoolean() ? "exercise" : "crisis",
                        crisis.path("open").asBoolean() ? "open" : "closed"));
            }
        }
    }
}
