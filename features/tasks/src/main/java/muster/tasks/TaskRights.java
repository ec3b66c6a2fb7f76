package muster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Permission;

/// Who may bring what about. The charter grants the right to do a thing at all; the task says to whom it may
/// be done by whom. Only `tasks.reassign` goes over an owner's head, and even then the owner owns until
/// somebody else accepts.
final class TaskRights {
    private TaskRights() {}

    static Permission needed(TaskEvent event, Work before, Instant recordedAt) {
        if (event instanceof TaskEvent.Offered) {
            return Permission.right("tasks.offer");
        }
        Task task = before.tasks().the(event.task());
        return switch (event) {
            case TaskEvent.Offered offered -> Permission.right("tasks.offer");
            case TaskEvent.Accepted accepted -> Permission.right("tasks.accept").and(invited(task));
            case TaskEvent.HandedOver over -> Permission.right("tasks.accept").and(invited(task));
            case TaskEvent.Taken taken -> Permission.right("tasks.take");
            case TaskEvent.Declined declined ->
                Permission.right("tasks.decline").and(invited(task));
            case TaskEvent.HandOverDeclined declined ->
                Permission.right("tasks.decline").and(invited(task));
            case TaskEvent.OfferedAgain again ->
                handOver(oneOf("who asked for it", task.brief().askedBy()));
            case TaskEvent.HandOverOffered offered -> handOver(worker(task, recordedAt));
            case TaskEvent.Recalled recalled ->
                Permission.right("tasks.recall")
                        .and(oneOf("who offered it", task.holding().invitation().flatMap(Holding.Invitation::by)));
            case TaskEvent.SubstituteNamed named ->
                Permission.right("tasks.name-substitute").and(owner(task)).or(Permission.right("tasks.reassign"));
            case TaskEvent.SubstitutionEnded ended ->
                Permission.right("tasks.end-substitution")
                        .and(worker(task, recordedAt))
                        .or(Permission.right("tasks.reassign"));
            case TaskEvent.Started started -> work("tasks.start", task, recordedAt);
            case TaskEvent.Blocked blocked -> work("tasks.block", task, recordedAt);
            case TaskEvent.Unblocked unblocked -> work("tasks.unblock", task, recordedAt);
            case TaskEvent.Completed completed -> work("tasks.complete", task, recordedAt);
            case TaskEvent.StopConfirmed confirmed -> work("tasks.confirm-stop", task, recordedAt);
            case TaskEvent.Verified verified -> verifier("tasks.verify", task, recordedAt);
            case TaskEvent.SentBack back -> verifier("tasks.send-back", task, recordedAt);
            case TaskEvent.VerifierSet set ->
                Permission.right("tasks.set-verifier").and(noWorker(task, recordedAt));
            case TaskEvent.DueSet set -> Permission.right("tasks.set-due");
            case TaskEvent.RiskSet set -> Permission.right("tasks.set-risk");
            case TaskEvent.DependenciesSet set -> Permission.right("tasks.set-dependencies");
            case TaskEvent.Reworded words -> Permission.right("tasks.reword");
            case TaskEvent.Dropped dropped -> Permission.right("tasks.drop");
            case TaskEvent.Reopened reopened -> Permission.right("tasks.reopen");
            case TaskEvent.Released released -> Permission.nobody();
            case TaskEvent.StopAsked asked -> Permission.nobody();
            case TaskEvent.OwnerSought sought -> Permission.nobody();
            case TaskEvent.OwnerReturned returned -> Permission.nobody();
            case TaskEvent.OfferOverdue overdue -> Permission.nobody();
            case TaskEvent.BecameOverdue overdue -> Permission.nobody();
        };
    }

    private static Permission handOver(Permission relation) {
        return Permission.right("tasks.hand-over").and(relation).or(Permission.right("tasks.reassign"));
    }

    private static Permission work(String right, Task task, Instant recordedAt) {
        return Permission.right(right).and(worker(task, recordedAt));
    }

    /// The owner, or whoever is recorded to act in the owner's place.
    private static Permission worker(Task task, Instant recordedAt) {
        Optional<Id> substitute = task.holding().substituteAt(recordedAt);
        return substitute.isEmpty() ? owner(task) : owner(task).or(oneOf("the substitute", substitute));
    }

    private static Permission owner(Task task) {
        return oneOf("the owner", task.holding().owner());
    }

    private static Permission invited(Task task) {
        return oneOf("whom it was offered to", task.holding().invitation().map(Holding.Invitation::to));
    }

    /// Another human than those who did the work.
    private static Permission verifier(String right, Task task, Instant recordedAt) {
        return Permission.right(right)
                .and(oneOf("the verifier", task.terms().verifier()))
                .and(noWorker(task, recordedAt))
                .and(new Permission.Human());
    }

    private static Permission noWorker(Task task, Instant recordedAt) {
        return new Permission.NoneOf("nobody who does the work", task.workers(recordedAt));
    }

    private static Permission oneOf(String relation, Optional<Id> person) {
        return new Permission.OneOf(relation, person.map(List::of).orElse(List.of()));
    }
}
