package muster.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.crises.Crises;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.HeldSeat;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.kernel.Standing;

/// The rules of answering a question: voices, and the other outcomes that a decider may give it.
final class Deciding {
    private Deciding() {}

    static Decision<DecisionEvent> approve(DecisionCommand.Approve approve, Question question, Situation situation) {
        return voiceWrong(approve.wording(), approve.option(), approve.reason(), question, situation)
                .or(() -> optionWrong(approve.option(), question.wording().options()))
                .or(() -> approve.conditions().flatMap(text -> Texts.tooLong("conditions", text, Texts.TEXT)))
                .or(() -> unheardWrong(approve.unheard(), question))
                .orElseGet(() -> Decision.accept(approved(approve, question, situation)));
    }

    private static List<DecisionEvent> approved(
            DecisionCommand.Approve approve, Question question, Situation situation) {
        Mandate mandate = mandate(approve.option(), question, situation);
        List<DecisionEvent> events = new ArrayList<>();
        events.add(new DecisionEvent.Approved(
                question.id(),
                approve.option(),
                mandate,
                question.unheard(),
                Content.of(approve.reason()),
                Content.of(approve.conditions().orElse("")),
                Content.of(question.unheard().isEmpty() ? "" : approve.unheard().orElse(""))));
        if (mandate.voices() >= mandate.quorum()) {
            events.add(new DecisionEvent.Decided(
                    question.id(), approve.option(), agreeing(approve.option(), question, situation)));
        }
        return events;
    }

    static Decision<DecisionEvent> reject(DecisionCommand.Reject reject, Question question, Situation situation) {
        return voiceWrong(reject.wording(), Hearing.AGAINST, reject.reason(), question, situation)
                .orElseGet(() -> Decision.accept(rejected(reject, question, situation)));
    }

    private static List<DecisionEvent> rejected(DecisionCommand.Reject reject, Question question, Situation situation) {
        Mandate mandate = mandate(Hearing.AGAINST, question, situation);
        DecisionEvent voice = new DecisionEvent.Rejected(question.id(), mandate, Content.of(reject.reason()));
        return mandate.voices() < mandate.quorum()
                ? List.of(voice)
                : List.of(
                        voice,
                        new DecisionEvent.TurnedDown(question.id(), agreeing(Hearing.AGAINST, question, situation)));
    }

    private static Optional<Decision<DecisionEvent>> voiceWrong(
            int wording, String choice, String reason, Question question, Situation situation) {
        if (wording != question.wording().number()) {
            return refuse(
                    "wording-changed",
                    "The text changed to version " + question.wording().number() + "; read the change, then decide.");
        }
        if (question.hearing().choiceOf(situation.me()).filter(choice::equals).isPresent()) {
            return refuse("already-said", "You are on record with this already; it is counted once.");
        }
        return Texts.reasonWrong(reason);
    }

    private static Optional<Decision<DecisionEvent>> optionWrong(String option, List<String> options) {
        return options.contains(option)
                ? Optional.empty()
                : refuse("unknown-option", "There is no such option; there are " + String.join(", ", options) + ".");
    }

    /// Those who must be consulted are heard first; who cannot wait for them says why.
    private static Optional<Decision<DecisionEvent>> unheardWrong(Optional<String> because, Question question) {
        if (question.unheard().isEmpty()) {
            return Optional.empty();
        }
        if (because.filter(text -> !text.isBlank()).isEmpty()) {
            return refuse(
                    "not-consulted",
                    String.join(", ", question.unheard())
                            + " must be consulted and has not answered; wait, or say why you decide without.");
        }
        return Texts.tooLong("unheard", because.get(), Texts.TEXT);
    }

    private static Mandate mandate(String choice, Question question, Situation situation) {
        return question.mandate(
                situation.me(),
                roleOf(situation.standing(), question.deciders()).orElse(""),
                choice);
    }

    private static List<Id> agreeing(String choice, Question question, Situation situation) {
        return Stream.concat(
                        question.hearing().agreeingOn(choice).stream().filter(id -> !id.equals(situation.me())),
                        Stream.of(situation.me()))
                .toList();
    }

    /// As what somebody speaks who may speak for several roles: the own seat before that of somebody else.
    static Optional<String> roleOf(Standing standing, List<String> roles) {
        List<HeldSeat> seats = standing.seats().stream()
                .filter(seat -> roles.contains(seat.role()))
                .toList();
        return seats.stream()
                .filter(seat -> seat.deputyFor().isEmpty())
                .findFirst()
                .or(() -> seats.stream().findFirst())
                .map(HeldSeat::role);
    }

    static Decision<DecisionEvent> defer(DecisionCommand.Defer defer, Question question, Instant now) {
        if (!defer.until().isAfter(now)) {
            return Decision.refuse("until-passed", "That time has passed already; choose a later one.");
        }
        return Texts.reasonWrong(defer.reason())
                .orElseGet(() -> Decision.accept(
                        new DecisionEvent.Deferred(question.id(), defer.until(), Content.of(defer.reason()))));
    }

    static Decision<DecisionEvent> handOver(DecisionCommand.HandOver handOver, Question question, Situation situation) {
        Optional<Integer> level = question.terms().rule().levelOf(handOver.to());
        if (level.isEmpty()) {
            return Decision.refuse(
                    "not-on-path",
                    "This can go to " + String.join(", ", question.type().everyDecider()) + ", and to nobody else.");
        }
        if (question.course().handedTo().filter(handOver.to()::equals).isPresent()) {
            return Decision.refuse("handed-already", "It was handed to this role already.");
        }
        if (situation
                .stateOf(Crises.KEY)
                .speakersFor(handOver.to(), situation.recordedAt())
                .isEmpty()) {
            return Decision.refuse(
                    "seat-vacant", "Nobody sits in that seat now; fill it first, or hand over to another.");
        }
        int to = Math.max(level.get(), question.course().level());
        boolean raised = to > question.course().level() || question.status() == Status.DEFERRED;
        Instant afresh = situation.time().plus(question.type().timeAt(to));
        Instant deadline = raised ? afresh : question.course().deadline().orElse(afresh);
        return Texts.reasonWrong(handOver.reason())
                .orElseGet(() -> Decision.accept(new DecisionEvent.HandedOver(
                        question.id(), handOver.to(), to, deadline, Content.of(handOver.reason()))));
    }

    static Decision<DecisionEvent> supersede(DecisionCommand.Supersede supersede, Question earlier, Docket docket) {
        Optional<Question> later = docket.find(supersede.by());
        if (later.isEmpty()) {
            return Decision.unseen();
        }
        if (!earlier.status().isInForce()) {
            return Decision.refuse(
                    "not-in-force", earlier.label() + " is not in force, so there is nothing to replace.");
        }
        if (!later.get().status().isInForce()) {
            return Decision.refuse("replacement-not-in-force", later.get().label() + " is not in force itself.");
        }
        if (later.get()
                .terms()
                .replaces()
                .filter(each -> each.decision().equals(earlier.id()))
                .isEmpty()) {
            return Decision.refuse(
                    "was-not-asked",
                    "Those who decided " + later.get().label() + " were not asked about " + earlier.label()
                            + "; ask a question that names it.");
        }
        return Texts.reasonWrong(supersede.reason())
                .orElseGet(() -> Decision.accept(new DecisionEvent.Superseded(
                        earlier.id(), supersede.by(), supersede.how(), Content.of(supersede.reason()))));
    }

    private static Optional<Decision<DecisionEvent>> refuse(String code, String words) {
        return Optional.of(Decision.refuse(code, words));
    }
}
