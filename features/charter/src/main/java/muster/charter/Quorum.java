package muster.charter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Id;

/// Agreement of N different people out of those who may: pure, shared by decisions and by changes of the
/// charter.
///
/// @param needed how many people have to agree on the same choice
/// @param roles that may agree
/// @param barred persons who may not, whatever their role: separation of duties
/// @param approvals given so far, in order; one for each person
public record Quorum(int needed, List<String> roles, List<Id> barred, List<Approval> approvals) {
    /// One person's agreement.
    ///
    /// @param role as what the person agreed
    /// @param choice on what: the id of an option, a version
    public record Approval(Id person, String role, String choice) {}

    /// Why somebody's agreement would not count.
    public enum Obstacle {
        NOT_ELIGIBLE,
        BARRED,
        COUNTED_ALREADY
    }

    public Quorum {
        roles = List.copyOf(roles);
        barred = List.copyOf(barred);
        approvals = List.copyOf(approvals);
    }

    /// Nobody has agreed yet.
    public static Quorum of(int needed, List<String> roles, List<Id> barred) {
        return new Quorum(needed, roles, barred, List.of());
    }

    /// Nobody has agreed yet to what this person proposes, at a level of the escalation path.
    public static Quorum of(DecisionType type, int level, Id proposer) {
        return of(type.quorum(), type.rolesAt(level), type.proposerMayApprove() ? List.of() : List.of(proposer));
    }

    /// What keeps this person from being counted in this role.
    public Optional<Obstacle> obstacle(Id person, String role) {
        if (barred.contains(person)) {
            return Optional.of(Obstacle.BARRED);
        }
        if (!roles.contains(role)) {
            return Optional.of(Obstacle.NOT_ELIGIBLE);
        }
        return approvals.stream().anyMatch(approval -> approval.person().equals(person))
                ? Optional.of(Obstacle.COUNTED_ALREADY)
                : Optional.empty();
    }

    /// With one more agreement.
    ///
    /// @throws IllegalStateException if there is an [#obstacle]
    public Quorum with(Approval approval) {
        obstacle(approval.person(), approval.role()).ifPresent(obstacle -> {
            throw new IllegalStateException("the approval of " + approval.person() + " cannot count: " + obstacle);
        });
        return new Quorum(
                needed,
                roles,
                barred,
                Stream.concat(approvals.stream(), Stream.of(approval)).toList());
    }

    /// Without what this person agreed to.
    public Quorum without(Id person) {
        return new Quorum(
                needed,
                roles,
                barred,
                approvals.stream()
                        .filter(approval -> !approval.person().equals(person))
                        .toList());
    }

    /// The same agreements, but these roles may agree as well from now on.
    public Quorum widenedTo(List<String> more) {
        return new Quorum(
                needed, Stream.concat(roles.stream(), more.stream()).distinct().toList(), barred, approvals);
    }

    /// How many people have agreed on the choice.
    public int votesFor(String choice) {
        return (int) approvals.stream()
                .filter(approval -> approval.choice().equals(choice))
                .count();
    }

    /// The choice that enough people have agreed on.
    public Optional<String> choice() {
        return approvals.stream()
                .map(Approval::choice)
                .filter(choice -> votesFor(choice) >= needed)
                .findFirst();
    }

    public boolean reached() {
        return choice().isPresent();
    }
}
