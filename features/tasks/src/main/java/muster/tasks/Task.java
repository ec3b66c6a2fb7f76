package muster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Ref;

/// A piece of work: what is asked, who has it, on what terms, how far it is, what it hangs on, and where it
/// stands among the others.
///
/// @param lane whose compartment it belongs to; so does everything it hangs on
/// @param since crisis time since when it is in its present state
public record Task(
        Id id,
        Lane lane,
        Brief brief,
        Holding holding,
        Terms terms,
        Progress progress,
        Ties ties,
        Place place,
        Instant since) {

    public TaskState state() {
        return switch (progress.step()) {
            case DROPPED -> TaskState.DROPPED;
            case DONE -> TaskState.DONE;
            case COMPLETED -> TaskState.AWAITING_VERIFICATION;
            case NOT_STARTED, STARTED -> open();
        };
    }

    private TaskState open() {
        if (holding.owner().isEmpty()) {
            return holding.invitation().isPresent() ? TaskState.OFFERED : TaskState.DECLINED;
        }
        if (progress.blocker().isPresent()) {
            return TaskState.BLOCKED;
        }
        if (progress.step() == Progress.Step.STARTED) {
            return TaskState.IN_PROGRESS;
        }
        return ties.areReady() ? TaskState.READY_TO_START : TaskState.WAITING;
    }

    public boolean isOpen() {
        return !progress.isOver();
    }

    public boolean isOwned() {
        return holding.owner().isPresent();
    }

    public Content<String> title() {
        return brief.title();
    }

    /// Whether it is done for this decision, whatever has become of that.
    boolean isFor(Ref decision) {
        return ties.gate().filter(gate -> gate.isFor(decision)).isPresent();
    }

    /// Whether it cannot begin or go on before this is there.
    boolean waitsFor(Ref thing) {
        return ties.gate()
                        .filter(Ties.Gate::shut)
                        .filter(gate -> gate.isFor(thing))
                        .isPresent()
                || progress.blocker().filter(blocker -> blocker.waitsFor(thing)).isPresent();
    }

    /// Whoever may not verify it: those who do the work or are asked to.
    List<Id> workers(Instant recordedAt) {
        return Stream.of(
                        holding.owner(),
                        holding.invitation().map(Holding.Invitation::to),
                        holding.substituteAt(recordedAt),
                        progress.completedBy())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    Task with(Brief other) {
        return new Task(id, lane, other, holding, terms, progress, ties, place, since);
    }

    Task with(Holding other) {
        return new Task(id, lane, brief, other, terms, progress, ties, place, since);
    }

    Task with(Terms other) {
        return new Task(id, lane, brief, holding, other, progress, ties, place, since);
    }

    Task with(Progress other) {
        return new Task(id, lane, brief, holding, terms, other, ties, place, since);
    }

    Task with(Ties other) {
        return new Task(id, lane, brief, holding, terms, progress, other, place, since);
    }

    Task with(Place other) {
        return other.equals(place) ? this : new Task(id, lane, brief, holding, terms, progress, ties, other, since);
    }

    Task holding(UnaryOperator<Holding> change) {
        return with(change.apply(holding));
    }

    Task progress(UnaryOperator<Progress> change) {
        return with(change.apply(progress));
    }

    /// The task as changed at this time: if that changed its state, the time from which it is in it.
    Task comparedWith(Task before, Instant at) {
        return before.state() == state() ? this : new Task(id, lane, brief, holding, terms, progress, ties, place, at);
    }
}
