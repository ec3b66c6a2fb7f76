package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What may be asked about tasks.
public sealed interface TaskCommand extends Command {
    /// Asks somebody to do something. Offered to oneself it is accepted at once.
    ///
    /// @param task the id it shall have; absent: a new one
    /// @param description may be empty
    /// @param due crisis time
    /// @param dependsOn the tasks that have to be done before it is started
    /// @param evidenceRequired whether it can only be completed with something that proves it
    /// @param verifier somebody else who looks at the result before it counts as done
    /// @param forDecision the decision without which it may not begin, and which stops it when it no longer holds
    /// @param ifOption the option of that decision that has to be chosen; absent: any
    /// @param origin what it is made of: a message, a playbook step
    /// @param subject what the work acts upon: `site:hamburg`
    /// @param expected how long the work should take; absent: an hour, where chains of tasks are compared
    record Offer(
            Optional<Id> task,
            String title,
            String description,
            Id to,
            Optional<Instant> due,
            Risk risk,
            List<Id> dependsOn,
            boolean evidenceRequired,
            Optional<Id> verifier,
            Optional<Ref> forDecision,
            Optional<String> ifOption,
            Optional<Ref> origin,
            Optional<String> subject,
            Optional<Duration> expected)
            implements TaskCommand {}

    /// What may be asked about one task.
    sealed interface OnTask extends TaskCommand {
        Id task();
    }

    /// Takes a task that nobody owns.
    record Take(Id task) implements OnTask {}

    /// Accepts an offer or a hand-over.
    record Accept(Id task) implements OnTask {}

    /// Declines an offer or a hand-over.
    record Decline(Id task, String reason) implements OnTask {}

    /// Offers one's own task to somebody else, who owns it once they accept; or a task that nobody owns, by
    /// whoever asked for it.
    record HandOver(Id task, Id to, String reason) implements OnTask {}

    /// Offers any task to somebody else, in the place of an owner who cannot or does not.
    record Reassign(Id task, Id to, String reason) implements OnTask {}

    /// Takes back a hand-over that is not accepted yet.
    record Recall(Id task) implements OnTask {}

    /// Lets somebody act in the owner's place.
    ///
    /// @param until real time
    record NameSubstitute(Id task, Id person, Instant until, String reason) implements OnTask {}

    record EndSubstitution(Id task, String reason) implements OnTask {}

    record Start(Id task) implements OnTask {}

    /// Says why the work cannot go on.
    ///
    /// @param person for whom it waits; asked for where the cause is a person
    /// @param thing for what it waits; asked for where the cause is a decision or a task
    record Block(Id task, BlockCause cause, Optional<Id> person, Optional<Ref> thing, String note) implements OnTask {}

    record Unblock(Id task, String note) implements OnTask {}

    /// @param due crisis time; absent: no longer due at a time
    record SetDue(Id task, Optional<Instant> due, String reason) implements OnTask {}

    record SetRisk(Id task, Risk risk, String reason) implements OnTask {}

    /// @param dependsOn all the tasks that have to be done before it is started
    record SetDependencies(Id task, List<Id> dependsOn, String reason) implements OnTask {}

    record SetVerifier(Id task, Id verifier, String reason) implements OnTask {}

    record Reword(Id task, String title, String description, String reason) implements OnTask {}

    /// Says that the work is done.
    ///
    /// @param note may be empty
    record Complete(Id task, String note, List<Ref> evidence) implements OnTask {}

    /// Says that the result is as it should be.
    ///
    /// @param note may be empty
    record Verify(Id task, String note) implements OnTask {}

    /// Says what is still wrong with the result.
    record SendBack(Id task, String reason) implements OnTask {}

    /// Gives the task up.
    record Drop(Id task, String reason) implements OnTask {}

    /// Goes on with a task that was done or dropped, with the same owner.
    record Reopen(Id task, String reason) implements OnTask {}

    /// Answers that the decision behind the work no longer holds.
    record ConfirmStop(Id task, Answer answer, String note) implements OnTask {}

    /// What it waited for is there; only Muster asks it.
    ///
    /// @param thing the decision or task
    record Release(Id task, Ref thing) implements OnTask {}

    /// The decision behind it no longer holds; only Muster asks it.
    ///
    /// @param instead the later decision
    record AskToStop(Id task, Id decision, Overturned why, Optional<Id> instead) implements OnTask {}

    /// People came or went: its owner, or whoever was to find one, may be gone or back; only Muster asks it.
    record LookForOwner(Id task) implements OnTask {}

    /// Nobody answered its offer; only an alarm asks it.
    record NoteUnanswered(Id task) implements OnTask {}

    /// Its time has passed; only an alarm asks it.
    record NoteOverdue(Id task) implements OnTask {}
}
