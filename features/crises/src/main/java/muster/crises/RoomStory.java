package muster.crises;

import static muster.crises.Wording.spoken;

import java.util.Optional;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Recorded;

/// The entries in words.
final class RoomStory {
    private RoomStory() {}

    static Headline tell(Recorded<RoomEvent> recorded, Room before) {
        return switch (recorded.event()) {
            case RoomEvent.Begun begun ->
                Headline.of(
                        "{0} opened as {1} by {2}: {3}",
                        Headline.text(begun.label()),
                        Headline.thing("crises", begun.crisis(), begun.codeName()),
                        Headline.person(begun.openedBy()),
                        Headline.text(begun.summary()));
            case RoomEvent.Declared declared ->
                Headline.of(
                        "Declared a crisis, {0}: {1}",
                        Headline.text(declared.severity()), Headline.text(declared.title()));
            case RoomEvent.Classified classified ->
                Headline.of(
                        "Severity changed from {0} to {1}: {2}",
                        Headline.text(before.severity().orElse("none")),
                        Headline.text(classified.severity()),
                        Headline.text(classified.reason()));
            case RoomEvent.PhaseMoved moved ->
                Headline.of(
                        "From {0} to {1}: {2}",
                        Headline.text(before.phase().word()),
                        Headline.text(moved.phase().word()),
                        Headline.text(moved.reason()));
            case RoomEvent.SeatFilled filled -> filled(filled, before.seat(filled.role()));
            case RoomEvent.SeatVacated vacated ->
                Headline.of(
                        "{0} is no longer {1}: {2}",
                        Headline.person(vacated.person()), role(vacated.role()), Headline.text(vacated.reason()));
            case RoomEvent.StoodIn stood ->
                Headline.of(
                        "{0} stands in as {1} until {2}: {3}",
                        Headline.person(recorded.by()),
                        role(stood.role()),
                        Headline.moment(stood.until()),
                        Headline.text(stood.reason()));
            case RoomEvent.StoodDown stood ->
                Headline.of("{0} no longer stands in as {1}", Headline.person(stood.person()), role(stood.role()));
            case RoomEvent.SeatOffered offered ->
                Headline.of(
                        "The seat {0} was offered to {1}: {2}",
                        role(offered.role()), Headline.person(offered.to()), Headline.text(offered.note()));
            case RoomEvent.SeatAccepted accepted ->
                Headline.of("{0} took over as {1}", Headline.person(recorded.by()), role(accepted.role()));
            case RoomEvent.SeatDeclined declined ->
                Headline.of(
                        "{0} did not take over as {1}: {2}",
                        Headline.person(recorded.by()), role(declined.role()), Headline.text(declined.reason()));
            case RoomEvent.SeatKept kept ->
                Headline.of("{0} stays {1} after all", Headline.person(recorded.by()), role(kept.role()));
            case RoomEvent.Admitted admitted -> admitted(admitted);
            case RoomEvent.Dismissed dismissed ->
                Headline.of(
                        "{0} takes part no longer: {1}",
                        Headline.person(dismissed.person()), Headline.text(dismissed.reason()));
            case RoomEvent.UpdatePromised promised ->
                Headline.of(
                        "The next update was promised to {0} for {1}",
                        Headline.text(promised.audience()), Headline.moment(promised.at()));
            case RoomEvent.UpdateGiven given -> Headline.of("Update: {0}", Headline.text(given.text()));
            case RoomEvent.UpdateMissed missed ->
                Headline.of("The update promised for {0} was not given", Headline.moment(missed.at()));
            case RoomEvent.QuestionsAnswered answered ->
                Headline.of("What happened, as known now: {0}", Headline.text(answered.whatHappened()));
            case RoomEvent.Closed closed -> Headline.of("Closed: {0}", Headline.text(closed.reason()));
        };
    }

    private static Headline filled(RoomEvent.SeatFilled filled, Optional<Seat> before) {
        Optional<Id> old = before.flatMap(Seat::holder);
        if (old.filter(filled.person()::equals).isPresent()) {
            return Headline.of(
                    "Who may stand in as {0} was changed: {1}", role(filled.role()), Headline.text(filled.reason()));
        }
        return old.map(person -> Headline.of(
                        "{0} is {1} in the place of {2}: {3}",
                        Headline.person(filled.person()),
                        role(filled.role()),
                        Headline.person(person),
                        Headline.text(filled.reason())))
                .orElseGet(() -> Headline.of(
                        "{0} is {1}: {2}",
                        Headline.person(filled.person()), role(filled.role()), Headline.text(filled.reason())));
    }

    private static Headline admitted(RoomEvent.Admitted admitted) {
        return admitted.until()
                .map(until -> Headline.of(
                        "{0} was admitted for {1} until {2}: {3}",
                        Headline.person(admitted.person()),
                        Headline.text(admitted.function()),
                        Headline.moment(until),
                        Headline.text(admitted.ground())))
                .orElseGet(() -> Headline.of(
                        "{0} was admitted for {1}: {2}",
                        Headline.person(admitted.person()),
                        Headline.text(admitted.function()),
                        Headline.text(admitted.ground())));
    }

    private static Headline.Part role(String role) {
        return Headline.text(spoken(role));
    }
}
