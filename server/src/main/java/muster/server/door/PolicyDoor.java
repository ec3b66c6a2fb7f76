package muster.server.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.charter.Charter;
import muster.charter.Charters;
import muster.charter.DecisionType;
import muster.charter.Role;
import muster.kernel.Engine;
import muster.kernel.Scope;
import muster.kernel.StreamId;

/// `GET /api/policy`: the charter in force as a table of who may ask what. What depends on the state of a
/// thing or on somebody's relation to it, `dry` answers, by the very rules that decide.
public final class PolicyDoor implements Door {
    private final Engine engine;
    private final Entrance entrance;

    public PolicyDoor(Engine engine, Entrance entrance) {
        this.engine = engine;
        this.entrance = entrance;
    }

    /// @param charter the version with its hash; absent before there is one
    private record Policy(
            Optional<String> charter,
            List<Office> roles,
            List<Grant> commands,
            List<DecisionType> decisions,
            String furthermore) {}

    private record Office(String role, String title, String function, boolean organisation) {}

    /// @param right what is asked for
    /// @param everyone whether every responder of a crisis has it
    /// @param roles that have it
    private record Grant(String command, Scope scope, String right, boolean everyone, List<String> roles) {}

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries();
        Caller caller = entrance.caller(asked);
        Visit visit = entrance.visit(caller, Optional.of(StreamId.ORGANISATION));
        var shelf = visit.published().fold().stateOf(Charters.KEY);
        Optional<Charter> charter = shelf.inForce();
        return Answer.json(new Policy(
                shelf.versionInForce(),
                charter.map(Charter::roles).orElse(List.of()).stream()
                        .map(role -> new Office(role.name(), role.title(), role.function(), role.organisation()))
                        .toList(),
                grants(charter),
                charter.map(Charter::decisionTypes).orElse(List.of()),
                "A right is needed, not enough: what the state of a thing, a relation to it or separation of duties asks"
                        + " besides, and why, is answered by dry."));
    }

    private List<Grant> grants(Optional<Charter> charter) {
        List<Grant> grants = new ArrayList<>();
        for (Scope scope : List.of(Scope.ORGANISATION, Scope.CRISIS)) {
            engine.catalogue().commands(scope).values().stream()
                    .filter(Commands::isOpen)
                    .forEach(shape -> grants.add(grant(shape.name(), scope, charter)));
        }
        return grants;
    }

    private static Grant grant(String command, Scope scope, Optional<Charter> charter) {
        List<String> roles = charter.stream()
                .flatMap(each -> each.rolesWith(command).stream())
                .filter(role -> scope == Scope.CRISIS || role.organisation())
                .map(Role::name)
                .toList();
        boolean everyone = scope == Scope.CRISIS
                && charter.map(Charter::everyone)
                        .map(rights -> covers(rights, command))
                        .orElse(false);
        return new Grant(command, scope, command, everyone, roles);
    }

    private static boolean covers(List<String> rights, String right) {
        return new Role("", "", "", List.of(), List.of(), rights, false).has(right);
    }
}
