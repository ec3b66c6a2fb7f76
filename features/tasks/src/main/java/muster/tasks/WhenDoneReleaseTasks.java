package muster.tasks;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Ref;

/// When a task is done, work that is blocked by it goes on.
record WhenDoneReleaseTasks<E extends TaskEvent>(String name, Class<E> on) implements Reaction<E> {
    static Reaction<TaskEvent.Completed> onCompleted() {
        return new WhenDoneReleaseTasks<>("when-completed-release-tasks", TaskEvent.Completed.class);
    }

    static Reaction<TaskEvent.Verified> onVerified() {
        return new WhenDoneReleaseTasks<>("when-verified-release-tasks", TaskEvent.Verified.class);
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(TaskEvent.Released.class);
    }

    @Override
    public List<Directed> react(Recorded<E> event, Readings after) {
        Work work = after.stateOf(Tasks.KEY);
        Task done = work.tasks().the(event.event().task());
        if (done.state() != TaskState.DONE) {
            return List.of();
        }
        Ref ref = Ref.to(Tasks.KEY.name(), done.id());
        return work.blocked().stream()
                .map(work.tasks()::the)
                .filter(task -> task.waitsFor(ref))
                .sorted(Comparator.comparing(Task::id))
                .map(task -> Directed.here(new TaskCommand.Release(task.id(), ref)))
                .toList();
    }
}
