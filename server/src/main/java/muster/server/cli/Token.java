package muster.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.people.PeopleCommand;
import muster.server.console.Desk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `muster token` and `muster link`: ways in that somebody on the host gives to a person. Each is an entry of the
/// organisation's stream.
final class Token {
    private Token() {}

    /// A bearer session.
    @Command(
            name = "token",
            description = {
                "Makes a bearer token for a person.",
                "Prints it as the last word. Each use is an entry of the record.",
                "A token says only that somebody on the host vouched (amr operator): it approves nothing unless the charter names it."
            })
    static final class Bearer implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "PERSON", description = "Handle or id.")
        private String person = "";

        @Option(
                names = "--ttl",
                paramLabel = "TIME",
                description = "How long it lasts: 30m, 8h, 2d; ${DEFAULT-VALUE} unless given.",
                defaultValue = "8h")
        private String ttl = "8h";

        @Override
        public void run() {
            CommandSpec given = Objects.requireNonNull(spec);
            Instant until = Instant.now().plus(lasting(ttl, given));
            Id session = Entropy.ofMachine().id();
            try (Desk desk = Desks.open(where)) {
                Desks.give(
                        desk,
                        "token",
                        new PeopleCommand.IssueToken(Desks.person(desk, person), session, until, Optional.empty()));
                ObjectNode request = JsonNodeFactory.instance.objectNode().put("session", session.text());
                String token = desk.ask(Desk.Ask.TOKEN, request).asString();
                given.commandLine().getOut().println("Good until " + People.text(until) + ": " + token);
            }
        }
    }

    /// A sign-in link that works once.
    @Command(
            name = "link",
            description = {
                "Makes a sign-in link that works once.",
                "Prints it as the last word. Each use is an entry of the record."
            })
    static final class Link implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "PERSON", description = "Handle or id.")
        private String person = "";

        @Option(
                names = "--ttl",
                paramLabel = "TIME",
                description = "How long it can be used: 30m, 8h, 2d; ${DEFAULT-VALUE} unless given.",
                defaultValue = "1h")
        private String ttl = "1h";

        @Override
        public void run() {
            CommandSpec given = Objects.requireNonNull(spec);
            Instant until = Instant.now().plus(lasting(ttl, given));
            Id link = Entropy.ofMachine().id();
            try (Desk desk = Desks.open(where)) {
                Desks.give(desk, "link", new PeopleCommand.IssueLink(Desks.person(desk, person), link, until));
                ObjectNode request = JsonNodeFactory.instance.objectNode().put("link", link.text());
                String address = desk.ask(Desk.Ask.LINK, request).asString();
                given.commandLine().getOut().println("Works once, until " + People.text(until) + ": " + address);
            }
        }
    }

    /// `30m`, `8h`, `2d`: up to 30 days.
    static Duration lasting(String text, CommandSpec given) {
        if (!text.matches("[1-9][0-9]{0,4}[mhd]")) {
            throw new ParameterException(
                    given.commandLine(), text + " is not a time: write minutes, hours or days as 30m, 8h, 2d.");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        Duration lasting = switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (lasting.compareTo(Duration.ofDays(30)) > 0) {
            throw new ParameterException(given.commandLine(), "A way in lasts at most 30 days, not " + text + ".");
        }
        return lasting;
    }
}
