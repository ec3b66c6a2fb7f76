package muster.tasks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.decisions.DecisionEvent;
import muster.decisions.Decisions;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Ref;

/// When a decision is taken, the work that waits for it may begin or go on; work for an option that was not
/// chosen is to stop.
record WhenDecidedReleaseTasks<E extends DecisionEvent>(String name, Class<E> on) implements Reaction<E> {
    static Reaction<DecisionEvent.Decided> onDecided() {
        return new WhenDecidedReleaseTasks<>("when-decided-release-tasks", DecisionEvent.Decided.class);
    }

    static Reaction<DecisionEvent.LapsedToDefault> onLapsed() {
        return new WhenDecidedReleaseTasks<>("when-lapsed-release-tasks", DecisionEvent.LapsedToDefault.class);
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(TaskEvent.Released.class, TaskEvent.StopAsked.class);
    }

    @Override
    public List<Directed> react(Recorded<E> event, Readings after) {
        Id decision = event.event().decision();
        Ref ref = Ref.to(Decisions.KEY.name(), decision);
        Optional<String> chosen =
                after.stateOf(Decisions.KEY).questions().the(decision).inForce();
        return after.stateOf(Tasks.KEY).tasks().stream()
                .filter(Task::isOpen)
                .flatMap(task -> told(task, ref, chosen))
                .map(Directed::here)
                .toList();
    }

    private static Stream<TaskCommand> told(Task task, Ref decision, Optional<String> chosen) {
        boolean otherOption = task.isFor(decision)
                && task.ties()
                        .gate()
                        .flatMap(Ties.Gate::option)
                        .filter(wanted -> !chosen.equals(Optional.of(wanted)))
                        .isPresent();
        if (otherOption) {
            return Stream.of(
                    new TaskCommand.AskToStop(task.id(), decision.id(), Overturned.OTHER_OPTION, Optional.empty()));
        }
        return task.waitsFor(decision) ? Stream.of(new TaskCommand.Release(task.id(), decision)) : Stream.empty();
    }
}
