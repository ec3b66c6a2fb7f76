package muster.people;

import java.time.Instant;
import java.util.List;
import muster.kernel.Content;
import muster.kernel.Headline;
import muster.kernel.Id;

/// How the events read on the timeline.
final class PeopleStory {
    private PeopleStory() {}

    static Headline tell(PeopleEvent event, Directory before) {
        return switch (event) {
            case PeopleEvent.Added added -> Headline.of("{0} joined", Headline.person(added.person()));
            case PeopleEvent.Renamed(Id person, Content<String> name, Content<String> reason) ->
                Headline.of(
                        "{0} is now called {1}: {2}",
                        Headline.person(person), Headline.text(name), Headline.text(reason));
            case PeopleEvent.HandleChanged(Id person, Content<String> handle, Content<String> reason) ->
                Headline.of(
                        "{0} is now mentioned as {1}: {2}",
                        Headline.person(person), Headline.text(handle), Headline.text(reason));
            case PeopleEvent.Relocated(Id person, String zone, Content<String> reason) ->
                Headline.of(
                        "{0} is now in the time zone {1}: {2}",
                        Headline.person(person), Headline.text(zone), Headline.text(reason));
            case PeopleEvent.HoursChanged(Id person, Hours hours, Content<String> reason) ->
                Headline.of(
                        "{0} now works from {1} to {2}: {3}",
                        Headline.person(person),
                        Headline.text(hours.from()),
                        Headline.text(hours.to()),
                        Headline.text(reason));
            case PeopleEvent.ReachChanged(Id person, Content<List<Reach>> reach, Content<String> reason) ->
                Headline.of("{0} is reached in other ways: {1}", Headline.person(person), Headline.text(reason));
            case PeopleEvent.OwnerChanged(Id person, Id owner, Content<String> reason) ->
                Headline.of(
                        "{0} now answers for {1}: {2}",
                        Headline.person(owner), Headline.person(person), Headline.text(reason));
            case PeopleEvent.PurposeChanged(Id person, Content<String> purpose, Content<String> reason) ->
                Headline.of(
                        "{0} is now there for {1}: {2}",
                        Headline.person(person), Headline.text(purpose), Headline.text(reason));
            case PeopleEvent.EngagementChanged(Id person, Instant until, Content<String> reason) ->
                Headline.of(
                        "{0} is engaged until {1}: {2}",
                        Headline.person(person), Headline.moment(until), Headline.text(reason));
            case PeopleEvent.Removed(Id person, Content<String> reason) ->
                Headline.of("{0} was removed: {1}", Headline.person(person), Headline.text(reason));
            case PeopleEvent.PartnerEngaged(Id partner, Content<String> name, Content<String> ground, Instant until) ->
                Headline.of(
                        "{0} was engaged until {1}: {2}",
                        Headline.thing(People.KEY.name(), partner, name),
                        Headline.moment(until),
                        Headline.text(ground));
            case PeopleEvent.EngagementSet(Id partner, Instant until, Content<String> reason) ->
                Headline.of(
                        "{0} is now engaged until {1}: {2}",
                        Headline.thing(
                                People.KEY.name(),
                                partner,
                                before.partners().the(partner).name()),
                        Headline.moment(until),
                        Headline.text(reason));
            case PeopleEvent.SessionOpened(Id person, Id session, List<String> amr, Instant until) ->
                Headline.of(
                        "{0} was signed in by {1} until {2}",
                        Headline.person(person), Headline.text(String.join(", ", amr)), Headline.moment(until));
            case PeopleEvent.SessionEnded(Id session, Content<String> reason) ->
                Headline.of(
                        "A session of {0} was ended: {1}",
                        Headline.person(before.sessions().the(session).person()), Headline.text(reason));
            case PeopleEvent.LinkIssued(Id person, Id link, Instant until) ->
                Headline.of("{0} was given a sign-in link until {1}", Headline.person(person), Headline.moment(until));
            case PeopleEvent.LinkRedeemed(Id link, Id session) ->
                Headline.of(
                        "{0} used a sign-in link",
                        Headline.person(before.links().the(link).person()));
            case PeopleEvent.AbsenceSet(Id person, Instant from, Instant until) ->
                Headline.of(
                        "{0} is away from {1} until {2}",
                        Headline.person(person), Headline.moment(from), Headline.moment(until));
            case PeopleEvent.AbsenceCancelled(Id person, Instant from) ->
                Headline.of("{0} is not away from {1} after all", Headline.person(person), Headline.moment(from));
        };
    }
}
