package muster.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Alarms;
import muster.kernel.Circumstances;
import muster.kernel.Decision;
import muster.kernel.Errand;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.OpenItem;
import muster.kernel.Permission;
import muster.kernel.Reaction;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.View;

/// Work and its one owner. Nobody is made to own anything: a task is offered and accepted, handed over and
/// accepted, and whoever owns it answers for it until it is done, dropped, or somebody else has accepted it.
public final class Tasks implements Feature<TaskCommand, TaskEvent, Work> {
    public static final Key<Work> KEY = new Key<>("tasks", Scope.CRISIS, Work.class);

    public Tasks() {}

    @Override
    public Key<Work> key() {
        return KEY;
    }

    @Override
    public Class<TaskCommand> commands() {
        return TaskCommand.class;
    }

    @Override
    public Class<TaskEvent> events() {
        return TaskEvent.class;
    }

    @Override
    public Work initial() {
        return Work.NONE;
    }

    @Override
    public Decision<TaskEvent> decide(TaskCommand command, Work work, Situation situation) {
        return TaskRules.decide(command, work, situation);
    }

    @Override
    public Lane lane(TaskEvent event, Work before) {
        return event instanceof TaskEvent.Offered offered
                ? offered.lane()
                : before.tasks().the(event.task()).lane();
    }

    @Override
    public Permission needed(TaskEvent event, Work before, Circumstances circumstances) {
        return TaskRights.needed(event, before, circumstances.recordedAt());
    }

    @Override
    public Work evolve(Work work, Recorded<TaskEvent> recorded) {
        return TaskHistory.after(work, recorded);
    }

    @Override
    public Optional<Found> find(Work work, Id id) {
        return work.find(id).map(task -> new Found(task.brief().digest(), task.lane()));
    }

    @Override
    public Headline tell(Recorded<TaskEvent> recorded, Work before) {
        return TaskStory.tell(recorded, before);
    }

    @Override
    public List<View<Work>> views() {
        return List.of(new TaskBoard());
    }

    @Override
    public List<Reaction<?>> reactions() {
        List<Reaction<?>> reactions = new ArrayList<>(List.of(
                WhenDecidedReleaseTasks.onDecided(),
                WhenDecidedReleaseTasks.onLapsed(),
                WhenOverturnedStopTasks.onTurnedDown(),
                WhenOverturnedStopTasks.onWithdrawn(),
                WhenOverturnedStopTasks.onSuperseded(),
                WhenDoneReleaseTasks.onCompleted(),
                WhenDoneReleaseTasks.onVerified()));
        reactions.addAll(WhenPeopleChangeSeekOwners.all());
        return reactions;
    }

    @Override
    public List<Errand> errands(Recorded<TaskEvent> recorded, Work after) {
        return TaskNotices.of(recorded, after);
    }

    @Override
    public Alarms alarms(Work work) {
        return work.alarms();
    }

    @Override
    public Iterable<OpenItem> openItems(Work work) {
        return () -> work.tasks().stream()
                .filter(Task::isOpen)
                .map(task -> new OpenItem(
                        Ref.to(KEY.name(), task.id()),
                        "task",
                        task.lane(),
                        task.holding().owner(),
                        task.terms().due(),
                        true))
                .iterator();
    }
}
