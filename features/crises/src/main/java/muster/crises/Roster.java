package muster.crises;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import muster.kernel.Id;
import muster.kernel.Table;

/// Who takes part: those in the seats, beside them and on the way into them, those who were admitted, and
/// whoever opened the crisis.
///
/// @param responders what follows from the rest, person by person; kept, because screens show one card for
///     each
public record Roster(Optional<Id> opener, Table<Seat> seats, Table<Admission> admissions, Table<Responder> responders) {
    static final Roster NOBODY = new Roster(Optional.empty(), Table.empty(), Table.empty(), Table.empty());

    static Roster of(Id opener, List<Seat> filled) {
        Table<Seat> seats = Table.empty();
        for (Seat seat : filled) {
            seats = seats.with(seat.id(), seat);
        }
        return new Roster(Optional.of(opener), seats, Table.empty(), Table.empty()).counted();
    }

    public Optional<Seat> seat(String role) {
        return seats.stream().filter(seat -> seat.role().equals(role)).findFirst();
    }

    public Optional<Responder> responder(Id person) {
        return responders.find(person);
    }

    /// The roster with one seat changed; a fault if the crisis has no such role.
    Roster with(String role, UnaryOperator<Seat> change) {
        Seat seat = seat(role).orElseThrow(() -> new IllegalStateException("there is no seat for " + role));
        return new Roster(opener, seats.with(seat.id(), change.apply(seat)), admissions, responders).counted();
    }

    Roster with(Admission admission) {
        return new Roster(opener, seats, admissions.with(admission.person(), admission), responders).counted();
    }

    /// The roster without a person who holds no seat; a fault for one who does.
    Roster without(Id person) {
        Table<Seat> left = seats;
        for (Seat seat : seats) {
            if (seat.isHeldBy(person)) {
                throw new IllegalStateException("a holder of a seat cannot be dismissed before it is vacant");
            }
            left = left.with(seat.id(), seat.without(person));
        }
        return new Roster(opener, left, admissions.without(person), responders).counted();
    }

    /// Works out anew who takes part as what; whoever is as before stays the same object, so only changed
    /// cards are rendered.
    private Roster counted() {
        Set<Id> persons = new LinkedHashSet<>();
        opener.ifPresent(persons::add);
        for (Seat seat : seats) {
            seat.holder().ifPresent(persons::add);
            persons.addAll(seat.deputies());
            seat.handover().map(Seat.Handover::to).ifPresent(persons::add);
        }
        admissions.ids().forEach(persons::add);
        Table<Responder> counted = responders;
        for (Id old : responders.ids().toList()) {
            counted = persons.contains(old) ? counted : counted.without(old);
        }
        for (Id person : persons) {
            Responder now = count(person);
            counted = responders.find(person).filter(now::equals).isPresent() ? counted : counted.with(person, now);
        }
        return new Roster(opener, seats, admissions, counted);
    }

    private Responder count(Id person) {
        List<Seat> held = seats.stream().filter(seat -> seat.isHeldBy(person)).toList();
        List<Seat> deputised =
                seats.stream().filter(seat -> seat.deputies().contains(person)).toList();
        Optional<Admission> admission = admissions.find(person);
        boolean stays = !held.isEmpty()
                || !deputised.isEmpty()
                || opener.filter(person::equals).isPresent()
                || seats.stream().anyMatch(seat -> seat.isOfferedTo(person));
        return new Responder(
                person,
                held.stream().map(Seat::role).toList(),
                deputised.stream().map(Seat::role).toList(),
                Stream.of(
                                held.stream().map(Seat::function),
                                deputised.stream().map(Seat::function),
                                admission.stream().map(Admission::function))
                        .flatMap(functions -> functions)
                        .distinct()
                        .toList(),
                stays ? Optional.<Instant>empty() : admission.flatMap(Admission::until));
    }
}
