package muster.bench.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.charter.ChangeRule;
import muster.charter.Charter;
import muster.charter.CharterCommand;
import muster.charter.DecisionType;
import muster.charter.EscalationStep;
import muster.charter.Role;
import muster.charter.Severity;
import muster.charter.Silence;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.people.PeopleCommand;
import muster.people.Person;

/// The people of a simulated crisis and the charter they act by.
record Cast(List<Id> people, List<Id> sessions) {
    private static final List<String> ROLES = List.of("incident-lead", "ciso", "coo", "counsel");

    static Cast of(java.util.function.Supplier<Id> ids) {
        List<Id> people = new ArrayList<>();
        List<Id> sessions = new ArrayList<>();
        for (int i = 0; i < ROLES.size() + 1; i++) {
            people.add(ids.get());
            sessions.add(ids.get());
        }
        return new Cast(List.copyOf(people), List.copyOf(sessions));
    }

    Actor.Responder actor(int who, Instant now) {
        return new Actor.Responder(people.get(who), sessions.get(who), List.of("operator"), Optional.empty(), now);
    }

    /// What the operator does before there is a crisis.
    List<Command> setUp(Instant now) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            commands.add(new PeopleCommand.Add(
                    Optional.of(people.get(i)),
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
                    people.get(i), sessions.get(i), now.plus(Duration.ofDays(30)), Optional.empty()));
        }
        commands.add(new CharterCommand.Adopt(Optional.empty(), charter(), "for the simulation"));
        return commands;
    }

    private Charter charter() {
        List<Role> roles = new ArrayList<>();
        for (int i = 0; i < ROLES.size(); i++) {
            roles.add(new Role(
                    ROLES.get(i),
                    ROLES.get(i),
                    "any",
                    List.of(people.get(i)),
                    List.of(people.get(4)),
                    List.of("*"),
                    true));
        }
        DecisionType containment = new DecisionType(
                "containment",
                "Containment",
                List.of("ciso", "coo", "counsel"),
                2,
                List.of(),
                List.of(),
                false,
                List.of(),
                Duration.ofMinutes(30),
                List.of(new EscalationStep(List.of("incident-lead"), Duration.ofMinutes(30))),
                new Silence.Default("recommended", "contain-by-default"));
        return new Charter(
                "Simulated",
                new ChangeRule(1, List.of()),
                roles,
                List.of(containment),
                List.of(new Severity("sev-1", "SEV 1", Duration.ofHours(4))),
                "incident-lead",
                List.of("channels.*"));
    }
}
