package muster.crises;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.charter.Charter;
import muster.charter.Role;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.kernel.Wire;
import muster.people.Directory;
import muster.people.People;
import muster.people.Person;

/// What becomes of commands about who takes part.
final class SeatRules {
    /// Longer than a weekend nobody stands in: then the seat is to be filled.
    static final Duration LONGEST_STAND_IN = Duration.ofDays(3);

    private SeatRules() {}

    /// What becomes of a command about a seat.
    static Decision<RoomEvent> at(String role, Room room, Function<Seat, Decision<RoomEvent>> decide) {
        return room.seat(role)
                .map(decide)
                .orElseGet(
                        () -> Decision.refuse("unknown-role", "The charter of this crisis has no role " + role + "."));
    }

    static Decision<RoomEvent> fill(RoomCommand.FillSeat command, Seat seat, Situation situation) {
        List<Id> deputies = command.deputies().orElse(seat.deputies()).stream()
                .filter(each -> !each.equals(command.person()))
                .distinct()
                .toList();
        Optional<String> unfit = Stream.concat(Stream.of(command.person()), deputies.stream())
                .flatMap(each -> unfitForSeat(each, situation).stream())
                .findFirst();
        if (unfit.isPresent()) {
            return Decision.refuse("unfit-for-seat", unfit.get());
        }
        if (seat.isHeldBy(command.person()) && seat.deputies().equals(deputies)) {
            return Decision.accept(List.of());
        }
        return Wording.refusesText("reason", command.reason())
                .orElseGet(() -> Decision.accept(new RoomEvent.SeatFilled(
                        command.role(), command.person(), deputies, Content.of(command.reason()))));
    }

    static Decision<RoomEvent> vacate(RoomCommand.VacateSeat command, Seat seat) {
        return seat.holder()
                .map(holder -> Wording.refusesText("reason", command.reason())
                        .orElseGet(() -> Decision.accept(
                                new RoomEvent.SeatVacated(command.role(), holder, Content.of(command.reason())))))
                .orElseGet(() -> Decision.accept(List.of()));
    }

    static Decision<RoomEvent> standIn(RoomCommand.StandIn command, Seat seat, Situation situation) {
        Instant now = situation.recordedAt();
        Optional<Seat.StandIn> other = seat.standIn(now)
                .filter(each -> situation
                        .actor()
                        .asPerson()
                        .filter(each.person()::equals)
                        .isEmpty());
        if (other.isPresent()) {
            return Decision.refuse(
                    "somebody-stands-in",
                    "Another deputy has the seat until " + Wire.text(other.get().until())
                            + "; take it when that is over.");
        }
        if (!command.until().isAfter(now)) {
            return Decision.refuse("end-has-passed", "The end has passed already; say until when you stand in.");
        }
        if (command.until().isAfter(now.plus(LONGEST_STAND_IN))) {
            return Decision.refuse(
                    "too-long",
                    "Nobody stands in for more than " + LONGEST_STAND_IN.toDays() + " days; have the seat filled.");
        }
        return Wording.refusesText("reason", command.reason())
                .orElseGet(() -> Decision.accept(
                        new RoomEvent.StoodIn(command.role(), command.until(), Content.of(command.reason()))));
    }

    static Decision<RoomEvent> standDown(RoomCommand.StandDown command, Seat seat, Situation situation) {
        return seat.standIn(situation.recordedAt())
                .map(deputy -> Decision.<RoomEvent>accept(new RoomEvent.StoodDown(command.role(), deputy.person())))
                .orElseGet(() -> Decision.refuse("nobody-stands-in", "No deputy has this seat now."));
    }

    static Decision<RoomEvent> handOver(RoomCommand.HandOverSeat command, Seat seat, Situation situation) {
        if (seat.holder().isEmpty()) {
            return Decision.refuse("vacant", "Nobody holds this seat, so nobody can hand it over; have it filled.");
        }
        if (seat.isHeldBy(command.to())) {
            return Decision.accept(List.of());
        }
        Optional<String> unfit = unfitForSeat(command.to(), situation);
        if (unfit.isPresent()) {
            return Decision.refuse("unfit-for-seat", unfit.get());
        }
        if (!seat.deputies().contains(command.to()) && !isNamed(command.role(), command.to(), situation)) {
            return Decision.refuse(
                    "not-listed",
                    "A seat goes only to a deputy of it or to whom the charter names for it; else have it filled.");
        }
        return Wording.refusesText("note", command.note())
                .orElseGet(() -> Decision.accept(
                        new RoomEvent.SeatOffered(command.role(), command.to(), Content.of(command.note()))));
    }

