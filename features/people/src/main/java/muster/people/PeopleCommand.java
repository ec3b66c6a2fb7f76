package muster.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked about people.
public sealed interface PeopleCommand extends Command {
    /// Takes somebody in.
    ///
    /// @param person the id to give them; absent: a new one
    /// @param owner the human who answers for what is not human
    /// @param engagedUntil end of the engagement, real time; absent: until removed
    record Add(
            Optional<Id> person,
            Person.Kind kind,
            String name,
            String handle,
            String zone,
            Optional<Hours> hours,
            List<Reach> reach,
            Optional<Id> owner,
            Optional<String> purpose,
            Optional<Id> partner,
            Optional<Instant> engagedUntil)
            implements PeopleCommand {}

    /// Corrects what is known of somebody; what is absent stays.
    record Change(
            Id person,
            Optional<String> name,
            Optional<String> handle,
            Optional<String> zone,
            Optional<Hours> hours,
            Optional<List<Reach>> reach,
            Optional<Id> owner,
            Optional<String> purpose,
            Optional<Instant> engagedUntil,
            String reason)
            implements PeopleCommand {}

    /// Ends somebody's time here, and every session and sign-in link with it.
    record Remove(Id person, String reason) implements PeopleCommand {}

    /// Lets a partner organisation in.
    ///
    /// @param ground why: the engagement letter, the policy
    /// @param until end of the engagement, real time
    record EngagePartner(Optional<Id> partner, String name, String ground, Instant until) implements PeopleCommand {}

    /// Moves the end of a partner's engagement, to earlier or later.
    ///
    /// @param until real time; absent: it ends now
    record SetEngagement(Id partner, Optional<Instant> until, String reason) implements PeopleCommand {}

    /// Signs somebody in without asking who they are: the issuer vouches.
    ///
    /// @param session the public id of the session; the token is the issuer's business
    /// @param until absolute end, real time
    /// @param amr how the person was authenticated; absent: `operator`. Only the host may say otherwise
    record IssueToken(Id person, Id session, Instant until, Optional<List<String>> amr) implements PeopleCommand {}

    /// Makes a sign-in link that works once.
    record IssueLink(Id person, Id link, Instant until) implements PeopleCommand {}

    /// Uses a sign-in link; nobody is signed in yet, so the host asks it.
    record RedeemLink(Id link, Id session) implements PeopleCommand {}

    /// Signs out, oneself or somebody else.
    record EndSession(Id session, String reason) implements PeopleCommand {}

    /// Says when somebody is away.
    record SetAbsence(Id person, Instant from, Instant until) implements PeopleCommand {}

    /// Takes back an absence.
    ///
    /// @param from when it begins
    record CancelAbsence(Id person, Instant from) implements PeopleCommand {}
}
