package muster.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muster.kernel.Id;
import muster.testing.Actors;

/// Charters that differ from another in one thing.
final class Amended {
    private Amended() {}

    static Charter titled(Charter charter, String title) {
        return new Charter(
                title,
                charter.change(),
                charter.roles(),
                charter.decisionTypes(),
                charter.severities(),
                charter.openerRole(),
                charter.everyone());
    }

    static Charter changedBy(Charter charter, int approvals, String... authentication) {
        return new Charter(
                charter.title(),
                new ChangeRule(approvals, List.of(authentication)),
                charter.roles(),
                charter.decisionTypes(),
                charter.severities(),
                charter.openerRole(),
                charter.everyone());
    }

    static Charter roles(Charter charter, List<Role> roles) {
        return new Charter(
                charter.title(),
                charter.change(),
                roles,
                charter.decisionTypes(),
                charter.severities(),
                charter.openerRole(),
                charter.everyone());
    }

    static Charter types(Charter charter, List<DecisionType> types) {
        return new Charter(
                charter.title(),
                charter.change(),
                charter.roles(),
                types,
                charter.severities(),
                charter.openerRole(),
                charter.everyone());
    }

    static Charter severities(Charter charter, Severity... severities) {
        return new Charter(
                charter.title(),
                charter.change(),
                charter.roles(),
                charter.decisionTypes(),
                List.of(severities),
                charter.openerRole(),
                charter.everyone());
    }

    static Charter openedBy(Charter charter, String role) {
        return new Charter(
                charter.title(),
                charter.change(),
                charter.roles(),
                charter.decisionTypes(),
                charter.severities(),
                role,
                charter.everyone());
    }

    static Charter everyone(Charter charter, String... more) {
        return new Charter(
                charter.title(),
                charter.change(),
                charter.roles(),
                charter.decisionTypes(),
                charter.severities(),
                charter.openerRole(),
                plus(charter.everyone(), more));
    }

    static Charter role(Charter charter, String name, UnaryOperator<Role> amend) {
        List<Role> roles = new ArrayList<>(charter.roles());
        roles.replaceAll(role -> role.name().equals(name) ? amend.apply(role) : role);
        return roles(charter, roles);
    }

    static Charter type(Charter charter, String name, UnaryOperator<DecisionType> amend) {
        List<DecisionType> types = new ArrayList<>(charter.decisionTypes());
        types.replaceAll(type -> type.name().equals(name) ? amend.apply(type) : type);
        return types(charter, types);
    }

    static UnaryOperator<Role> holders(String... people) {
        return role -> new Role(
                role.name(),
                role.title(),
                role.function(),
                ids(people),
                role.deputies(),
                role.rights(),
                role.organisation());
    }

    static UnaryOperator<Role> deputies(String... people) {
        return role -> new Role(
                role.name(),
                role.title(),
                role.function(),
                role.holders(),
                ids(people),
                role.rights(),
                role.organisation());
    }

    static UnaryOperator<Role> rights(String... more) {
        return role -> new Role(
                role.name(),
                role.title(),
                role.function(),
                role.holders(),
                role.deputies(),
                plus(role.rights(), more),
                role.organisation());
    }

    static UnaryOperator<Role> outsideTheOrganisation() {
        return role -> new Role(
                role.name(), role.title(), role.function(), role.holders(), role.deputies(), role.rights(), false);
    }

    static UnaryOperator<Role> named(String name, String title, String function) {
        return role ->
                new Role(name, title, function, role.holders(), role.deputies(), role.rights(), role.organisation());
    }

    static UnaryOperator<DecisionType> deciders(int quorum, String... roles) {
        return type -> new DecisionType(
                type.name(),
                type.title(),
                List.of(roles),
                quorum,
                type.consult(),
                type.inform(),
                type.proposerMayApprove(),
                type.authentication(),
                type.timeToDecide(),
                type.escalation(),
                type.silence());
    }

    private static List<String> plus(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static List<Id> ids(String... people) {
        return Stream.of(people).map(Actors::id).toList();
    }
}
