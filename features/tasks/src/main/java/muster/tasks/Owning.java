package muster.tasks;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;

/// The rules of passing a task on. Whoever owns it owns it until the other side has accepted.
final class Owning {
    private Owning() {}

    static Decision<TaskEvent> handOver(TaskCommand.HandOver over, Task task, Situation situation) {
        boolean pending = task.isOwned() && task.holding().invitation().isPresent();
        return mayGoTo(over.to(), task, situation)
                .refuse(
                        pending,
                        "hand-over-pending",
                        "Somebody else is asked to take this task; take that back before you ask again.")
                .reason(over.reason())
                .otherwise(() -> offered(task, over.to(), over.reason()));
    }

    static Decision<TaskEvent> reassign(TaskCommand.Reassign reassign, Task task, Situation situation) {
        return mayGoTo(reassign.to(), task, situation)
                .reason(reassign.reason())
                .otherwise(() -> offered(task, reassign.to(), reassign.reason()));
    }

    private static Check mayGoTo(Id to, Task task, Situation situation) {
        return Check.in(situation)
                .refuse(isOwner(to, task), "already-owner", "That is the owner already.")
                .refuse(
                        task.holding()
                                .invitation()
                                .filter(asked -> asked.to().equals(to))
                                .isPresent(),
                        "already-offered",
                        "They are asked already and have not answered yet.")
                .inTheRoom(to)
                .notBoth(task.terms().verifier(), List.of(to));
    }

    private static boolean isOwner(Id person, Task task) {
        return task.holding().owner().equals(Optional.of(person));
    }

    private static TaskEvent offered(Task task, Id to, String reason) {
        return task.isOwned()
                ? new TaskEvent.HandOverOffered(task.id(), to, Content.of(reason))
                : new TaskEvent.OfferedAgain(task.id(), to, Content.of(reason));
    }

    static Decision<TaskEvent> recall(Task task, Situation situation) {
        return Check.in(situation)
                .refuse(
                        !task.isOwned() || task.holding().invitation().isEmpty(),
                        "nothing-to-recall",
                        "No hand-over of this task is waiting for an answer.")
                .otherwise(() -> new TaskEvent.Recalled(task.id()));
    }

    static Decision<TaskEvent> nameSubstitute(TaskCommand.NameSubstitute name, Task task, Situation situation) {
        return Check.in(situation)
                .owned(task)
                .refuse(isOwner(name.person(), task), "already-owner", "That is the owner already.")
                .inTheRoom(name.person())
                .notBoth(task.terms().verifier(), List.of(name.person()))
                .refuse(
                        !name.until().isAfter(situation.recordedAt()),
                        "until-passed",
                        "A substitution ends at a time that is still to come.")
                .reason(name.reason())
                .otherwise(() -> new TaskEvent.SubstituteNamed(
                        task.id(), name.person(), name.until(), Content.of(name.reason())));
    }

    static Decision<TaskEvent> endSubstitution(TaskCommand.EndSubstitution end, Task task, Situation situation) {
        return Check.in(situation)
                .refuse(task.holding().substitute().isEmpty(), "no-substitute", "Nobody acts in the owner's place.")
                .reason(end.reason())
                .otherwise(() -> new TaskEvent.SubstitutionEnded(task.id(), Content.of(end.reason())));
    }
}