    static Decision<RoomEvent> accept(RoomCommand.AcceptSeat command, Seat seat, Situation situation) {
        return seat.handover()
                .map(offer -> unfitForSeat(offer.to(), situation)
                        .<Decision<RoomEvent>>map(words -> Decision.refuse("unfit-for-seat", words))
                        .orElseGet(() -> Decision.accept(new RoomEvent.SeatAccepted(command.role()))))
                .orElseGet(SeatRules::notOffered);
    }

    static Decision<RoomEvent> decline(RoomCommand.DeclineSeat command, Seat seat) {
        return seat.handover()
                .map(offer -> Wording.refusesText("reason", command.reason())
                        .orElseGet(() -> Decision.accept(
                                new RoomEvent.SeatDeclined(command.role(), Content.of(command.reason())))))
                .orElseGet(SeatRules::notOffered);
    }

    static Decision<RoomEvent> keep(RoomCommand.KeepSeat command, Seat seat) {
        return seat.handover()
                .map(offer -> Decision.<RoomEvent>accept(new RoomEvent.SeatKept(command.role())))
                .orElseGet(SeatRules::notOffered);
    }

    private static Decision<RoomEvent> notOffered() {
        return Decision.refuse("not-offered", "This seat is offered to nobody now.");
    }

    static Decision<RoomEvent> admit(RoomCommand.Admit command, Room room, Situation situation) {
        Optional<Person> person = engaged(command.person(), situation);
        if (person.isEmpty()) {
            return Decision.refuse("unknown-person", "The directory knows nobody of this id who is active.");
        }
        boolean outsider = person.get().partner().isPresent() || !person.get().isHuman();
        if (outsider && command.until().isEmpty()) {
            return Decision.refuse(
                    "needs-an-end", "Outsiders, service accounts and agents are admitted until a time; give one.");
        }
        if (command.until().filter(end -> !end.isAfter(situation.recordedAt())).isPresent()) {
            return Decision.refuse("end-has-passed", "The end has passed already; say until when.");
        }
        Admission admission = new Admission(command.person(), command.function(), command.until());
        if (room.roster()
                .admissions()
                .find(command.person())
                .filter(admission::equals)
                .isPresent()) {
            return Decision.accept(List.of());
        }
        return Wording.refusesName("function", command.function())
                .or(() -> Wording.refusesText("ground", command.ground()))
                .orElseGet(() -> Decision.accept(new RoomEvent.Admitted(
                        command.person(), command.function(), command.until(), Content.of(command.ground()))));
    }

    static Decision<RoomEvent> dismiss(RoomCommand.Dismiss command, Room room) {
        if (!room.isResponder(command.person())) {
            return Decision.accept(List.of());
        }
        if (room.roster().opener().filter(command.person()::equals).isPresent()) {
            return Decision.refuse(
                    "opener-stays", "Whoever opened a crisis stays in it; vacate their seats or end their sessions.");
        }
        return Wording.refusesText("reason", command.reason()).orElseGet(() -> {
            Content<String> reason = Content.of(command.reason());
            List<RoomEvent> events = new ArrayList<>();
            for (Seat seat : room.seats()) {
                if (seat.isHeldBy(command.person())) {
                    events.add(new RoomEvent.SeatVacated(seat.role(), command.person(), reason));
                }
            }
            events.add(new RoomEvent.Dismissed(command.person(), reason));
            return Decision.accept(events);
        });
    }

    /// Who would be put where the charter does not name them: nobody may do that for himself.
    static List<Id> unnamed(Optional<Charter> charter, String role, Id holder, List<Id> deputies) {
        return Stream.concat(Stream.of(holder), deputies.stream())
                .filter(person -> !isNamed(charter, role, person))
                .distinct()
                .toList();
    }

    private static boolean isNamed(String role, Id person, Situation situation) {
        return isNamed(CrisisAuthority.charter(situation.readings()), role, person);
    }

    private static boolean isNamed(Optional<Charter> charter, String role, Id person) {
        return charter.flatMap(each -> each.role(role)).stream()
                .flatMap(Role::people)
                .anyMatch(person::equals);
    }

    /// Why the person cannot sit: a seat speaks with authority, and only people have that.
    static Optional<String> unfitForSeat(Id id, Situation situation) {
        Optional<Person> person = engaged(id, situation);
        if (person.isEmpty()) {
            return Optional.of("The directory knows nobody of this id who is active.");
        }
        return person.get().isHuman()
                ? Optional.empty()
                : Optional.of("A seat is for a person; service accounts and agents are admitted instead.");
    }

    private static Optional<Person> engaged(Id id, Situation situation) {
        Directory directory = situation.stateOf(People.KEY);
        return directory.person(id).filter(person -> directory.isEngaged(id, situation.recordedAt()));
    }
}
