package muster.server.cli;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.kernel.Wire;
import muster.people.PeopleCommand;
import muster.people.Person;
import muster.server.console.Desk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// `muster person`: who is known to the organisation, from the host, while the server runs or not.
@Command(
        name = "person",
        description = {"Adds, lists and removes people.", "Works while the server runs or not."},
        subcommands = {People.Add.class, People.Listing.class, People.Remove.class})
final class People implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: add, list or remove.");
    }

    /// Adds somebody and prints the new id.
    @Command(
            name = "add",
            description = {
                "Adds a person, or a service or agent with an owner.",
                "Prints the id as the last word. Each use is an entry of the record."
            })
    static final class Add implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "NAME", description = "Full name.")
        private String name = "";

        @Option(
                names = "--handle",
                paramLabel = "HANDLE",
                required = true,
                description = "Short name for lists and mentions: dana.weiss")
        private String handle = "";

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                description = "Time zone, as Europe/Berlin; ${DEFAULT-VALUE} unless given.",
                defaultValue = "UTC")
        private String zone = "UTC";

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                description = "human, service or agent; ${DEFAULT-VALUE} unless given.",
                defaultValue = "human")
        private String kind = "human";

        @Option(
                names = "--owner",
                paramLabel = "HANDLE",
                description = "Handle of the human who answers for a service or agent.")
        private @Nullable String owner;

        @Option(names = "--purpose", paramLabel = "TEXT", description = "What a service or agent is for.")
        private @Nullable String purpose;

        @Override
        public void run() {
            CommandSpec given = Objects.requireNonNull(spec);
            Id id = Entropy.ofMachine().id();
            try (Desk desk = Desks.open(where)) {
                Optional<Id> owning = Optional.ofNullable(owner).map(named -> Desks.person(desk, named));
                Desks.give(
                        desk,
                        "person",
                        new PeopleCommand.Add(
                                Optional.of(id),
                                kind(given),
                                name,
                                handle,
                                zone(given),
                                Optional.empty(),
                                List.of(),
                                owning,
                                Optional.ofNullable(purpose),
                                Optional.empty(),
                                Optional.empty()));
            }
            given.commandLine().getOut().println(name + " is known as " + handle + ", id " + id);
        }

        private Person.Kind kind(CommandSpec given) {
            try {
                return Person.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(
                        given.commandLine(), "A person is human, service or agent, not " + kind + ".");
            }
        }

        private String zone(CommandSpec given) {
            try {
                return ZoneId.of(zone).getId();
            } catch (DateTimeException e) {
                throw new ParameterException(
                        given.commandLine(), zone + " is not a time zone; they look like Europe/Berlin.");
            }
        }
    }

    /// Lists everybody.
    @Command(name = "list", description = "Lists everybody, one a line: id, handle, name, zone.")
    static final class Listing implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Spec
        private @Nullable CommandSpec spec;

        @Override
        public void run() {
            PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
            try (Desk desk = Desks.open(where)) {
                JsonNode cards = Desks.view(desk, "people.directory");
                for (JsonNode card : cards) {
                    out.println(String.join(
                            "  ",
                            card.path("id").asString(""),
                            card.path("handle").asString(""),
                            card.path("name").asString(""),
                            card.path("zone").asString("")));
                }
                if (cards.isEmpty()) {
                    out.println("Nobody yet. Add somebody with: muster person add NAME --handle HANDLE");
                }
            }
        }
    }

    /// Ends somebody's time here.
    @Command(name = "remove", description = "Ends somebody's time here, with every session; their entries stay.")
    static final class Remove implements Runnable {
        @Mixin
        private DataOption where = new DataOption();

        @Parameters(paramLabel = "PERSON", description = "Handle or id.")
        private String person = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it goes into the record.")
        private String reason = "";

        @Override
        public void run() {
            try (Desk desk = Desks.open(where)) {
                Desks.give(desk, "person", new PeopleCommand.Remove(Desks.person(desk, person), reason));
            }
        }
    }

    static String text(java.time.Instant instant) {
        return Wire.text(instant);
    }
}
