package muster.crises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.charter.Charter;
import muster.charter.Role;
import muster.charter.Severity;
import muster.kernel.Actor;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.OpenItem;
import muster.kernel.Situation;
import muster.kernel.Wire;

/// What becomes of commands about the course of a crisis and what is told about it.
final class RoomRules {
    private RoomRules() {}

    static Decision<RoomEvent> decide(RoomCommand command, Room room, Situation situation) {
        if (room.isClosed()) {
            return Decision.refuse("closed", "This crisis is closed: it can be read, and nothing can be added.");
        }
        return switch (command) {
            case RoomCommand.Begin begin -> begin(begin, room, situation);
            case RoomCommand.Declare declare -> declare(declare, room, situation);
            case RoomCommand.Classify classify -> classify(classify, room, situation);
            case RoomCommand.MovePhase move -> movePhase(move, room);
            case RoomCommand.FillSeat fill ->
                SeatRules.at(fill.role(), room, seat -> SeatRules.fill(fill, seat, situation));
            case RoomCommand.VacateSeat vacate ->
                SeatRules.at(vacate.role(), room, seat -> SeatRules.vacate(vacate, seat));
            case RoomCommand.StandIn standIn ->
                SeatRules.at(standIn.role(), room, seat -> SeatRules.standIn(standIn, seat, situation));
            case RoomCommand.StandDown standDown ->
                SeatRules.at(standDown.role(), room, seat -> SeatRules.standDown(standDown, seat, situation));
            case RoomCommand.HandOverSeat handOver ->
                SeatRules.at(handOver.role(), room, seat -> SeatRules.handOver(handOver, seat, situation));
            case RoomCommand.AcceptSeat accept ->
                SeatRules.at(accept.role(), room, seat -> SeatRules.accept(accept, seat, situation));
            case RoomCommand.DeclineSeat decline ->
                SeatRules.at(decline.role(), room, seat -> SeatRules.decline(decline, seat));
            case RoomCommand.KeepSeat keep -> SeatRules.at(keep.role(), room, seat -> SeatRules.keep(keep, seat));
            case RoomCommand.Admit admit -> SeatRules.admit(admit, room, situation);
            case RoomCommand.Dismiss dismiss -> SeatRules.dismiss(dismiss, room);
            case RoomCommand.PromiseUpdate promise -> promise(promise, situation);
            case RoomCommand.GiveUpdate give -> give(give, room, situation);
            case RoomCommand.MissUpdate miss -> miss(miss, room, situation);
            case RoomCommand.AnswerQuestions answer -> answer(answer);
            case RoomCommand.Close close -> close(close, situation);
        };
    }

    private static Decision<RoomEvent> begin(RoomCommand.Begin command, Room room, Situation situation) {
        if (!(situation.actor() instanceof Actor.Muster)) {
            return Decision.unseen();
        }
        if (room.opening().isPresent()) {
            return Decision.refuse("begun", "The crisis has begun already.");
        }
        return CrisisAuthority.charter(situation.readings())
                .map(charter -> Decision.<RoomEvent>accept(new RoomEvent.Begun(
                        command.crisis(),
                        command.label(),
                        command.openedBy(),
                        charter.openerRole(),
                        charter.roles().stream()
                                .map(role -> seating(role, command, charter, situation))
                                .toList(),
                        Content.of(command.codeName()),
                        Content.of(command.summary()))))
                .orElseGet(
                        () -> Decision.refuse("unknown-charter", "The charter that was pinned is not on the shelf."));
    }

    /// The holder is whom the opener appointed, else the first whom the charter names and who can be there,
    /// else, for the opener's role, the opener: a crisis begins with somebody in charge.
    private static RoomEvent.Seating seating(
            Role role, RoomCommand.Begin command, Charter charter, Situation situation) {
        Optional<Appointment> appointed = command.appointments().stream()
                .filter(each -> each.role().equals(role.name()))
                .findFirst();
        Optional<Id> holder = appointed
                .map(Appointment::holder)
                .or(() -> role.holders().stream()
                        .filter(person -> fits(person, situation))
                        .findFirst())
                .or(() -> Optional.of(command.openedBy())
                        .filter(opener -> role.name().equals(charter.openerRole()) && fits(opener, situation)));
        List<Id> deputies = Stream.concat(appointed.stream().flatMap(each -> each.deputies().stream()), role.people())
                .filter(person -> holder.filter(person::equals).isEmpty() && fits(person, situation))
                .distinct()
                .toList();
        return new RoomEvent.Seating(situation.newId(), role.name(), role.function(), holder, deputies);
    }

    private static boolean fits(Id person, Situation situation) {
        return SeatRules.unfitForSeat(person, situation).isEmpty();
    }

    private static Decision<RoomEvent> declare(RoomCommand.Declare command, Room room, Situation situation) {
        if (room.isDeclared()) {
            return Decision.refuse("declared-already", "This is declared already; change its severity instead.");
        }
        Optional<Severity> severity = severity(command.severity(), situation);
        if (severity.isEmpty()) {
            return unknownSeverity(command.severity(), situation);
        }
        return Wording.refusesName("title", command.title())
                .or(() -> Wording.refusesText("account of what happened", command.whatHappened()))
                .orElseGet(() -> Decision.accept(new RoomEvent.Declared(
                        command.severity(),
                        sooner(severity.get(), room, situation),
                        Content.of(command.title()),
                        Content.of(command.whatHappened()))));
    }

