package muster.tasks;

import java.util.Optional;
import muster.crises.Crises;
import muster.decisions.Decisions;
import muster.decisions.Question;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.kernel.Situation;

/// The rules of doing the work: begin, be kept from it, say that it is done, look whether it is.
final class Working {
    private static final int MOST_EVIDENCE = 50;

    private Working() {}

    static Decision<TaskEvent> start(Task task, Situation situation) {
        return Check.in(situation)
                .owned(task)
                .refuse(
                        task.progress().step() != Progress.Step.NOT_STARTED,
                        "already-started",
                        "Work on this task has begun already.")
                .notStopped(task)
                .refuse(isBlocked(task), "blocked", "This task is blocked; say first that it no longer is.")
                .refuse(
                        !task.ties().pending().isEmpty(),
                        "waits-for-tasks",
                        "Other tasks have to be done before: "
                                + task.ties().pending().size() + " are not.")
                .refuse(
                        task.ties().gateIsShut(),
                        "waits-for-decision",
                        "The decision that this is done for is not taken yet.")
                .otherwise(() -> new TaskEvent.Started(task.id()));
    }

    private static boolean isBlocked(Task task) {
        return task.progress().blocker().isPresent();
    }

    private static boolean awaitsVerification(Task task) {
        return task.progress().step() == Progress.Step.COMPLETED;
    }

    static Decision<TaskEvent> block(TaskCommand.Block block, Task task, Work work, Situation situation) {
        return Check.in(situation)
                .owned(task)
                .refuse(
                        awaitsVerification(task),
                        "awaits-verification",
                        "The work is done and waits to be verified; nothing of it can be blocked.")
                .refuse(
                        !saysForWhat(block),
                        "waits-for-what",
                        "Name what it waits for: the decision, the task or the person.")
                .about(block.person(), Check::inTheRoom)
                .about(block.thing(), (check, thing) -> mayWaitFor(check, thing, task, work, situation))
                .note(block.note())
                .otherwise(() -> new TaskEvent.Blocked(
                        task.id(), block.cause(), block.person(), block.thing(), Content.of(block.note())));
    }

    private static boolean saysForWhat(TaskCommand.Block block) {
        return switch (block.cause()) {
            case DECISION -> names(block.thing(), Decisions.KEY.name());
            case TASK -> names(block.thing(), Tasks.KEY.name());
            case PERSON -> block.person().isPresent();
            case APPROVAL, INFORMATION, ACCESS, OUTSIDE_PARTY, CONTRADICTION, OTHER -> true;
        };
    }

    private static boolean names(Optional<Ref> thing, String feature) {
        return thing.filter(ref -> ref.feature().equals(feature)).isPresent();
    }

    private static Check mayWaitFor(Check check, Ref thing, Task task, Work work, Situation situation) {
        if (names(Optional.of(thing), Decisions.KEY.name())) {
            Optional<Question> question = Offering.question(thing, situation);
            return check.unseen(question.isEmpty())
                    .refuse(
                            question.filter(each -> !each.status().isOpen()).isPresent(),
                            "already-decided",
                            "That question has its answer already.");
        }
        if (names(Optional.of(thing), Tasks.KEY.name())) {
            Optional<Task> other = TaskRules.known(thing.id(), work, situation);
            return check.unseen(other.isEmpty())
                    .refuse(thing.id().equals(task.id()), "waits-for-itself", "A task cannot wait for itself.")
                    .refuse(
                            other.filter(each -> !each.isOpen()).isPresent(),
                            "already-over",
                            "That task is over already.");
        }
        return check;
    }

    static Decision<TaskEvent> unblock(TaskCommand.Unblock unblock, Task task, Situation situation) {
        return Check.in(situation)
                .refuse(!isBlocked(task), "not-blocked", "This task is not blocked.")
                .note(unblock.note())
                .otherwise(() -> new TaskEvent.Unblocked(task.id(), Content.of(unblock.note())));
    }

