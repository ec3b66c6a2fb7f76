package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Ref;

/// What can happen to tasks. Whatever changes who owns, may take, may act on or has to verify a task bears
/// authority: the right to complete it rests on it later.
public sealed interface TaskEvent extends Event {
    /// Which task it happened to.
    Id task();

    /// @param gate the decision without which it may not begin
    record Offered(
            Id task,
            Lane lane,
            Id to,
            Optional<Instant> due,
            Risk risk,
            List<Id> dependsOn,
            boolean evidenceRequired,
            Optional<Id> verifier,
            Optional<Ties.Gate> gate,
            Optional<Ref> origin,
            Optional<String> subject,
            Optional<Duration> expected,
            Content<String> title,
            Content<String> description)
            implements TaskEvent, AuthorityBearing {}

    /// Whoever was asked owns it: the first owner.
    record Accepted(Id task) implements TaskEvent, AuthorityBearing {}

    /// Somebody took it unasked while nobody owned it.
    record Taken(Id task) implements TaskEvent, AuthorityBearing {}

    /// Whoever was asked to own it does not; nobody does.
    ///
    /// @param backTo who has to find somebody else
    record Declined(Id task, List<Id> backTo, Content<String> reason) implements TaskEvent, AuthorityBearing {}

    /// Somebody else is asked; still nobody owns it.
    record OfferedAgain(Id task, Id to, Content<String> reason) implements TaskEvent, AuthorityBearing {}

    /// Its owner, or somebody in the owner's place, asks somebody else to own it; until they accept nothing
    /// changes.
    record HandOverOffered(Id task, Id to, Content<String> reason) implements TaskEvent, AuthorityBearing {}

    /// The other side accepted: from here on it is the owner.
    ///
    /// @param from the owner before
    /// @param to the owner now
    record HandedOver(Id task, Id from, Id to) implements TaskEvent, AuthorityBearing {}

    /// The other side declined: the owner still owns it.
    record HandOverDeclined(Id task, Content<String> reason) implements TaskEvent, AuthorityBearing {}

    /// The hand-over was taken back before it was answered.
    record Recalled(Id task) implements TaskEvent, AuthorityBearing {}

    /// @param until real time
    record SubstituteNamed(Id task, Id person, Instant until, Content<String> reason)
            implements TaskEvent, AuthorityBearing {}

    record SubstitutionEnded(Id task, Content<String> reason) implements TaskEvent, AuthorityBearing {}

    record Started(Id task) implements TaskEvent {}

    record Blocked(Id task, BlockCause cause, Optional<Id> person, Optional<Ref> thing, Content<String> note)
            implements TaskEvent {}

    record Unblocked(Id task, Content<String> note) implements TaskEvent {}

    /// What it waited for is there.
    record Released(Id task, Ref thing) implements TaskEvent {}

    record DueSet(Id task, Optional<Instant> due, Content<String> reason) implements TaskEvent {}

    record RiskSet(Id task, Risk risk, Content<String> reason) implements TaskEvent {}

    record DependenciesSet(Id task, List<Id> dependsOn, Content<String> reason) implements TaskEvent {}

    record VerifierSet(Id task, Id verifier, Content<String> reason) implements TaskEvent, AuthorityBearing {}

    record Reworded(Id task, Content<String> title, Content<String> description, Content<String> reason)
            implements TaskEvent {}

    /// Its owner, or the substitute, says that it is done; it is, unless somebody has to verify it.
    record Completed(Id task, List<Ref> evidence, Content<String> note) implements TaskEvent, AuthorityBearing {}

    record Verified(Id task, Content<String> note) implements TaskEvent {}

    record SentBack(Id task, Content<String> reason) implements TaskEvent {}

    record Dropped(Id task, Content<String> reason) implements TaskEvent {}

    record Reopened(Id task, Content<String> reason) implements TaskEvent {}

    /// The decision behind it no longer holds; its owner has to answer.
    ///
    /// @param instead the later decision
    record StopAsked(Id task, Id decision, Overturned why, Optional<Id> instead) implements TaskEvent {}

    /// @param now the decision that the changed work is done for
    record StopConfirmed(Id task, Answer answer, Optional<Ties.Gate> now, Content<String> note) implements TaskEvent {}

    /// Somebody has to find another owner: the present one no longer takes part, or nobody owns it and
    /// whoever was to find somebody has left.
    ///
    /// @param left whether there is an owner who has left
    /// @param by who has to find somebody; nobody while nobody leads
    record OwnerSought(Id task, boolean left, List<Id> by) implements TaskEvent {}

    /// Its owner takes part again.
    record OwnerReturned(Id task) implements TaskEvent {}

    /// Nobody answered the offer or hand-over in time.
    ///
    /// @param to who was asked
    /// @param escalatedTo who has to see to it
    record OfferOverdue(Id task, Id to, List<Id> escalatedTo) implements TaskEvent {}

    /// @param due the time that has passed
    record BecameOverdue(Id task, Instant due) implements TaskEvent {}
}
