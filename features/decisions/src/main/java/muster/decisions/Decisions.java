package muster.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import muster.crises.Crises;
import muster.kernel.Actor;
import muster.kernel.Alarms;
import muster.kernel.Circumstances;
import muster.kernel.Decision;
import muster.kernel.Errand;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.OpenItem;
import muster.kernel.Permission;
import muster.kernel.Reaction;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.View;

/// What needs authority. The charter version that the crisis pinned says who decides, how many have to agree,
/// who is heard before, who joins when time runs out, and what silence means.
public final class Decisions implements Feature<DecisionCommand, DecisionEvent, Docket> {
    public static final Key<Docket> KEY = new Key<>("decisions", Scope.CRISIS, Docket.class);

    public Decisions() {}

    @Override
    public Key<Docket> key() {
        return KEY;
    }

    @Override
    public Class<DecisionCommand> commands() {
        return DecisionCommand.class;
    }

    @Override
    public Class<DecisionEvent> events() {
        return DecisionEvent.class;
    }

    @Override
    public Docket initial() {
        return Docket.EMPTY;
    }

    @Override
    public Decision<DecisionEvent> decide(DecisionCommand command, Docket docket, Situation situation) {
        if (situation.stateOf(Crises.KEY).isClosed()) {
            return Decision.refuse("closed", "The crisis is closed; its record can be read and not be added to.");
        }
        if (isPersonal(command) && situation.actor().asPerson().isEmpty()) {
            return Decision.refuse("people-decide", "Only somebody with a session of their own can do that.");
        }
        return switch (command) {
            case DecisionCommand.Ask ask -> Asking.ask(ask, docket, situation);
            case DecisionCommand.Amend amend ->
                open(amend.decision(), docket, question -> Asking.amend(amend, question));
            case DecisionCommand.Withdraw withdraw ->
                open(withdraw.decision(), docket, question -> Asking.withdraw(withdraw, question));
            case DecisionCommand.Approve approve ->
                open(approve.decision(), docket, question -> Deciding.approve(approve, question, situation));
            case DecisionCommand.Reject reject ->
                open(reject.decision(), docket, question -> Deciding.reject(reject, question, situation));
            case DecisionCommand.Defer defer ->
                open(defer.decision(), docket, question -> Deciding.defer(defer, question, situation.time()));
            case DecisionCommand.HandOver over ->
                open(over.decision(), docket, question -> Deciding.handOver(over, question, situation));
            case DecisionCommand.Object object ->
                known(object.decision(), docket, question -> Consulting.object(object, question));
            case DecisionCommand.ConsultAnswer answer ->
                open(answer.decision(), docket, question -> Consulting.answer(answer, question, situation));
            case DecisionCommand.Supersede supersede ->
                known(supersede.decision(), docket, question -> Deciding.supersede(supersede, question, docket));
            case DecisionCommand.Escalate escalate ->
                byAlarm(escalate.decision(), docket, situation, question -> Lapsing.escalate(question, situation));
            case DecisionCommand.Resume resume ->
                byAlarm(resume.decision(), docket, situation, question -> Lapsing.resume(question, situation));
        };
    }

    /// What Muster itself never does, by no reaction and no alarm.
    private static boolean isPersonal(DecisionCommand command) {
        return switch (command) {
            case DecisionCommand.Approve approve -> true;
            case DecisionCommand.Reject reject -> true;
            case DecisionCommand.Defer defer -> true;
            case DecisionCommand.HandOver over -> true;
            case DecisionCommand.Object object -> true;
            case DecisionCommand.ConsultAnswer answer -> true;
            case DecisionCommand.Ask ask -> false;
            case DecisionCommand.Amend amend -> false;
            case DecisionCommand.Withdraw withdraw -> false;
            case DecisionCommand.Supersede supersede -> false;
            case DecisionCommand.Escalate escalate -> false;
            case DecisionCommand.Resume resume -> false;
        };
    }

    private static Decision<DecisionEvent> known(
            Id decision, Docket docket, Function<Question, Decision<DecisionEvent>> rule) {
        return docket.find(decision).map(rule).orElseGet(Decision::unseen);
    }

