package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.View;
import muster.people.Person;

/// Somebody who takes part; the name is on the card of the same id in `people.directory`.
///
/// @param zone IANA name of the time zone, for the clock beside the name
/// @param roles the seats they hold
/// @param deputyFor the seats they may stand in for
/// @param until real time at which their part ends by itself
public record ResponderCard(
        Id id,
        Optional<Person.Kind> kind,
        Optional<String> zone,
        List<String> functions,
        List<String> roles,
        List<String> deputyFor,
        Optional<Instant> until)
        implements View.Card {
    static ResponderCard of(Responder responder, Optional<Person> person) {
        return new ResponderCard(
                responder.person(),
                person.map(Person::kind),
                person.map(Person::zone),
                responder.functions(),
                responder.roles(),
                responder.deputyFor(),
                responder.until());
    }
}
