package muster.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;

/// What can happen to people.
public sealed interface PeopleEvent extends Event {
    /// Somebody is here.
    ///
    /// @param purpose empty words where nobody said
    record Added(
            Id person,
            Person.Kind kind,
            Content<String> name,
            Content<String> handle,
            String zone,
            Optional<Hours> hours,
            Content<List<Reach>> reach,
            Optional<Id> owner,
            Content<String> purpose,
            Optional<Id> partner,
            Optional<Instant> engagedUntil)
            implements PeopleEvent, Event.AuthorityBearing {}

    record Renamed(Id person, Content<String> name, Content<String> reason) implements PeopleEvent {}

    record HandleChanged(Id person, Content<String> handle, Content<String> reason) implements PeopleEvent {}

    record Relocated(Id person, String zone, Content<String> reason) implements PeopleEvent {}

    record HoursChanged(Id person, Hours hours, Content<String> reason) implements PeopleEvent {}

    record ReachChanged(Id person, Content<List<Reach>> reach, Content<String> reason) implements PeopleEvent {}

    /// Somebody else answers for what is not human.
    record OwnerChanged(Id person, Id owner, Content<String> reason) implements PeopleEvent, Event.AuthorityBearing {}

    record PurposeChanged(Id person, Content<String> purpose, Content<String> reason) implements PeopleEvent {}

    /// @param until end of the person's engagement, real time
    record EngagementChanged(Id person, Instant until, Content<String> reason)
            implements PeopleEvent, Event.AuthorityBearing {}

    /// Their time here is over, and with it every session and link of theirs.
    record Removed(Id person, Content<String> reason) implements PeopleEvent, Event.AuthorityBearing {}

    record PartnerEngaged(Id partner, Content<String> name, Content<String> ground, Instant until)
            implements PeopleEvent, Event.AuthorityBearing {}

    record EngagementSet(Id partner, Instant until, Content<String> reason)
            implements PeopleEvent, Event.AuthorityBearing {}

    /// @param amr how the person was authenticated; `operator` and `link` stand for a token and a sign-in
    ///     link
    record SessionOpened(Id person, Id session, List<String> amr, Instant until)
            implements PeopleEvent, Event.AuthorityBearing {
        public SessionOpened {
            amr = List.copyOf(amr);
        }
    }

    record SessionEnded(Id session, Content<String> reason) implements PeopleEvent, Event.AuthorityBearing {}

    record LinkIssued(Id person, Id link, Instant until) implements PeopleEvent, Event.AuthorityBearing {}

    record LinkRedeemed(Id link, Id session) implements PeopleEvent, Event.AuthorityBearing {}

    record AbsenceSet(Id person, Instant from, Instant until) implements PeopleEvent {}

    record AbsenceCancelled(Id person, Instant from) implements PeopleEvent {}
}