    private static Decision<DecisionEvent> open(
            Id decision, Docket docket, Function<Question, Decision<DecisionEvent>> rule) {
        return known(
                decision,
                docket,
                question -> question.status().isOpen()
                        ? rule.apply(question)
                        : Decision.refuse(
                                "not-open",
                                question.label() + " is no longer open: it is "
                                        + question.status().words() + "."));
    }

    private static Decision<DecisionEvent> byAlarm(
            Id decision, Docket docket, Situation situation, Function<Question, Decision<DecisionEvent>> rule) {
        return situation.actor() instanceof Actor.Muster ? open(decision, docket, rule) : Decision.unseen();
    }

    @Override
    public Permission needed(DecisionEvent event, Docket before, Circumstances circumstances) {
        return DecisionRights.needed(event, before, circumstances);
    }

    @Override
    public Docket evolve(Docket docket, Recorded<DecisionEvent> recorded) {
        return DecisionHistory.evolve(docket, recorded);
    }

    @Override
    public Optional<Found> find(Docket docket, Id id) {
        return docket.find(id).map(question -> new Found(question.wording().digest(), Lane.GENERAL));
    }

    @Override
    public Headline tell(Recorded<DecisionEvent> recorded, Docket before) {
        return DecisionStory.tell(recorded.event(), before);
    }

    @Override
    public List<View<Docket>> views() {
        return List.of(new DecisionBoard());
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(WhenDecidedReplaceEarlier.onDecided(), WhenDecidedReplaceEarlier.onLapsed());
    }

    /// Who is asked, consulted or informed; the courier knows how to reach whoever speaks for the roles.
    @Override
    public List<Errand> errands(Recorded<DecisionEvent> recorded, Docket after) {
        Question question = after.questions().the(recorded.event().decision());
        return switch (recorded.event()) {
            case DecisionEvent.Asked asked ->
                notices(
                        question,
                        Map.of(
                                "decide",
                                question.deciders(),
                                "consult",
                                question.type().consult()));
            case DecisionEvent.Amended amended ->
                notices(
                        question,
                        Map.of(
                                "decide",
                                question.deciders(),
                                "consult",
                                question.type().consult()));
            case DecisionEvent.Resumed resumed -> notices(question, Map.of("decide", question.deciders()));
            case DecisionEvent.HandedOver over -> notices(question, Map.of("decide", List.of(over.to())));
            case DecisionEvent.Escalated escalated -> notices(question, Map.of("decide", escalated.to()));
            case DecisionEvent.WentUnanswered unanswered -> notices(question, Map.of("overdue", question.deciders()));
            case DecisionEvent.Decided decided -> informed(question);
            case DecisionEvent.TurnedDown down -> informed(question);
            case DecisionEvent.LapsedToDefault lapsed -> informed(question);
            case DecisionEvent.Superseded superseded -> informed(question);
            case DecisionEvent.Approved approved -> List.of();
            case DecisionEvent.Rejected rejected -> List.of();
            case DecisionEvent.Objected objected -> List.of();
            case DecisionEvent.ConsultAnswered answered -> List.of();
            case DecisionEvent.Deferred deferred -> List.of();
            case DecisionEvent.Withdrawn withdrawn -> List.of();
        };
    }

    private static List<Errand> informed(Question question) {
        return notices(question, Map.of("inform", question.type().inform()));
    }

    private static List<Errand> notices(Question question, Map<String, List<String>> rolesByAsking) {
        return Stream.of("decide", "overdue", "consult", "inform")
                .filter(asking -> !rolesByAsking.getOrDefault(asking, List.of()).isEmpty())
                .map(asking -> new Errand(
                        "notice",
                        Map.of(
                                "feature", KEY.name(),
                                "id", question.id().text(),
                                "asking", asking,
                                "roles", String.join(" ", rolesByAsking.getOrDefault(asking, List.of())))))
                .toList();
    }

    @Override
    public Alarms alarms(Docket docket) {
        return docket.alarms();
    }

    @Override
    public Iterable<OpenItem> openItems(Docket docket) {
        return () -> docket.questions().stream()
                .filter(question -> question.status().isOpen())
                .map(question -> new OpenItem(
                        Ref.to(KEY.name(), question.id()),
                        "decision",
                        Lane.GENERAL,
                        Optional.empty(),
                        question.course().deadline(),
                        true))
                .iterator();
    }
}
