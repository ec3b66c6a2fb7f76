package muster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;

/// How far the work is.
///
/// @param blocker why its owner cannot go on
/// @param stop that the decision it is done for no longer holds, until its owner has answered
/// @param evidence what was given as proof of its completion, over all attempts
/// @param completedBy who last said that it is done
public record Progress(
        Step step, Optional<Blocker> blocker, Optional<Stop> stop, List<Ref> evidence, Optional<Id> completedBy) {
    /// The steps of the work itself, whoever has it.
    public enum Step {
        NOT_STARTED,
        STARTED,
        /// Done, says its owner.
        COMPLETED,
        DONE,
        DROPPED
    }

    /// Why the work cannot go on.
    ///
    /// @param person for whom it waits
    /// @param thing for which decision, task or other thing it waits
    /// @param since crisis time
    public record Blocker(
            BlockCause cause, Optional<Id> person, Optional<Ref> thing, Content<String> note, Instant since) {
        boolean waitsFor(Ref what) {
            return thing.filter(each ->
                            each.feature().equals(what.feature()) && each.id().equals(what.id()))
                    .isPresent();
        }
    }

    /// That the work is to stop or change.
    ///
    /// @param decision that no longer holds as it was
    /// @param instead the later decision
    /// @param at crisis time
    public record Stop(Id decision, Overturned why, Optional<Id> instead, Instant at) {}

    static final Progress NONE =
            new Progress(Step.NOT_STARTED, Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    boolean isOver() {
        return step == Step.DONE || step == Step.DROPPED;
    }

    Progress at(Step next) {
        return new Progress(next, blocker, stop, evidence, completedBy);
    }

    Progress blockedBy(Optional<Blocker> other) {
        return new Progress(step, other, stop, evidence, completedBy);
    }

    Progress stoppedBy(Optional<Stop> other) {
        return new Progress(step, blocker, other, evidence, completedBy);
    }

    Progress completed(Id by, List<Ref> proof, boolean toBeVerified) {
        return new Progress(
                toBeVerified ? Step.COMPLETED : Step.DONE,
                Optional.empty(),
                stop,
                Stream.concat(evidence.stream(), proof.stream()).distinct().toList(),
                Optional.of(by));
    }

    /// Nothing is asked or waited for any more.
    Progress dropped() {
        return new Progress(Step.DROPPED, Optional.empty(), Optional.empty(), evidence, completedBy);
    }
}
