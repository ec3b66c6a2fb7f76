package muster.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.people.Person.Engagement;
import muster.people.Person.Whereabouts;
import muster.people.Person.Words;

/// What the events make of the directory.
final class PeopleHistory {
    private PeopleHistory() {}

    static Directory evolve(Directory directory, Recorded<PeopleEvent> recorded) {
        return switch (recorded.event()) {
            case PeopleEvent.Added added -> add(directory, added, recorded.digest());
            case PeopleEvent.Renamed(Id id, Content<String> name, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(
                        was.with(new Words(name, was.handle(), was.reach(), was.purpose(), recorded.digest())));
            }
            case PeopleEvent.HandleChanged(Id id, Content<String> handle, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(
                        was.with(new Words(was.name(), handle, was.reach(), was.purpose(), recorded.digest())));
            }
            case PeopleEvent.ReachChanged(Id id, Content<List<Reach>> reach, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(
                        was.with(new Words(was.name(), was.handle(), reach, was.purpose(), recorded.digest())));
            }
            case PeopleEvent.PurposeChanged(Id id, Content<String> purpose, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(
                        was.with(new Words(was.name(), was.handle(), was.reach(), purpose, recorded.digest())));
            }
            case PeopleEvent.Relocated(Id id, String zone, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(was.with(new Whereabouts(zone, was.hours(), was.absences())));
            }
            case PeopleEvent.HoursChanged(Id id, Hours hours, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(was.with(new Whereabouts(was.zone(), Optional.of(hours), was.absences())));
            }
            case PeopleEvent.AbsenceSet(Id id, Instant from, Instant until) -> {
                Person was = active(directory, id);
                yield directory.with(
                        was.with(new Whereabouts(was.zone(), was.hours(), away(was, new Absence(from, until)))));
            }
            case PeopleEvent.AbsenceCancelled(Id id, Instant from) -> {
                Person was = active(directory, id);
                yield directory.with(was.with(new Whereabouts(was.zone(), was.hours(), backFrom(was, from))));
            }
            case PeopleEvent.OwnerChanged(Id id, Id owner, Content<String> reason) -> {
                Person was = active(directory, id);
                active(directory, owner);
                yield directory.with(
                        was.with(new Engagement(Optional.of(owner), was.partner(), was.engagedUntil(), true)));
            }
            case PeopleEvent.EngagementChanged(Id id, Instant until, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(was.with(new Engagement(was.owner(), was.partner(), Optional.of(until), true)));
            }
            case PeopleEvent.Removed(Id id, Content<String> reason) -> {
                Person was = active(directory, id);
                yield directory.with(was.with(new Engagement(was.owner(), was.partner(), was.engagedUntil(), false)));
            }
            case PeopleEvent.PartnerEngaged(
                    Id partner,
                    Content<String> name,
                    Content<String> ground,
                    Instant until) -> {
                require(!directory.partners().has(partner), "a partner is engaged once");
                yield directory.with(new Partner(partner, name, ground, until, recorded.digest()));
            }
            case PeopleEvent.EngagementSet(Id partner, Instant until, Content<String> reason) -> {
                Partner was = directory.partners().the(partner);
                yield directory.with(new Partner(partner, was.name(), was.ground(), until, was.digest()));
            }
            case PeopleEvent.SessionOpened(Id person, Id session, List<String> amr, Instant until) -> {
                require(!directory.sessions().has(session), "a session is opened once");
                active(directory, person);
                yield directory.with(new Session(session, person, amr, recorded.recordedAt(), until, false));
            }
            case PeopleEvent.SessionEnded(Id session, Content<String> reason) -> {
                Session was = directory.sessions().the(session);
                require(!was.ended(), "a session ends once");
                yield directory.with(was.end());
            }
            case PeopleEvent.LinkIssued(Id person, Id link, Instant until) -> {
                require(!directory.links().has(link), "a link is issued once");
                active(directory, person);
                yield directory.with(new Link(link, person, until, false));
            }
            case PeopleEvent.LinkRedeemed(Id link, Id session) -> {
                Link was = directory.links().the(link);
                require(was.isGood(recorded.recordedAt()), "a link is redeemed once, and in time");
                yield directory.with(was.redeem());
            }
        };
    }

    private static Directory add(Directory directory, PeopleEvent.Added added, String digest) {
        require(!directory.persons().has(added.person()), "a person is added once");
        require(
                added.owner().isEmpty() == (added.kind() == Person.Kind.HUMAN),
                "exactly what is not human has an owner");
        added.owner().ifPresent(owner -> active(directory, owner));
        added.partner().ifPresent(partner -> directory.partners().the(partner));
        return directory.with(new Person(
                added.person(),
                added.kind(),
                new Words(added.name(), added.handle(), added.reach(), added.purpose(), digest),
                new Whereabouts(added.zone(), added.hours(), List.of()),
                new Engagement(added.owner(), added.partner(), added.engagedUntil(), true)));
    }

    private static Person active(Directory directory, Id id) {
        Person person = directory.persons().the(id);
        require(person.active(), "nothing happens any more to somebody who was removed");
        return person;
    }

    private static void require(boolean so, String rule) {
        if (!so) {
            throw new IllegalStateException(rule);
        }
    }

    private static List<Absence> away(Person person, Absence absence) {
        return Stream.concat(person.absences().stream(), Stream.of(absence))
                .sorted(Comparator.comparing(Absence::from))
                .toList();
    }

    private static List<Absence> backFrom(Person person, Instant from) {
        return person.absences().stream()
                .filter(absence -> !absence.from().equals(from))
                .toList();
    }
}