    private static Decision<RoomEvent> classify(RoomCommand.Classify command, Room room, Situation situation) {
        if (!room.isDeclared()) {
            return Decision.refuse("not-declared", "This is still a candidate; declare it with its severity first.");
        }
        Optional<Severity> severity = severity(command.severity(), situation);
        if (severity.isEmpty()) {
            return unknownSeverity(command.severity(), situation);
        }
        if (room.severity().filter(command.severity()::equals).isPresent()) {
            return Decision.accept(List.of());
        }
        return Wording.refusesText("reason", command.reason())
                .orElseGet(() -> Decision.accept(new RoomEvent.Classified(
                        command.severity(), sooner(severity.get(), room, situation), Content.of(command.reason()))));
    }

    private static Optional<Severity> severity(String name, Situation situation) {
        return CrisisAuthority.charter(situation.readings()).flatMap(charter -> charter.severity(name));
    }

    private static Decision<RoomEvent> unknownSeverity(String name, Situation situation) {
        String known = CrisisAuthority.charter(situation.readings()).stream()
                .flatMap(charter -> charter.severities().stream())
                .map(Severity::name)
                .reduce((some, more) -> some + ", " + more)
                .orElse("none");
        return Decision.refuse("unknown-severity", "The charter does not know " + name + "; it knows " + known + ".");
    }

    /// When the severity's rhythm asks for the next update, if that is before what is promised already.
    private static Optional<Instant> sooner(Severity severity, Room room, Situation situation) {
        return rhythm(severity, situation)
                .filter(next -> room.updatePromisedFor()
                        .filter(promised -> !next.isBefore(promised))
                        .isEmpty());
    }

    private static Optional<Instant> rhythm(Severity severity, Situation situation) {
        return Optional.of(severity.updateEvery())
                .filter(every -> every.isPositive())
                .map(every -> situation.time().plus(every));
    }

    private static Decision<RoomEvent> movePhase(RoomCommand.MovePhase command, Room room) {
        if (!room.isDeclared()) {
            return Decision.refuse("not-declared", "This is still a candidate; declare it first.");
        }
        if (command.phase() == Phase.CLOSED) {
            return Decision.refuse("close-instead", "A crisis is closed by closing it, which looks for what is open.");
        }
        if (command.phase() == room.phase()) {
            return Decision.accept(List.of());
        }
        return Wording.refusesText("reason", command.reason())
                .orElseGet(
                        () -> Decision.accept(new RoomEvent.PhaseMoved(command.phase(), Content.of(command.reason()))));
    }

    private static Decision<RoomEvent> promise(RoomCommand.PromiseUpdate command, Situation situation) {
        if (!command.at().isAfter(situation.time())) {
            return Decision.refuse(
                    "time-has-passed",
                    "It is " + Wire.text(situation.time()) + " here; promise the update for later than that.");
        }
        return Wording.refusesName("audience", command.audience())
                .orElseGet(() ->
                        Decision.accept(new RoomEvent.UpdatePromised(command.at(), Content.of(command.audience()))));
    }

    private static Decision<RoomEvent> give(RoomCommand.GiveUpdate command, Room room, Situation situation) {
        Optional<Instant> next = room.severity()
                .flatMap(severity -> severity(severity, situation))
                .flatMap(severity -> rhythm(severity, situation));
        return Wording.refusesText("update", command.text())
                .orElseGet(() -> Decision.accept(new RoomEvent.UpdateGiven(next, Content.of(command.text()))));
    }

    private static Decision<RoomEvent> miss(RoomCommand.MissUpdate command, Room room, Situation situation) {
        if (!(situation.actor() instanceof Actor.Muster)) {
            return Decision.unseen();
        }
        return room.briefing().owes(command.at()) && !situation.time().isBefore(command.at())
                ? Decision.accept(new RoomEvent.UpdateMissed(command.at()))
                : Decision.accept(List.of());
    }

    private static Decision<RoomEvent> answer(RoomCommand.AnswerQuestions command) {
        return Wording.refusesText("answer to \"What happened?\"", command.whatHappened())
                .or(() -> Wording.refusesText("answer to \"How does it affect us?\"", command.howItAffectsUs()))
                .or(() -> Wording.refusesText("answer to \"What do we know?\"", command.whatWeKnow()))
                .or(() -> Wording.refusesText("answer to \"What do we do about it?\"", command.whatWeDo()))
                .orElseGet(() -> Decision.accept(new RoomEvent.QuestionsAnswered(
                        Content.of(command.whatHappened()),
                        Content.of(command.howItAffectsUs()),
                        Content.of(command.whatWeKnow()),
                        Content.of(command.whatWeDo()))));
    }

    private static Decision<RoomEvent> close(RoomCommand.Close command, Situation situation) {
        List<OpenItem> open = new ArrayList<>();
        situation.openItems().forEach(item -> {
            if (item.barsClosing()) {
                open.add(item);
            }
        });
        if (!open.isEmpty()) {
            return Decision.refuse("open-items", "Not before this has an end: " + listed(open) + ".");
        }
        String lessons = command.lessons().orElse("");
        return Wording.refusesText("reason", command.reason())
                .or(() -> lessons.isEmpty() ? Optional.empty() : Wording.refusesText("account of the lessons", lessons))
                .orElseGet(
                        () -> Decision.accept(new RoomEvent.Closed(Content.of(command.reason()), Content.of(lessons))));
    }

    /// What is open, by kind. Of compartments it says no more than that something is: not which, not what,
    /// not how much.
    private static String listed(List<OpenItem> open) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (OpenItem item : open) {
            if (item.lane().isGeneral()) {
                kinds.merge(item.what(), 1, Integer::sum);
            }
        }
        Stream<String> seen = kinds.entrySet().stream().map(kind -> kind.getValue() + " × " + kind.getKey());
        Stream<String> hidden = open.stream().allMatch(item -> item.lane().isGeneral())
                ? Stream.empty()
                : Stream.of("something in a compartment");
        return String.join(", ", Stream.concat(seen, hidden).toList());
    }
}
