package muster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;

/// Who has the task. Once there is an owner there always is one: hand-overs change it in one step, when the
/// other side accepts.
///
/// @param owner the one person answerable; empty before the first acceptance
/// @param left whether that person no longer takes part
/// @param invitation who is asked to take it and has not answered
/// @param substitute who may act in the owner's place
/// @param seekers who has to find somebody, because nobody owns it or its owner has left
public record Holding(
        Optional<Id> owner,
        boolean left,
        Optional<Invitation> invitation,
        Optional<Substitute> substitute,
        List<Id> seekers) {
    /// An offer that waits for an answer.
    ///
    /// @param by who made it; nobody where Muster itself did
    /// @param at crisis time
    /// @param overdue whether it was escalated because nobody answered
    /// @param escalatedTo to whom
    public record Invitation(Id to, Optional<Id> by, Instant at, boolean overdue, List<Id> escalatedTo) {}

    /// @param until real time
    public record Substitute(Id person, Instant until) {}

    static Holding offered(Id to, Optional<Id> by, Instant at) {
        return new Holding(Optional.empty(), false, Optional.empty(), Optional.empty(), List.of()).inviting(to, by, at);
    }

    Holding inviting(Id to, Optional<Id> by, Instant at) {
        return with(Optional.of(new Invitation(to, by, at, false, List.of())));
    }

    Holding escalated(List<Id> to) {
        Invitation asked = asked();
        return with(Optional.of(new Invitation(asked.to, asked.by, asked.at, true, to)));
    }

    /// Whoever was asked is the owner now; a substitute of the one before is not.
    Holding acceptedByInvited() {
        return heldBy(asked().to);
    }

    Holding heldBy(Id person) {
        return new Holding(Optional.of(person), false, Optional.empty(), Optional.empty(), List.of());
    }

    /// The answer was no, or the offer was taken back.
    Holding answered() {
        asked();
        return settled();
    }

    /// Nobody is asked any more.
    Holding settled() {
        return with(Optional.empty());
    }

    private Holding with(Optional<Invitation> other) {
        return new Holding(owner, left, other, substitute, seekers);
    }

    Holding sought(boolean ownerLeft, List<Id> by) {
        return new Holding(owner, ownerLeft, invitation, substitute, by);
    }

    Holding replacedBy(Optional<Substitute> other) {
        return new Holding(owner, left, invitation, other, seekers);
    }

    private Invitation asked() {
        return invitation.orElseThrow(() -> new IllegalStateException("nobody is asked to take the task"));
    }

    /// Who may act in the owner's place at this real time.
    Optional<Id> substituteAt(Instant recordedAt) {
        return substitute.filter(named -> recordedAt.isBefore(named.until)).map(Substitute::person);
    }
}
