package muster.charter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Id;
import muster.kernel.View;

/// A charter as the shelf shows it.
///
/// @param sentences its rules of decision in words, one for each type
/// @param approvals who has agreed so far, and as what
/// @param approvalsNeeded how many people have to
/// @param couldApprove who could still agree
public record CharterCard(
        Id id,
        String version,
        Edition.State state,
        Charter charter,
        List<String> sentences,
        String note,
        Optional<Id> proposer,
        List<Quorum.Approval> approvals,
        int approvalsNeeded,
        List<Id> couldApprove)
        implements View.Card, View.Waiting {
    static CharterCard of(Edition edition, Shelf shelf) {
        return new CharterCard(
                edition.id(),
                edition.version(),
                edition.state(),
                edition.charter(),
                edition.charter().decisionTypes().stream()
                        .map(type -> Sentence.of(type, edition.charter()))
                        .toList(),
                edition.note().or("(withheld)"),
                edition.proposer(),
                edition.quorum().approvals(),
                edition.quorum().needed(),
                couldApprove(edition, shelf));
    }

    private static List<Id> couldApprove(Edition edition, Shelf shelf) {
        return shelf.inForce().filter(inForce -> edition.isProposed()).stream()
                .flatMap(Charter::approvers)
                .flatMap(role -> role.people().filter(person -> counts(edition.quorum(), person, role)))
                .distinct()
                .toList();
    }

    private static boolean counts(Quorum quorum, Id person, Role role) {
        return quorum.obstacle(person, role.name()).isEmpty();
    }

    @Override
    public Set<Id> waitsFor() {
        return Set.copyOf(couldApprove);
    }
}
