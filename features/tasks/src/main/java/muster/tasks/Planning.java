package muster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.kernel.Wire;

/// The rules of changing on what terms a task is done. Each change gives its reason.
final class Planning {
    private Planning() {}

    static Check mayBeDue(Check check, Instant due) {
        Instant now = check.situation().time();
        return check.refuse(
                !due.isAfter(now), "due-passed", "It is " + Wire.text(now) + " in this crisis; choose a later time.");
    }

    static Decision<TaskEvent> setDue(TaskCommand.SetDue set, Task task, Situation situation) {
        return Check.in(situation)
                .about(set.due(), Planning::mayBeDue)
                .reason(set.reason())
                .unless(
                        set.due().equals(task.terms().due()),
                        () -> new TaskEvent.DueSet(task.id(), set.due(), Content.of(set.reason())));
    }

    static Decision<TaskEvent> setRisk(TaskCommand.SetRisk set, Task task, Situation situation) {
        return Check.in(situation)
                .reason(set.reason())
                .unless(
                        set.risk() == task.terms().risk(),
                        () -> new TaskEvent.RiskSet(task.id(), set.risk(), Content.of(set.reason())));
    }

    static Decision<TaskEvent> setDependencies(
            TaskCommand.SetDependencies set, Task task, Work work, Situation situation) {
        List<Id> dependsOn = set.dependsOn().stream().distinct().toList();
        return Check.in(situation)
                .refuse(
                        task.progress().step() != Progress.Step.NOT_STARTED,
                        "already-started",
                        "Work on this task has begun; say that it is blocked by the other task instead.")
                .also(check -> Offering.mayDepend(check, set.dependsOn(), work, situation))
                .refuse(
                        dependsOn.stream().anyMatch(other -> wouldCircle(task.id(), other, work)),
                        "circular",
                        "These tasks would wait for each other in a circle, and none could ever start.")
                .reason(set.reason())
                .unless(
                        dependsOn.equals(task.ties().dependsOn()),
                        () -> new TaskEvent.DependenciesSet(task.id(), dependsOn, Content.of(set.reason())));
    }

    private static boolean wouldCircle(Id task, Id other, Work work) {
        return other.equals(task)
                || work.find(other).filter(each -> work.hangsOn(each, task)).isPresent();
    }

    static Decision<TaskEvent> setVerifier(TaskCommand.SetVerifier set, Task task, Situation situation) {
        List<Id> workers = task.workers(situation.recordedAt());
        return Check.in(situation)
                .fitToVerify(set.verifier(), workers)
                .reason(set.reason())
                .unless(
                        task.terms().verifier().equals(Optional.of(set.verifier())),
                        () -> new TaskEvent.VerifierSet(task.id(), set.verifier(), Content.of(set.reason())));
    }

    static Decision<TaskEvent> reword(TaskCommand.Reword reword, Task task, Situation situation) {
        return Check.in(situation)
                .title(reword.title())
                .text("description", reword.description())
                .reason(reword.reason())
                .otherwise(() -> new TaskEvent.Reworded(
                        task.id(),
                        Content.of(reword.title().strip()),
                        Content.of(reword.description().strip()),
                        Content.of(reword.reason())));
    }
}
