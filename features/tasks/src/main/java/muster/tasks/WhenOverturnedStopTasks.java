package muster.tasks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.decisions.DecisionEvent;
import muster.decisions.Decisions;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Ref;

/// When a decision orders nothing, or no longer what it did, the owners of the work for it are told and have
/// to answer; other work that only waited for an answer has one and goes on.
record WhenOverturnedStopTasks<E extends DecisionEvent>(
        String name, Class<E> on, Function<E, Overturned> why, Function<E, Optional<Id>> instead)
        implements Reaction<E> {
    static Reaction<DecisionEvent.TurnedDown> onTurnedDown() {
        return new WhenOverturnedStopTasks<>(
                "when-turned-down-stop-tasks",
                DecisionEvent.TurnedDown.class,
                down -> Overturned.TURNED_DOWN,
                down -> Optional.empty());
    }

    static Reaction<DecisionEvent.Withdrawn> onWithdrawn() {
        return new WhenOverturnedStopTasks<>(
                "when-withdrawn-stop-tasks",
                DecisionEvent.Withdrawn.class,
                withdrawn -> Overturned.WITHDRAWN,
                withdrawn -> Optional.empty());
    }

    static Reaction<DecisionEvent.Superseded> onSuperseded() {
        return new WhenOverturnedStopTasks<>(
                "when-superseded-stop-tasks",
                DecisionEvent.Superseded.class,
                superseded -> switch (superseded.how()) {
                    case SUPERSEDES -> Overturned.SUPERSEDED;
                    case LIMITS -> Overturned.LIMITED;
                    case REVERSES -> Overturned.REVERSED;
                },
                superseded -> Optional.of(superseded.by()));
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(TaskEvent.Released.class, TaskEvent.StopAsked.class);
    }

    @Override
    public List<Directed> react(Recorded<E> event, Readings after) {
        Ref decision = Ref.to(Decisions.KEY.name(), event.event().decision());
        return after.stateOf(Tasks.KEY).tasks().stream()
                .filter(Task::isOpen)
                .flatMap(task -> told(task, decision, event.event()))
                .map(Directed::here)
                .toList();
    }

    private Stream<TaskCommand> told(Task task, Ref decision, E event) {
        if (task.isFor(decision)) {
            return Stream.of(
                    new TaskCommand.AskToStop(task.id(), decision.id(), why.apply(event), instead.apply(event)));
        }
        return task.waitsFor(decision) ? Stream.of(new TaskCommand.Release(task.id(), decision)) : Stream.empty();
    }
}
