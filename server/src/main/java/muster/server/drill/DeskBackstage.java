package muster.server.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Scope;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The host's side of a server, by the operator's desk: the same for a server in this process and for another
/// one.
public final class DeskBackstage implements Backstage {
    private final Desk desk;
    private final Catalogue catalogue;

    public DeskBackstage(Desk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    @Override
    public void give(Command command) {
        String type = catalogue.nameOf(command);
        ObjectNode request = request().put("type", type).put("via", "drill");
        request.set(
                "command",
                catalogue.command(Scope.ORGANISATION, type).orElseThrow().write(command));
        try {
            desk.ask(Desk.Ask.COMMAND, request);
        } catch (DeskProblem e) {
            throw new DeskProblem(type + " was not done: " + e.getMessage(), e);
        }
    }

    @Override
    public String token(Id session) {
        return desk.ask(Desk.Ask.TOKEN, request().put("session", session.text()))
                .asString();
    }

    @Override
    public Map<String, Id> people() {
        Map<String, Id> people = new LinkedHashMap<>();
        for (JsonNode card : view("people.directory")) {
            if (card.path("active").asBoolean(false)) {
                people.put(
                        card.path("handle").asString(""), new Id(card.path("id").asString()));
            }
        }
        return people;
    }

    @Override
    public List<String> charterInForce() {
        return view("charter.shelf")
                .valueStream()
                .filter(card -> card.path("state").asString("").equals("in-force"))
                .map(card -> card.path("version").asString(""))
                .toList();
    }

    private JsonNode view(String name) {
        return desk.ask(Desk.Ask.VIEW, request().put("view", name));
    }

    private static ObjectNode request() {
        return JsonNodeFactory.instance.objectNode();
    }
}
