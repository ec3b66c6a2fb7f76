package muster.charter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.CanonicalJson;
import muster.kernel.Digest;
import muster.kernel.Id;
import muster.kernel.Wire;

/// Who may do what in a crisis: the response governance model as people agreed on it, before there was a
/// crisis. Everything in it is bearing: it names offices and rules, and persons only by their ids.
///
/// @param title what people call it
/// @param change how it is changed itself
/// @param openerRole the role that whoever opens a crisis speaks for until somebody else holds it
/// @param everyone rights that every responder of a crisis has
public record Charter(
        String title,
        ChangeRule change,
        List<Role> roles,
        List<DecisionType> decisionTypes,
        List<Severity> severities,
        String openerRole,
        List<String> everyone) {
    public Charter {
        roles = List.copyOf(roles);
        decisionTypes = List.copyOf(decisionTypes);
        severities = List.copyOf(severities);
        everyone = List.copyOf(everyone);
    }

    public Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    public Optional<DecisionType> decisionType(String name) {
        return decisionTypes.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public Optional<Severity> severity(String name) {
        return severities.stream()
                .filter(severity -> severity.name().equals(name))
                .findFirst();
    }

    /// The roles with the right.
    public List<Role> rolesWith(String right) {
        return roles.stream().filter(role -> role.has(right)).toList();
    }

    /// The rights of these roles together, as they are written.
    public Stream<String> rightsOf(List<String> names) {
        return roles.stream()
                .filter(role -> names.contains(role.name()))
                .flatMap(role -> role.rights().stream())
                .distinct();
    }

    /// The roles that the person holds or is a deputy of.
    public List<Role> rolesOf(Id person) {
        return roles.stream()
                .filter(role -> role.people().anyMatch(person::equals))
                .toList();
    }

    /// Everybody it names.
    public List<Id> people() {
        return roles.stream().flatMap(Role::people).distinct().toList();
    }

    /// The roles whose holders and deputies may agree to another charter.
    Stream<Role> approvers() {
        return rolesWith(Charters.APPROVE).stream().filter(Role::organisation);
    }

    /// Whether the role ever decides anything, the charter itself included.
    boolean decides(Role role) {
        return approvers().anyMatch(role::equals)
                || decisionTypes.stream().anyMatch(type -> type.everyDecider().contains(role.name()));
    }

    /// What is wrong with it, each with the place; empty if it can be adopted. What only the directory knows
    /// is not asked here.
    public List<Problem> problems() {
        return Soundness.problems(this);
    }

    /// Digest of its canonical JSON.
    public String digest() {
        return Digest.of(CanonicalJson.bytes(Wire.tree(this)));
    }

    /// Its name as the n-th charter of the organisation: `3@<digest>`.
    public String version(int n) {
        return n + "@" + digest();
    }
}
