package muster.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.charter.Silence;
import muster.crises.Crises;
import muster.crises.Room;
import muster.crises.Seat;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// Every decision with everything that a decider has to see before the button.
final class DecisionBoard implements View<Docket> {
    @Override
    public String name() {
        return "decisions.register";
    }

    @Override
    public Class<DecisionCard> cards() {
        return DecisionCard.class;
    }

    @Override
    public List<Key<?>> dependsOn() {
        return List.of(Crises.KEY);
    }

    @Override
    public Table<?> subjects(Docket docket) {
        return docket.questions();
    }

    @Override
    public Optional<Card> card(Id id, Docket docket, Readings readings, Clearance clearance) {
        return docket.find(id)
                .filter(question -> clearance.sees(Lane.GENERAL))
                .map(question -> card(question, readings.stateOf(Crises.KEY)));
    }

    private static DecisionCard card(Question question, Room room) {
        Wording wording = question.wording();
        Terms terms = question.terms();
        Course course = question.course();
        return new DecisionCard(
                question.id(),
                wording.digest(),
                question.label(),
                question.type().name(),
                question.type().title(),
                question.status(),
                terms.asker(),
                terms.at(),
                wording.number(),
                DecisionCard.words(wording.question()),
                DecisionCard.spoken(wording.context()),
                wording.shown(),
                wording.recommended(),
                wording.evidence(),
                terms.subject(),
                terms.replaces(),
                terms.origin(),
                terms.rule(),
                course.level(),
                question.deciders(),
                course.handedTo(),
                course.deadline(),
                next(question),
                course.overdue(),
                course.because().map(DecisionCard::words),
                waitingFor(question, room),
                question.status().isOpen() ? question.unheard() : List.of(),
                question.hearing().voices().stream()
                        .map(voice -> DecisionCard.Voiced.of(voice, wording.number()))
                        .toList(),
                question.hearing().answers().stream().map(DecisionCard.Said::of).toList(),
                question.hearing().objections().stream()
                        .map(DecisionCard.Said::of)
                        .toList(),
                question.verdict(),
                question.successor().map(DecisionCard.Followed::of));
    }

    /// What happens at the deadline, if nobody does anything.
    private static Optional<DecisionCard.Next> next(Question question) {
        if (question.course().deadline().isEmpty()) {
            return Optional.empty();
        }
        if (question.status() == Status.DEFERRED) {
            return Optional.of(
                    new DecisionCard.Next(DecisionCard.Then.ASKED_AGAIN, question.deciders(), Optional.empty()));
        }
        int level = question.course().level();
        if (level < question.type().lastLevel()) {
            List<String> roles = question.type().escalation().get(level).roles();
            return Optional.of(new DecisionCard.Next(DecisionCard.Then.ESCALATES, roles, Optional.empty()));
        }
        Silence silence = question.type().silence();
        return Optional.of(Lapsing.defaultOption(silence, question)
                .map(option -> new DecisionCard.Next(DecisionCard.Then.LAPSES, List.of(), Optional.of(option)))
                .orElseGet(() -> new DecisionCard.Next(DecisionCard.Then.OVERDUE, List.of(), Optional.empty())));
    }

    /// Who could do something about it now: deciders who have not spoken, and those who are to be heard.
    /// Seats are read without a clock, so a deputy whose time is over stays until somebody else sits there.
    private static List<Id> waitingFor(Question question, Room room) {
        if (!question.status().isOpen() || question.status() == Status.DEFERRED) {
            return List.of();
        }
        List<String> asked = question.course().handedTo().map(List::of).orElseGet(question::deciders);
        Stream<Id> deciders = speakers(asked, room)
                .filter(person -> !question.terms().barred().contains(person))
                .filter(person -> question.hearing().choiceOf(person).isEmpty());
        return Stream.concat(deciders, speakers(question.unheard(), room))
                .distinct()
                .toList();
    }

    private static Stream<Id> speakers(List<String> roles, Room room) {
        return roles.stream()
                .flatMap(role -> room.seat(role).stream())
                .flatMap(seat ->
                        Stream.concat(seat.holder().stream(), seat.standIn().map(Seat.StandIn::person).stream()));
    }
}
