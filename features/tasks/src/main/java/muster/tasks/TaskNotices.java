package muster.tasks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.kernel.Errand;
import muster.kernel.Id;
import muster.kernel.Recorded;

/// Who is told, wherever they are, because from now on something waits for them. What they did themselves
/// they know.
final class TaskNotices {
    private TaskNotices() {}

    static List<Errand> of(Recorded<TaskEvent> recorded, Work after) {
        Task task = after.tasks().the(recorded.event().task());
        Optional<Id> actor = recorded.actor().asPerson();
        return switch (recorded.event()) {
            case TaskEvent.Offered offered -> notice(task, "accept", Stream.of(offered.to()), actor);
            case TaskEvent.OfferedAgain again -> notice(task, "accept", Stream.of(again.to()), actor);
            case TaskEvent.HandOverOffered offered -> notice(task, "accept", Stream.of(offered.to()), actor);
            case TaskEvent.OfferOverdue overdue -> notice(task, "see-to-it", overdue.escalatedTo().stream(), actor);
            case TaskEvent.Declined declined -> notice(task, "find-owner", declined.backTo().stream(), actor);
            case TaskEvent.OwnerSought sought -> notice(task, "find-owner", sought.by().stream(), actor);
            case TaskEvent.StopAsked asked -> notice(task, "confirm-stop", task.holding().owner().stream(), actor);
            case TaskEvent.BecameOverdue overdue -> notice(task, "overdue", task.holding().owner().stream(), actor);
            case TaskEvent.Completed completed ->
                task.isOpen() ? notice(task, "verify", task.terms().verifier().stream(), actor) : List.of();
            case TaskEvent.Accepted accepted -> List.of();
            case TaskEvent.OwnerReturned returned -> List.of();
            case TaskEvent.Taken taken -> List.of();
            case TaskEvent.HandedOver over -> List.of();
            case TaskEvent.HandOverDeclined declined -> List.of();
            case TaskEvent.Recalled recalled -> List.of();
            case TaskEvent.SubstituteNamed named -> List.of();
            case TaskEvent.SubstitutionEnded ended -> List.of();
            case TaskEvent.Started started -> List.of();
            case TaskEvent.Blocked blocked -> List.of();
            case TaskEvent.Unblocked unblocked -> List.of();
            case TaskEvent.Released released -> List.of();
            case TaskEvent.DueSet set -> List.of();
            case TaskEvent.RiskSet set -> List.of();
            case TaskEvent.DependenciesSet set -> List.of();
            case TaskEvent.VerifierSet set -> List.of();
            case TaskEvent.Reworded words -> List.of();
            case TaskEvent.Verified verified -> List.of();
            case TaskEvent.SentBack back -> List.of();
            case TaskEvent.Dropped dropped -> List.of();
            case TaskEvent.Reopened reopened -> List.of();
            case TaskEvent.StopConfirmed confirmed -> List.of();
        };
    }

    private static List<Errand> notice(Task task, String asking, Stream<Id> persons, Optional<Id> actor) {
        String told = persons.filter(person -> !actor.equals(Optional.of(person)))
                .map(Id::text)
                .distinct()
                .collect(Collectors.joining(" "));
        return told.isEmpty()
                ? List.of()
                : List.of(new Errand(
                        "notice",
                        Map.of(
                                "feature",
                                Tasks.KEY.name(),
                                "id",
                                task.id().text(),
                                "asking",
                                asking,
                                "persons",
                                told)));
    }
}
