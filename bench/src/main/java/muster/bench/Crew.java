package muster.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.charter.ChangeRule;
import muster.charter.Charter;
import muster.charter.CharterCommand;
import muster.charter.Role;
import muster.charter.Severity;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.people.PeopleCommand;
import muster.people.Person;
import muster.testing.Actors;

/// The people behind a load: one leads, all the others may stand in, and everybody is signed in by a token.
record Crew(int size) {
    Crew {
        if (size < 3) {
            throw new IllegalArgumentException("a charter needs three people, not " + size);
        }
    }

    /// So many, and at least as many as a charter needs.
    static Crew of(int size) {
        return new Crew(Math.max(3, size));
    }

    Id person(int who) {
        return Actors.id("person " + who % size);
    }

    Id session(int who) {
        return Actors.id("session " + who % size);
    }

    Actor.Responder actor(int who, Instant since) {
        return new Actor.Responder(person(who), session(who), List.of("operator"), Optional.empty(), since);
    }

    /// What the operator does before there is a crisis.
    List<Command> setUp(Instant now) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            commands.add(new PeopleCommand.Add(
                    Optional.of(person(i)),
                    Person.Kind.HUMAN,
                    "Person " + i,
                    "p" + i,
                    "UTC",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
            commands.add(new PeopleCommand.IssueToken(
                    person(i), session(i), now.plus(Duration.ofDays(2)), Optional.empty()));
        }
        commands.add(new CharterCommand.Adopt(Optional.empty(), charter(), "for the measurement"));
        return commands;
    }

    private Charter charter() {
        List<Id> others =
                Stream.iterate(1, i -> i + 1).limit(size - 1L).map(this::person).toList();
        Role lead =
                new Role("incident-lead", "Incident lead", "security", List.of(person(0)), others, List.of("*"), true);
        return new Charter(
                "Charter",
                new ChangeRule(1, List.of()),
                List.of(lead),
                List.of(),
                List.of(new Severity("sev-1", "SEV 1", Duration.ofHours(4))),
                "incident-lead",
                List.of("channels.*", "tasks.*"));
    }
}
