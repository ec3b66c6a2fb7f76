package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Alarm;
import muster.kernel.Alarms;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Table;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;

/// All the work of a crisis. What follows from one task for others (what is pending, what matters most, when
/// time asks) is kept up to date here, so that no rule has to think of it and a card reads nothing but its
/// own task.
///
/// @param tied the open tasks that hang on others or that others hang on
/// @param blocked the open tasks that cannot go on
/// @param alarms when time itself asks for an answer or for the result
public record Work(Table<Task> tasks, MapPSet<Id> tied, MapPSet<Id> blocked, Alarms alarms) {
    /// How long an offer may wait for an answer before somebody else hears of it, crisis time.
    public static final Duration TIME_TO_ANSWER = Duration.ofMinutes(15);

    static final Work NONE = new Work(Table.empty(), HashTreePSet.empty(), HashTreePSet.empty(), Alarms.none());

    public Optional<Task> find(Id task) {
        return tasks.find(task);
    }

    /// The work with a task that is new.
    Work with(Task added, Instant at) {
        if (tasks.has(added.id())) {
            throw new IllegalStateException("there is a task " + added.id() + " already");
        }
        List<Id> dependsOn = added.ties().dependsOn();
        Task alone = added.with(Ties.none(added.ties().gate()));
        Work with = new Work(tasks.with(alone.id(), alone), tied, blocked, withAlarms(alone));
        return dependsOn.isEmpty() ? with : with.tying(alone, dependsOn, at);
    }

    /// The work with a task that has changed, and with everything that follows for the others.
    Work changing(Task before, Task changed, Instant at) {
        Task now = changed.comparedWith(before, at);
        Work with = new Work(tasks.with(now.id(), now), tied, withBlocked(now), withAlarms(now));
        boolean moved = before.isOpen() != now.isOpen();
        if (moved) {
            for (Id dependent : now.ties().dependents()) {
                with = with.reckoning(dependent, at);
            }
        }
        return moved || before.terms().risk() != now.terms().risk()
                ? with.placing(now.lane(), List.of(now.id()))
                : with;
    }

    /// The work with other dependencies of a task.
    Work tying(Task before, List<Id> dependsOn, Instant at) {
        Table<Task> others = tasks;
        for (Id other : before.ties().dependsOn()) {
            others = others.with(
                    other, others.the(other).with(others.the(other).ties().notCarrying(before.id())));
        }
        for (Id other : dependsOn) {
            others = others.with(
                    other, others.the(other).with(others.the(other).ties().carrying(before.id())));
        }
        Task now = before.with(before.ties().dependingOn(List.copyOf(dependsOn), List.of(), List.of()));
        List<Id> touched = new ArrayList<>(before.ties().dependsOn());
        touched.addAll(dependsOn);
        touched.add(now.id());
        return new Work(others.with(now.id(), now), tied, blocked, alarms)
                .reckoning(now.id(), at)
                .placing(now.lane(), touched);
    }

    /// Whether one task has to wait for the other, directly or through others.
    boolean hangsOn(Task task, Id other) {
        Set<Id> seen = new HashSet<>();
        Deque<Task> waiting = new ArrayDeque<>(List.of(task));
        while (!waiting.isEmpty()) {
            for (Id next : waiting.pop().ties().dependsOn()) {
                if (next.equals(other)) {
                    return true;
                }
                if (seen.add(next)) {
                    waiting.push(tasks.the(next));
                }
            }
        }
        return false;
    }

    /// Looks again what of the task's dependencies is not done.
    private Work reckoning(Id id, Instant at) {
        Task task = tasks.the(id);
        List<Id> dependsOn = task.ties().dependsOn();
        List<Id> pending = dependsOn.stream()
                .filter(each -> !stands(each, Progress.Step.DONE))
                .toList();
        List<Id> lost = pending.stream()
                .filter(each -> stands(each, Progress.Step.DROPPED))
                .toList();
        Task now = task.with(task.ties().dependingOn(dependsOn, pending, lost)).comparedWith(task, at);
        return new Work(tasks.with(id, now), tied, blocked, alarms);
    }

    private boolean stands(Id task, Progress.Step step) {
        return tasks.the(task).progress().step() == step;
    }

    /// Works out anew what matters in a lane, where these tasks have changed.
    private Work placing(Lane lane, List<Id> touched) {
        MapPSet<Id> now = tied;
        Table<Task> placed = tasks;
        for (Id id : touched) {
            Task task = tasks.the(id);
            boolean ties = task.isOpen() && task.ties().areAny();
            now = ties ? now.plus(id) : now.minus(id);
            if (!ties) {
                placed = placed.with(
                        id, task.with(task.isOpen() ? Place.alone(task.terms().risk()) : Place.OVER));
            }
        }
        if (touched.stream().anyMatch(tied::contains) || touched.stream().anyMatch(now::contains)) {
            List<Task> together = now.stream()
                    .map(tasks::the)
                    .filter(each -> each.lane().equals(lane))
                    .toList();
            for (Task task : Ranking.of(together)) {
                placed = placed.with(task.id(), task);
            }
        }
        return new Work(placed, now, blocked, alarms);
    }

    private MapPSet<Id> withBlocked(Task task) {
        return task.progress().blocker().isPresent() ? blocked.plus(task.id()) : blocked.minus(task.id());
    }

    private Alarms withAlarms(Task task) {
        String answer = "answer " + task.id();
        String due = "due " + task.id();
        Alarms cleared = alarms.without(answer).without(due);
        Optional<Instant> answerBy = task.holding()
                .invitation()
                .filter(asked -> task.isOpen() && !asked.overdue())
                .map(asked -> asked.at().plus(TIME_TO_ANSWER));
        Optional<Instant> doneBy = task.terms()
                .due()
                .filter(at -> task.isOpen() && !task.terms().overdue())
                .filter(at -> task.progress().step() != Progress.Step.COMPLETED);
        Alarms first = answerBy.map(
                        at -> cleared.with(new Alarm(answer, at, new TaskCommand.NoteUnanswered(task.id()))))
                .orElse(cleared);
        return doneBy.map(at -> first.with(new Alarm(due, at, new TaskCommand.NoteOverdue(task.id()))))
                .orElse(first);
    }
}
