package muster.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Scope;
import muster.kernel.Standing;
import muster.testing.Actors;
import muster.testing.Scenario;

/// A directory with three people in it and nobody else: clara, who has every right here, jonas, who has none,
/// and vera, who left. All three were given a session for thirty days.
final class AFrontDesk {
    final Scenario host;
    final Scenario clara;
    final Scenario jonas;

    AFrontDesk() {
        host = Scenario.with(new Catalogue(List.of(new People()), Map.of(Scope.ORGANISATION, new OnlyClara())));
        for (String name : List.of("clara", "jonas", "vera")) {
            host.give(human(name));
            host.give(token(name, in(Duration.ofDays(30))));
        }
        host.give(new PeopleCommand.Remove(Actors.id("vera"), "Left in June."));
        clara = host.as(Actors.responder("clara"));
        jonas = host.as(Actors.responder("jonas"));
    }

    /// That far from now.
    Instant in(Duration ahead) {
        return host.now().plus(ahead);
    }

    Directory directory() {
        return host.state(People.KEY);
    }

    Person person(String name) {
        return directory().person(Actors.id(name)).orElseThrow();
    }

    boolean honours(String name) {
        return directory().honours(Actors.responder(name), host.now());
    }

    static PeopleCommand.Add human(String name) {
        return new PeopleCommand.Add(
                Optional.of(Actors.id(name)),
                Person.Kind.HUMAN,
                name,
                name,
                "Europe/Vienna",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static PeopleCommand.Add service(String name, String owner) {
        return new PeopleCommand.Add(
                Optional.of(Actors.id(name)),
                Person.Kind.SERVICE,
                name,
                name,
                "Etc/UTC",
                Optional.empty(),
                List.of(),
                Optional.of(Actors.id(owner)),
                Optional.of("Copies what it is told to."),
                Optional.empty(),
                Optional.empty());
    }

    static PeopleCommand.IssueToken token(String name, Instant until) {
        return new PeopleCommand.IssueToken(Actors.id(name), Actors.id(name + "'s session"), until, Optional.empty());
    }

    /// Changes nothing yet; one thing is put in.
    static PeopleCommand.Change change(String name) {
        return new PeopleCommand.Change(
                Actors.id(name),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "It was wrong.");
    }

    /// Whoever is honestly signed in is a member; clara has the rights of this feature.
    private static final class OnlyClara implements Authority {
        private static final Id CLARA = Actors.id("clara");

        @Override
        public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
            if (!readings.stateOf(People.KEY).honours(actor, recordedAt)) {
                return Standing.STRANGER;
            }
            Set<String> rights = actor.person().equals(CLARA) ? Set.of("people.*") : Set.of();
            return new Standing(true, true, List.of(), rights, "");
        }

        @Override
        public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
            return List.of(CLARA);
        }

        @Override
        public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
            return List.of();
        }

        @Override
        public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
            return Clearance.GENERAL;
        }
    }
}
