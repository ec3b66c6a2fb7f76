package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked in a crisis about the crisis itself. Times of updates are crisis time, ends of
/// delegations and admissions are real time.
public sealed interface RoomCommand extends Command {
    /// The crisis begins as it was opened in the register; only Muster asks it.
    ///
    /// @param appointments seats that are filled otherwise than the charter's lists say
    record Begin(Id crisis, String label, Id openedBy, String codeName, String summary, List<Appointment> appointments)
            implements RoomCommand {}

    /// It is a crisis.
    ///
    /// @param severity the charter's name for it
    record Declare(String title, String severity, String whatHappened) implements RoomCommand {}

    record Classify(String severity, String reason) implements RoomCommand {}

    record MovePhase(Phase phase, String reason) implements RoomCommand {}

    /// Puts somebody into a seat, vacant or not.
    ///
    /// @param deputies who may stand in from now on; absent: the same as before
    record FillSeat(String role, Id person, Optional<List<Id>> deputies, String reason) implements RoomCommand {}

    record VacateSeat(String role, String reason) implements RoomCommand {}

    /// A listed deputy takes the seat for a while.
    record StandIn(String role, Instant until, String reason) implements RoomCommand {}

    /// The deputy leaves the seat before the end, or its holder is back.
    record StandDown(String role) implements RoomCommand {}

    /// The holder offers the seat to the next shift.
    record HandOverSeat(String role, Id to, String note) implements RoomCommand {}

    record AcceptSeat(String role) implements RoomCommand {}

    record DeclineSeat(String role, String reason) implements RoomCommand {}

    /// The holder takes the offer back.
    record KeepSeat(String role) implements RoomCommand {}

    /// Lets somebody take part without a seat.
    ///
    /// @param until required for outsiders and for everything that is not a human
    /// @param ground why they may: the engagement, the mandate
    record Admit(Id person, String function, Optional<Instant> until, String ground) implements RoomCommand {}

    /// Somebody takes part no longer, in no seat either.
    record Dismiss(Id person, String reason) implements RoomCommand {}

    record PromiseUpdate(Instant at, String audience) implements RoomCommand {}

    record GiveUpdate(String text) implements RoomCommand {}

    /// The promised time is here; only the alarm asks it.
    record MissUpdate(Instant at) implements RoomCommand {}

    record AnswerQuestions(String whatHappened, String howItAffectsUs, String whatWeKnow, String whatWeDo)
            implements RoomCommand {}

    /// @param lessons what to do better; absent: the review will say
    record Close(String reason, Optional<String> lessons) implements RoomCommand {}
}
