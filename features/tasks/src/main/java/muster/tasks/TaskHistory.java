package muster.tasks;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.kernel.Ref;

/// What an event makes of the work. Rejects what cannot follow, so that a forged history does not fold.
final class TaskHistory {
    private TaskHistory() {}

    static Work after(Work work, Recorded<TaskEvent> recorded) {
        TaskEvent event = recorded.event();
        if (event instanceof TaskEvent.Offered offered) {
            return work.with(offered(offered, recorded), recorded.time());
        }
        Task task = work.tasks().the(event.task());
        if (event instanceof TaskEvent.DependenciesSet set) {
            must(task.isOpen(), "a task that is over waits for nothing");
            must(
                    set.dependsOn().stream()
                            .noneMatch(each -> each.equals(task.id())
                                    || work.hangsOn(work.tasks().the(each), task.id())),
                    "tasks would wait for each other in a circle");
            return work.tying(task, set.dependsOn(), recorded.time());
        }
        must(task.isOpen() || event instanceof TaskEvent.Reopened, "the task is over");
        return work.changing(task, changed(task, recorded), recorded.time());
    }

    private static Task offered(TaskEvent.Offered offered, Recorded<TaskEvent> recorded) {
        Optional<Id> by = recorded.actor().asPerson();
        return new Task(
                offered.task(),
                recorded.lane(),
                new Brief(
                        offered.title(),
                        offered.description(),
                        offered.subject(),
                        by,
                        offered.origin(),
                        recorded.digest()),
                Holding.offered(offered.to(), by, recorded.time()),
                new Terms(
                        offered.risk(),
                        Content.of(""),
                        offered.due(),
                        false,
                        offered.expected(),
                        offered.evidenceRequired(),
                        offered.verifier()),
                Progress.NONE,
                new Ties(offered.dependsOn(), List.of(), List.of(), List.of(), offered.gate()),
                Place.alone(offered.risk()),
                recorded.time());
    }

