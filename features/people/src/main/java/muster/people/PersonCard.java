package muster.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.View;

/// A person as the directory shows them, and the name behind every id on other screens.
public record PersonCard(
        Id id,
        Person.Kind kind,
        String name,
        String handle,
        String zone,
        Optional<Hours> hours,
        List<Absence> absences,
        List<Reach> reach,
        Optional<Id> owner,
        String purpose,
        Optional<Id> partner,
        Optional<Instant> engagedUntil,
        boolean active)
        implements View.Card {
    private static final String WITHHELD = "(withheld)";

    static PersonCard of(Person person) {
        return new PersonCard(
                person.id(),
                person.kind(),
                person.name().or(WITHHELD),
                person.handle().or(WITHHELD),
                person.zone(),
                person.hours(),
                person.absences(),
                person.reach().or(List.of()),
                person.owner(),
                person.purpose().or(WITHHELD),
                person.partner(),
                person.engagedUntil(),
                person.active());
    }
}
