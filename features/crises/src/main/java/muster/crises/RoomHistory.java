package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import muster.kernel.Recorded;

/// The room after each event.
final class RoomHistory {
    private RoomHistory() {}

    static Room evolve(Room room, Recorded<RoomEvent> recorded) {
        if (room.opening().isPresent() == (recorded.event() instanceof RoomEvent.Begun)) {
            throw new IllegalStateException("a crisis begins once, and with that");
        }
        if (room.isClosed()) {
            throw new IllegalStateException("nothing follows the closing of a crisis");
        }
        Instant at = recorded.time();
        return switch (recorded.event()) {
            case RoomEvent.Begun begun -> begun(begun, recorded);
            case RoomEvent.Declared declared -> declared(declared, room, recorded);
            case RoomEvent.Classified classified ->
                room.with(room.course().classified(classified.severity()))
                        .with(room.briefing().promised(byRhythm(classified.updateBy())));
            case RoomEvent.PhaseMoved moved -> room.with(room.course().moved(moved.phase(), at));
            case RoomEvent.SeatFilled filled ->
                change(
                        room,
                        filled.role(),
                        seat -> seat.filled(filled.person(), filled.deputies(), at, recorded.digest()));
            case RoomEvent.SeatVacated vacated ->
                change(room, vacated.role(), seat -> {
                    demand(seat.isHeldBy(vacated.person()), "only who sits in a seat can leave it");
                    return seat.vacated(at, recorded.digest());
                });
            case RoomEvent.StoodIn stood ->
                change(
                        room,
                        stood.role(),
                        seat -> seat.withStandIn(Optional.of(new Seat.StandIn(recorded.by(), stood.until()))));
            case RoomEvent.StoodDown stood ->
                change(room, stood.role(), seat -> {
                    demand(
                            seat.standIn()
                                    .filter(each -> each.person().equals(stood.person()))
                                    .isPresent(),
                            "only who stands in can stand down");
                    return seat.withStandIn(Optional.empty());
                });
            case RoomEvent.SeatOffered offered ->
                change(room, offered.role(), seat -> {
                    demand(seat.holder().isPresent(), "a vacant seat cannot be handed over");
                    return seat.withHandover(Optional.of(new Seat.Handover(offered.to(), offered.note(), at)));
                });
            case RoomEvent.SeatAccepted accepted ->
                change(room, accepted.role(), seat -> seat.accepted(at, recorded.digest()));
            case RoomEvent.SeatDeclined declined -> change(room, declined.role(), RoomHistory::notOffered);
            case RoomEvent.SeatKept kept -> change(room, kept.role(), RoomHistory::notOffered);
            case RoomEvent.Admitted admitted ->
                room.with(room.roster().with(new Admission(admitted.person(), admitted.function(), admitted.until())));
            case RoomEvent.Dismissed dismissed -> room.with(room.roster().without(dismissed.person()));
            case RoomEvent.UpdatePromised promised ->
                room.with(room.briefing()
                        .promised(Optional.of(
                                new Briefing.Promise(promised.at(), Optional.of(promised.audience()), false))));
            case RoomEvent.UpdateGiven given ->
                room.with(room.briefing()
                        .given(new Briefing.Update(recorded.by(), at, given.text()), byRhythm(given.next())));
            case RoomEvent.UpdateMissed missed -> room.with(room.briefing().missed(missed.at()));
            case RoomEvent.QuestionsAnswered answered ->
                room.with(room.briefing()
                        .answered(new Briefing.Answers(
                                recorded.by(),
                                at,
                                answered.whatHappened(),
                                answered.howItAffectsUs(),
                                answered.whatWeKnow(),
                                answered.whatWeDo())));
            case RoomEvent.Closed closed ->
                room.with(room.course()
                                .closed(new Course.Closing(recorded.by(), at, closed.reason(), closed.lessons())))
                        .with(room.briefing().ended());
        };
    }

    private static Room begun(RoomEvent.Begun begun, Recorded<RoomEvent> recorded) {
        Instant at = recorded.time();
        List<Seat> seats = begun.seats().stream()
                .map(seating -> new Seat(
                        seating.seat(),
                        seating.role(),
                        seating.function(),
                        seating.holder(),
                        seating.deputies(),
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        recorded.digest()))
                .toList();
        Room.Opening opening = new Room.Opening(
                begun.crisis(),
                begun.label(),
                begun.leadRole(),
                begun.openedBy(),
                at,
                begun.codeName(),
                begun.summary(),
                recorded.digest());
        return new Room(Optional.of(opening), Course.begun(at), Roster.of(begun.openedBy(), seats), Briefing.NOTHING);
    }

    private static Room declared(RoomEvent.Declared declared, Room room, Recorded<RoomEvent> recorded) {
        demand(!room.isDeclared(), "a crisis is declared once");
        Course.Declaration declaration =
                new Course.Declaration(recorded.by(), recorded.time(), declared.title(), declared.whatHappened());
        return room.with(room.course().declared(declaration, declared.severity()))
                .with(room.briefing().promised(byRhythm(declared.updateBy())))
                .reworded(recorded.digest());
    }

    private static Optional<Briefing.Promise> byRhythm(Optional<Instant> at) {
        return at.map(time -> new Briefing.Promise(time, Optional.empty(), false));
    }

    private static Seat notOffered(Seat seat) {
        demand(seat.handover().isPresent(), seat.role() + " was offered to nobody");
        return seat.withHandover(Optional.empty());
    }

    private static Room change(Room room, String role, UnaryOperator<Seat> change) {
        return room.with(room.roster().with(role, change));
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
