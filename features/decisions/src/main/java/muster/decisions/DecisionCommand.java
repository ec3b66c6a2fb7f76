package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What may be asked about decisions.
public sealed interface DecisionCommand extends Command {
    /// Puts a question to those who may decide it.
    ///
    /// @param decision the id to use; absent: a new one
    /// @param type the charter's name for this kind of decision: `containment`
    /// @param recommended id of the option that the asker would take
    /// @param evidence what the deciders are shown, each in the version that was looked at
    /// @param subject what the options act upon: `site:hamburg`
    /// @param deadline earlier than the charter's time to decide, never later
    /// @param origin the message or task that the question came from
    record Ask(
            Optional<Id> decision,
            String type,
            String question,
            Optional<String> context,
            List<Option> options,
            Optional<String> recommended,
            List<Ref> evidence,
            Optional<String> subject,
            Optional<Instant> deadline,
            Optional<Replaces> replaces,
            Optional<Ref> origin)
            implements DecisionCommand {}

    /// Words the question anew, as a whole: approvals so far are void.
    record Amend(
            Id decision,
            String question,
            Optional<String> context,
            List<Option> options,
            Optional<String> recommended,
            List<Ref> evidence,
            String reason)
            implements DecisionCommand {}

    /// One decider is for an option.
    ///
    /// @param wording number of the wording that was read
    /// @param unheard why those who must be consulted are not waited for, where they have not answered
    record Approve(
            Id decision,
            int wording,
            String option,
            String reason,
            Optional<String> conditions,
            Optional<String> unheard)
            implements DecisionCommand {}

    /// One decider is against every option.
    ///
    /// @param wording number of the wording that was read
    record Reject(Id decision, int wording, String reason) implements DecisionCommand {}

    /// Somebody in the room puts a dissent on record.
    @SuppressWarnings("JavaLangClash") // the wire name `decisions.object` is what people say
    record Object(Id decision, String reason) implements DecisionCommand {}

    /// Somebody who must be consulted answers.
    record ConsultAnswer(Id decision, String text) implements DecisionCommand {}

    /// Not yet.
    ///
    /// @param until when it is asked again
    record Defer(Id decision, Instant until, String reason) implements DecisionCommand {}

    /// Not mine: goes to another role of the charter's path.
    record HandOver(Id decision, String to, String reason) implements DecisionCommand {}

    /// The asker takes the question back.
    record Withdraw(Id decision, String reason) implements DecisionCommand {}

    /// A later decision takes the place of an earlier one, limits or reverses it.
    ///
    /// @param decision the earlier one
    /// @param by the later one
    record Supersede(Id decision, Id by, Replacement how, String reason) implements DecisionCommand {}

    /// The time to decide is over; only an alarm asks it.
    record Escalate(Id decision) implements DecisionCommand {}

    /// The deferral is over; only an alarm asks it.
    record Resume(Id decision) implements DecisionCommand {}
}