    private static Task changed(Task task, Recorded<TaskEvent> recorded) {
        return switch (recorded.event()) {
            case TaskEvent.Offered offered -> throw new IllegalStateException("a task is offered once");
            case TaskEvent.DependenciesSet set -> throw new IllegalStateException("this changes more than one task");

            case TaskEvent.Accepted accepted -> {
                must(!task.isOwned(), "the task has an owner already");
                yield task.holding(Holding::acceptedByInvited);
            }
            case TaskEvent.Taken taken -> {
                must(!task.isOwned(), "the task has an owner already");
                yield task.holding(holding -> holding.heldBy(recorded.by()));
            }
            case TaskEvent.Declined declined -> {
                must(!task.isOwned(), "the task has an owner");
                yield task.holding(holding -> holding.answered().sought(false, declined.backTo()));
            }
            case TaskEvent.OfferedAgain again -> {
                must(!task.isOwned(), "the task has an owner");
                yield invited(task, again.to(), recorded);
            }
            case TaskEvent.HandOverOffered offered -> {
                must(task.isOwned(), "a task that nobody owns is not handed over");
                yield invited(task, offered.to(), recorded);
            }
            case TaskEvent.HandedOver over -> {
                must(task.holding().owner().equals(Optional.of(over.from())), "only the owner's task is handed over");
                Task held = task.holding(Holding::acceptedByInvited);
                must(held.holding().owner().equals(Optional.of(over.to())), "somebody else was asked");
                yield held;
            }
            case TaskEvent.HandOverDeclined declined -> {
                must(task.isOwned(), "a task that nobody owns is not handed over");
                yield task.holding(Holding::answered);
            }
            case TaskEvent.Recalled recalled -> {
                must(task.isOwned(), "a task that nobody owns is not handed over");
                yield task.holding(Holding::answered);
            }
            case TaskEvent.SubstituteNamed named -> {
                must(task.isOwned(), "nobody has a place to act in");
                Holding.Substitute substitute = new Holding.Substitute(named.person(), named.until());
                yield task.holding(holding -> holding.replacedBy(Optional.of(substitute)));
            }
            case TaskEvent.SubstitutionEnded ended -> {
                must(task.holding().substitute().isPresent(), "nobody acts in the owner's place");
                yield task.holding(holding -> holding.replacedBy(Optional.empty()));
            }
            case TaskEvent.OwnerSought sought -> {
                must(task.isOwned() || !sought.left(), "nobody owned the task");
                yield task.holding(holding -> holding.sought(sought.left(), sought.by()));
            }
            case TaskEvent.OwnerReturned returned -> {
                must(task.holding().left(), "the owner had not left");
                yield task.holding(holding -> holding.sought(false, List.of()));
            }
            case TaskEvent.OfferOverdue overdue -> task.holding(holding -> holding.escalated(overdue.escalatedTo()));

            case TaskEvent.Started started -> {
                must(task.state() == TaskState.READY_TO_START, "only a task that is ready is started");
                mustNotStop(task);
                yield task.progress(progress -> progress.at(Progress.Step.STARTED));
            }
            case TaskEvent.Blocked blocked -> {
                must(task.isOwned() && task.progress().step() != Progress.Step.COMPLETED, "nobody works on it");
                yield task.progress(progress -> progress.blockedBy(Optional.of(new Progress.Blocker(
                        blocked.cause(), blocked.person(), blocked.thing(), blocked.note(), recorded.time()))));
            }
            case TaskEvent.Unblocked unblocked -> {
                must(task.progress().blocker().isPresent(), "it is not blocked");
                yield task.progress(progress -> progress.blockedBy(Optional.empty()));
            }
            case TaskEvent.Released released -> released(task, released);
            case TaskEvent.Completed completed -> {
                must(task.state() == TaskState.IN_PROGRESS, "only a task in progress is completed");
                mustNotStop(task);
                must(
                        !task.terms().evidenceRequired()
                                || !completed.evidence().isEmpty(),
                        "it is not done without a proof");
                boolean toBeVerified = task.terms().verifier().isPresent();
                yield task.holding(Holding::settled)
                        .progress(progress -> progress.completed(recorded.by(), completed.evidence(), toBeVerified));
            }
            case TaskEvent.Verified verified -> {
                must(task.state() == TaskState.AWAITING_VERIFICATION, "there is nothing to verify");
                mustNotStop(task);
                yield task.progress(progress -> progress.at(Progress.Step.DONE));
            }
            case TaskEvent.SentBack back -> {
                must(task.state() == TaskState.AWAITING_VERIFICATION, "there is nothing to send back");
                yield task.progress(progress -> progress.at(Progress.Step.STARTED));
            }
            case TaskEvent.Dropped dropped -> task.holding(Holding::settled).progress(Progress::dropped);
            case TaskEvent.Reopened reopened -> reopened(task);
            case TaskEvent.StopAsked asked -> {
                must(task.isFor(Ref.to("decisions", asked.decision())), "it is not done for that decision");
                yield task.progress(progress -> progress.stoppedBy(Optional.of(
                        new Progress.Stop(asked.decision(), asked.why(), asked.instead(), recorded.time()))));
            }
            case TaskEvent.StopConfirmed confirmed -> confirmed(task, confirmed);

            case TaskEvent.DueSet set -> task.with(task.terms().dueBy(set.due()));
            case TaskEvent.BecameOverdue overdue -> {
                must(task.terms().due().equals(Optional.of(overdue.due())), "it was due at another time");
                yield task.with(task.terms().late());
            }
            case TaskEvent.RiskSet set -> task.with(task.terms().risking(set.risk(), set.reason()));
            case TaskEvent.VerifierSet set -> task.with(task.terms().verifiedBy(set.verifier()));
            case TaskEvent.Reworded words ->
                task.with(task.brief().worded(words.title(), words.description(), recorded.digest()));
        };
    }

    private static Task invited(Task task, Id to, Recorded<TaskEvent> recorded) {
        return task.holding(holding -> holding.inviting(to, recorded.actor().asPerson(), recorded.time()));
    }

    private static Task released(Task task, TaskEvent.Released released) {
        must(task.waitsFor(released.thing()), "it does not wait for that");
        Optional<Ties.Gate> gate = task.ties().gate().map(each -> each.isFor(released.thing()) ? each.opened() : each);
        Optional<Progress.Blocker> blocker = task.progress().blocker().filter(each -> !each.waitsFor(released.thing()));
        return task.with(task.ties().with(gate)).progress(progress -> progress.blockedBy(blocker));
    }

    private static Task reopened(Task task) {
        must(!task.isOpen() && task.isOwned(), "only a task that is over and has an owner is reopened");
        Progress.Step step =
                task.progress().step() == Progress.Step.DONE ? Progress.Step.STARTED : Progress.Step.NOT_STARTED;
        return task.progress(progress -> progress.at(step));
    }

    private static Task confirmed(Task task, TaskEvent.StopConfirmed confirmed) {
        must(task.progress().stop().isPresent(), "nobody asked to stop it");
        return switch (confirmed.answer()) {
            case STOPPED -> task.holding(Holding::settled).progress(Progress::dropped);
            case CHANGED ->
                task.progress(progress -> progress.stoppedBy(Optional.empty()))
                        .with(task.ties().with(confirmed.now()));
        };
    }

    private static void mustNotStop(Task task) {
        must(task.progress().stop().isEmpty(), "its owner has not answered yet that it is to stop");
    }

    private static void must(boolean holds, String words) {
        if (!holds) {
            throw new IllegalStateException(words);
        }
    }
}
