package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What can happen to decisions.
public sealed interface DecisionEvent extends Event {
    /// Which decision it happened to.
    Id decision();

    /// A question was put.
    ///
    /// @param rule who decides it and how, as the pinned charter said
    /// @param barred who may not decide it whatever their role: the asker, and whoever answers for an asker
    ///     that is not human
    /// @param options ids in the order shown
    /// @param evidence what was shown, frozen: each names its version
    /// @param deadline crisis time at which the first deciders' time is over
    record Asked(
            Id decision,
            Rule rule,
            List<Id> barred,
            List<String> options,
            Optional<String> recommended,
            List<Ref> evidence,
            Optional<String> subject,
            Optional<Replaces> replaces,
            Optional<Ref> origin,
            Instant deadline,
            Content<String> question,
            Content<String> context,
            Content<List<Option>> texts)
            implements DecisionEvent, AuthorityBearing {}

    /// The question has other words, options or evidence; what was approved and answered before is void.
    ///
    /// @param wording number of the new wording; the first is 1
    record Amended(
            Id decision,
            int wording,
            List<String> options,
            Optional<String> recommended,
            List<Ref> evidence,
            Content<String> question,
            Content<String> context,
            Content<List<Option>> texts,
            Content<String> reason)
            implements DecisionEvent, AuthorityBearing {}

    /// One decider is for an option; with enough of them, [Decided] follows.
    ///
    /// @param under by what authority, and where the quorum stands with this voice
    /// @param unheard roles that must be consulted and had not answered
    record Approved(
            Id decision,
            String option,
            Mandate under,
            List<String> unheard,
            Content<String> reason,
            Content<String> conditions,
            Content<String> unheardBecause)
            implements DecisionEvent, AuthorityBearing {}

    /// One decider is against every option; with enough of them, [TurnedDown] follows.
    ///
    /// @param under by what authority, and where the quorum stands with this voice
    record Rejected(Id decision, Mandate under, Content<String> reason) implements DecisionEvent, AuthorityBearing {}

    /// Enough deciders are for one option: it is ordered.
    ///
    /// @param by the deciders, in the order in which they spoke
    record Decided(Id decision, String option, List<Id> by) implements DecisionEvent, AuthorityBearing {}

    /// Enough deciders are against: nothing is ordered.
    ///
    /// @param by the deciders, in the order in which they spoke
    record TurnedDown(Id decision, List<Id> by) implements DecisionEvent, AuthorityBearing {}

    /// Somebody in the room is on record as being against it.
    ///
    /// @param wording number of the wording that was in force
    record Objected(Id decision, int wording, Content<String> reason) implements DecisionEvent {}

    /// Somebody who must be consulted answered.
    ///
    /// @param wording number of the wording that was answered to
    record ConsultAnswered(Id decision, int wording, String role, Content<String> text)
            implements DecisionEvent, AuthorityBearing {}

    /// Not yet.
    ///
    /// @param until crisis time at which it is asked again
    record Deferred(Id decision, Instant until, Content<String> reason) implements DecisionEvent {}

    /// The deferral is over.
    ///
    /// @param deadline crisis time at which the deciders' time is over
    record Resumed(Id decision, Instant deadline) implements DecisionEvent {}

    /// Not mine, goes to.
    ///
    /// @param to the role it goes to
    /// @param level the level it is on now: 0 for the first deciders, n for step n of the escalation path
    /// @param deadline crisis time at which the deciders' time is over
    record HandedOver(Id decision, String to, int level, Instant deadline, Content<String> reason)
            implements DecisionEvent, AuthorityBearing {}

    /// Nobody decided in time: more may decide now.
    ///
    /// @param level the level it is on now
    /// @param to the roles that may decide besides the earlier ones
    /// @param deadline crisis time at which their time is over
    record Escalated(Id decision, int level, List<String> to, Instant deadline)
            implements DecisionEvent, AuthorityBearing {}

    /// Nobody on the whole path decided, and the charter says what that means.
    ///
    /// @param option the default, ordered now
    /// @param rule the name under which the charter takes it: `isolate-by-default`
    record LapsedToDefault(Id decision, String option, String rule) implements DecisionEvent, AuthorityBearing {}

    /// Nobody on the whole path decided in time, and silence orders nothing: it goes on waiting, overdue.
    record WentUnanswered(Id decision) implements DecisionEvent {}

    /// The asker took the question back.
    record Withdrawn(Id decision, Content<String> reason) implements DecisionEvent, AuthorityBearing {}

    /// A later decision took its place, limits or reverses it.
    ///
    /// @param by the later decision
    record Superseded(Id decision, Id by, Replacement how, Content<String> reason)
            implements DecisionEvent, AuthorityBearing {}
}
