package muster.server.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Scope;
import muster.server.Features;
import muster.server.Instance;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;
import muster.server.console.Socket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Finds the desk of a data directory and asks it.
final class Desks {
    /// Where Muster is found unless it is told otherwise; without a running server nobody knows better.
    private static final String USUAL_ADDRESS = "http://localhost:8080";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final Catalogue CATALOGUE = Features.catalogue();

    private Desks() {}

    /// The running server's desk, or one of our own where nobody holds the data directory. Waits a moment for
    /// whoever is just starting, or just doing the same.
    static Desk open(DataOption where) {
        if (!Instance.hasRecord(where.data())) {
            throw new DeskProblem("There is no record in " + where.data() + "; muster serve begins one.");
        }
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            if (Socket.isAnswered(where.data())) {
                return Socket.dial(where.data());
            }
            try {
                return Instance.open(where.data(), where.keys()).desk(USUAL_ADDRESS);
            } catch (DeskProblem problem) {
                if (!Instance.isHeld(where.data())) {
                    throw problem;
                }
            }
            if (Instant.now().isAfter(end)) {
                throw new DeskProblem(
                        "A Muster holds the data directory " + where.data() + ", but does not answer on its socket.");
            }
            rest();
        }
    }

    /// The desk of the server that holds a data directory.
    static Desk dial(Path data) {
        return Socket.dial(data);
    }

    private static void rest() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskProblem("Broken off.", e);
        }
    }

    /// Gives a command to the organisation as the operator.
    static void give(Desk desk, String via, Command command) {
        String type = CATALOGUE.nameOf(command);
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("type", type).put("via", via);
        request.set(
                "command",
                CATALOGUE.command(Scope.ORGANISATION, type).orElseThrow().write(command));
        desk.ask(Desk.Ask.COMMAND, request);
    }

    static JsonNode view(Desk desk, String view) {
        return desk.ask(Desk.Ask.VIEW, JsonNodeFactory.instance.objectNode().put("view", view));
    }

    /// The id of the person whom a handle or an id names.
    static Id person(Desk desk, String named) {
        for (JsonNode card : view(desk, "people.directory")) {
            // a handle is free again once its owner has gone
            boolean here = card.path("active").asBoolean(false);
            if (card.path("id").asString("").equals(named)
                    || (here && card.path("handle").asString("").equalsIgnoreCase(named))) {
                return new Id(card.path("id").asString());
            }
        }
        throw new DeskProblem("Nobody is known as " + named + "; muster person list shows everybody.");
    }
}