    static Decision<TaskEvent> complete(TaskCommand.Complete complete, Task task, Situation situation) {
        return Check.in(situation)
                .byPerson()
                .owned(task)
                .refuse(
                        awaitsVerification(task),
                        "awaits-verification",
                        "The work is done already and waits to be verified.")
                .notStopped(task)
                .refuse(isBlocked(task), "blocked", "This task is blocked; say first that it no longer is.")
                .refuse(
                        task.progress().step() == Progress.Step.NOT_STARTED,
                        "not-started",
                        "Work on this task has not begun; start it first.")
                .refuse(
                        task.terms().evidenceRequired() && complete.evidence().isEmpty(),
                        "evidence-required",
                        "This task is done only with something that proves it; add the evidence.")
                .refuse(
                        complete.evidence().size() > MOST_EVIDENCE,
                        "too-much-evidence",
                        "At most 50 pieces of evidence can be given; choose those that matter.")
                .text("note", complete.note())
                .otherwise(() -> new TaskEvent.Completed(
                        task.id(), complete.evidence().stream().distinct().toList(), Content.of(complete.note())));
    }

    static Decision<TaskEvent> verify(TaskCommand.Verify verify, Task task, Situation situation) {
        return toBeVerified(task, situation)
                .notStopped(task)
                .text("note", verify.note())
                .otherwise(() -> new TaskEvent.Verified(task.id(), Content.of(verify.note())));
    }

    static Decision<TaskEvent> sendBack(TaskCommand.SendBack back, Task task, Situation situation) {
        return toBeVerified(task, situation)
                .reason(back.reason())
                .otherwise(() -> new TaskEvent.SentBack(task.id(), Content.of(back.reason())));
    }

    private static Check toBeVerified(Task task, Situation situation) {
        return Check.in(situation)
                .refuse(
                        !awaitsVerification(task),
                        "nothing-to-verify",
                        "Nobody has said that this task is done, so there is nothing to verify.");
    }

    static Decision<TaskEvent> drop(TaskCommand.Drop drop, Task task, Situation situation) {
        return Check.in(situation)
                .reason(drop.reason())
                .otherwise(() -> new TaskEvent.Dropped(task.id(), Content.of(drop.reason())));
    }

    static Decision<TaskEvent> reopen(TaskCommand.Reopen reopen, Task task, Situation situation) {
        boolean ownerIsHere = task.holding()
                .owner()
                .filter(owner -> situation.stateOf(Crises.KEY).isResponder(owner, situation.recordedAt()))
                .isPresent();
        boolean overturned = task.ties()
                .gate()
                .flatMap(gate -> Offering.question(gate.decision(), situation))
                .filter(Offering::isOverturned)
                .isPresent();
        return Check.in(situation)
                .refuse(task.isOpen(), "still-open", "This task is not over, so there is nothing to reopen.")
                .refuse(!task.isOwned(), "no-owner", "Nobody ever accepted this task; offer a new one instead.")
                .refuse(
                        !ownerIsHere,
                        "owner-left",
                        "Its owner no longer takes part in this crisis; offer a new task instead.")
                .refuse(
                        overturned,
                        "decision-not-in-force",
                        "The decision it was done for orders nothing any more; offer a new task instead.")
                .reason(reopen.reason())
                .otherwise(() -> new TaskEvent.Reopened(task.id(), Content.of(reopen.reason())));
    }

    static Decision<TaskEvent> confirmStop(TaskCommand.ConfirmStop confirm, Task task, Situation situation) {
        return Check.in(situation)
                .refuse(task.progress().stop().isEmpty(), "nothing-to-confirm", "Nobody asked to stop this task.")
                .owned(task)
                .note(confirm.note())
                .otherwise(() -> new TaskEvent.StopConfirmed(
                        task.id(), confirm.answer(), goesOnFor(task), Content.of(confirm.note())));
    }

    /// The decision that the work is done for from here on, if it goes on.
    private static Optional<Ties.Gate> goesOnFor(Task task) {
        Progress.Stop stop = task.progress().stop().orElseThrow();
        Optional<Id> decision = switch (stop.why()) {
            case TURNED_DOWN, WITHDRAWN -> Optional.empty();
            case OTHER_OPTION, LIMITED -> Optional.of(stop.decision());
            case SUPERSEDED, REVERSED -> stop.instead();
        };
        return decision.map(id -> new Ties.Gate(Ref.to(Decisions.KEY.name(), id), Optional.empty(), false));
    }
}
