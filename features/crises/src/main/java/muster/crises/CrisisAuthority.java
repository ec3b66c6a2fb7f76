package muster.crises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.charter.Charter;
import muster.charter.Charters;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Clearance;
import muster.kernel.Ground;
import muster.kernel.HeldSeat;
import muster.kernel.Housekeeping;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Scope;
import muster.kernel.Standing;
import muster.people.Directory;
import muster.people.People;
import muster.people.Person;

/// Who stands for what in a crisis: whoever takes part, with the rights that the pinned charter grants to
/// everyone and to the roles they sit in at that real time. To everybody else the crisis does not exist.
public final class CrisisAuthority implements Authority {
    /// What taking part includes without a grant: each of these also asks for a relation, and only the
    /// charter or somebody it trusts makes a deputy or a holder.
    private static final Set<String> TAKING_PART = Set.of(
            "crises.stand-in",
            "crises.stand-down",
            "crises.hand-over-seat",
            "crises.accept-seat",
            "crises.decline-seat",
            "crises.keep-seat");

    public CrisisAuthority() {}

    @Override
    public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
        Directory directory = readings.stateOf(People.KEY);
        return directory.honours(actor, recordedAt)
                ? standing(actor.person(), directory, readings, recordedAt)
                : Standing.STRANGER;
    }

    private static Standing standing(Id person, Directory directory, Readings readings, Instant recordedAt) {
        Room room = readings.stateOf(Crises.KEY);
        if (!room.isResponder(person, recordedAt)) {
            return Standing.STRANGER;
        }
        List<HeldSeat> seats = new ArrayList<>();
        for (Seat seat : room.seats()) {
            seat.heldBy(person, recordedAt).ifPresent(seats::add);
        }
        Set<String> rights = new HashSet<>(TAKING_PART);
        Optional<String> version = pinned(readings);
        version.flatMap(readings.stateOf(Charters.KEY)::version).ifPresent(charter -> {
            rights.addAll(charter.everyone());
            charter.rightsOf(seats.stream().map(HeldSeat::role).toList()).forEach(rights::add);
        });
        boolean human = directory.person(person).filter(Person::isHuman).isPresent();
        return new Standing(true, human, seats, rights, version.orElse(""));
    }

    @Override
    public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
        Directory directory = readings.stateOf(People.KEY);
        return readings.stateOf(Crises.KEY)
                .roster()
                .responders()
                .ids()
                .filter(person -> directory.isEngaged(person, recordedAt))
                .filter(person ->
                        standing(person, directory, readings, recordedAt).has(right))
                .toList();
    }

    @Override
    public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
        Directory directory = readings.stateOf(People.KEY);
        return readings.stateOf(Crises.KEY).speakersFor(role, recordedAt).stream()
                .filter(person -> directory.isEngaged(person, recordedAt))
                .toList();
    }

    @Override
    public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
        return standing(actor, readings, recordedAt).member() ? Clearance.GENERAL : Clearance.NONE;
    }

    /// The version of the charter that the crisis pinned when it began.
    private static Optional<String> pinned(Readings readings) {
        return readings.stateOf(Housekeeping.key(Scope.CRISIS)).ground().flatMap(Ground::charter);
    }

    /// The charter that the crisis is judged by; empty before it has begun.
    public static Optional<Charter> charter(Readings readings) {
        return pinned(readings).flatMap(readings.stateOf(Charters.KEY)::version);
    }
}
