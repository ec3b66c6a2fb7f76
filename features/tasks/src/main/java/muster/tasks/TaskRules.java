package muster.tasks;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import muster.crises.Crises;
import muster.crises.Room;
import muster.kernel.Actor;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;

/// What becomes of a command. A task is known only to those who speak in its lane.
final class TaskRules {
    private TaskRules() {}

    static Decision<TaskEvent> decide(TaskCommand command, Work work, Situation situation) {
        if (situation.stateOf(Crises.KEY).isClosed()) {
            return Decision.refuse("closed", "The crisis is closed; its record can be read and not be added to.");
        }
        return switch (command) {
            case TaskCommand.Offer offer -> Offering.offer(offer, work, situation);
            case TaskCommand.OnTask on ->
                known(on.task(), work, situation)
                        .map(task -> decide(on, task, work, situation))
                        .orElseGet(Decision::unseen);
        };
    }

    static Optional<Task> known(Id id, Work work, Situation situation) {
        return work.find(id).filter(task -> isMuster(situation) || task.lane().equals(situation.lane()));
    }

    private static boolean isMuster(Situation situation) {
        return situation.actor() instanceof Actor.Muster;
    }

    private static Decision<TaskEvent> decide(TaskCommand.OnTask command, Task task, Work work, Situation situation) {
        if (command instanceof TaskCommand.Reopen reopen) {
            return Working.reopen(reopen, task, situation);
        }
        if (!task.isOpen()) {
            return isMuster(situation)
                    ? Decision.accept(List.of())
                    : Decision.refuse(
                            "over", "The task is over: it is " + task.state().words() + ". Reopen it first.");
        }
        return switch (command) {
            case TaskCommand.Reopen reopen -> Working.reopen(reopen, task, situation);

            case TaskCommand.Take take -> Offering.take(task, situation);
            case TaskCommand.Accept accept -> Offering.accept(task, situation);
            case TaskCommand.Decline decline -> Offering.decline(decline, task, situation);
            case TaskCommand.HandOver over -> Owning.handOver(over, task, situation);
            case TaskCommand.Reassign reassign -> Owning.reassign(reassign, task, situation);
            case TaskCommand.Recall recall -> Owning.recall(task, situation);
            case TaskCommand.NameSubstitute name -> Owning.nameSubstitute(name, task, situation);
            case TaskCommand.EndSubstitution end -> Owning.endSubstitution(end, task, situation);

            case TaskCommand.Start start -> Working.start(task, situation);
            case TaskCommand.Block block -> Working.block(block, task, work, situation);
            case TaskCommand.Unblock unblock -> Working.unblock(unblock, task, situation);
            case TaskCommand.Complete complete -> Working.complete(complete, task, situation);
            case TaskCommand.Verify verify -> Working.verify(verify, task, situation);
            case TaskCommand.SendBack back -> Working.sendBack(back, task, situation);
            case TaskCommand.Drop drop -> Working.drop(drop, task, situation);
            case TaskCommand.ConfirmStop confirm -> Working.confirmStop(confirm, task, situation);

            case TaskCommand.SetDue set -> Planning.setDue(set, task, situation);
            case TaskCommand.SetRisk set -> Planning.setRisk(set, task, situation);
            case TaskCommand.SetDependencies set -> Planning.setDependencies(set, task, work, situation);
            case TaskCommand.SetVerifier set -> Planning.setVerifier(set, task, situation);
            case TaskCommand.Reword reword -> Planning.reword(reword, task, situation);

            case TaskCommand.Release release -> byMuster(situation, () -> release(release, task));
            case TaskCommand.AskToStop stop -> byMuster(situation, () -> Decision.accept(askedToStop(stop)));
            case TaskCommand.LookForOwner look -> byMuster(situation, () -> lookForOwner(task, situation));
            case TaskCommand.NoteUnanswered note -> byMuster(situation, () -> unanswered(task, situation));
            case TaskCommand.NoteOverdue note -> byMuster(situation, () -> overdue(task, situation));
        };
    }

    private static Decision<TaskEvent> byMuster(Situation situation, Supplier<Decision<TaskEvent>> rule) {
        return isMuster(situation) ? rule.get() : Decision.unseen();
    }

    private static Decision<TaskEvent> release(TaskCommand.Release release, Task task) {
        return Decision.accept(
                task.waitsFor(release.thing())
                        ? List.of(new TaskEvent.Released(task.id(), release.thing()))
                        : List.of());
    }

    private static TaskEvent askedToStop(TaskCommand.AskToStop stop) {
        return new TaskEvent.StopAsked(stop.task(), stop.decision(), stop.why(), stop.instead());
    }

    private static Decision<TaskEvent> lookForOwner(Task task, Situation situation) {
        return Decision.accept(Seeking.whatChanged(task, situation.stateOf(Crises.KEY), situation.recordedAt()).stream()
                .toList());
    }

    private static Decision<TaskEvent> unanswered(Task task, Situation situation) {
        return Decision.accept(task.holding().invitation().stream()
                .filter(asked -> !asked.overdue())
                .filter(asked -> !situation.time().isBefore(asked.at().plus(Work.TIME_TO_ANSWER)))
                .<TaskEvent>map(asked -> new TaskEvent.OfferOverdue(
                        task.id(),
                        asked.to(),
                        Stream.concat(leads(situation).stream(), present(asked.by(), situation))
                                .filter(person -> !person.equals(asked.to()))
                                .distinct()
                                .toList()))
                .toList());
    }

    private static Decision<TaskEvent> overdue(Task task, Situation situation) {
        return Decision.accept(task.terms().due().stream()
                .filter(due -> !task.terms().overdue() && !situation.time().isBefore(due))
                .<TaskEvent>map(due -> new TaskEvent.BecameOverdue(task.id(), due))
                .toList());
    }

    static List<Id> leads(Situation situation) {
        return Seeking.leads(situation.stateOf(Crises.KEY), situation.recordedAt());
    }

    /// The person, if still taking part.
    static Stream<Id> present(Optional<Id> person, Situation situation) {
        Room room = situation.stateOf(Crises.KEY);
        return person.filter(each -> room.isResponder(each, situation.recordedAt())).stream();
    }
}
