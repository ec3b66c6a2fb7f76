package muster.decisions;

import java.util.List;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Circumstances;
import muster.kernel.Id;
import muster.kernel.Permission;

/// Who may bring about which event. An event that claims an authority other than it had is nobody's to bring
/// about.
final class DecisionRights {
    private DecisionRights() {}

    static Permission needed(DecisionEvent event, Docket before, Circumstances circumstances) {
        Optional<Question> question = before.find(event.decision());
        return switch (event) {
            case DecisionEvent.Asked asked ->
                isHonest(asked, circumstances) ? Permission.right("decisions.ask") : Permission.nobody();
            case DecisionEvent.Amended amended -> byAsker("decisions.amend", question);
            case DecisionEvent.Withdrawn withdrawn -> byAsker("decisions.withdraw", question);
            case DecisionEvent.Approved approved ->
                byVoice("decisions.approve", question, approved.under(), circumstances);
            case DecisionEvent.Rejected rejected ->
                byVoice("decisions.reject", question, rejected.under(), circumstances);
            case DecisionEvent.Decided decided -> byImpartial("decisions.approve", question);
            case DecisionEvent.TurnedDown down -> byImpartial("decisions.reject", question);
            case DecisionEvent.Deferred deferred -> byImpartial("decisions.defer", question);
            case DecisionEvent.HandedOver over -> byDecider("decisions.hand-over", question);
            case DecisionEvent.Superseded superseded -> byDecider("decisions.supersede", question);
            case DecisionEvent.Objected objected -> new Permission.Member();
            case DecisionEvent.ConsultAnswered answered -> byConsulted(question, answered, circumstances);
            case DecisionEvent.Resumed resumed -> Permission.nobody();
            case DecisionEvent.Escalated escalated -> Permission.nobody();
            case DecisionEvent.LapsedToDefault lapsed -> Permission.nobody();
            case DecisionEvent.WentUnanswered unanswered -> Permission.nobody();
        };
    }

    /// Whether the rule is the pinned charter's, and those are barred whom it bars.
    private static boolean isHonest(DecisionEvent.Asked asked, Circumstances circumstances) {
        List<Id> barred = circumstances
                .actor()
                .asPerson()
                .map(person -> Asking.barred(person, asked.rule(), circumstances.readings()))
                .orElse(List.of());
        return Rule.of(asked.rule().type().name(), circumstances.readings())
                        .filter(asked.rule()::equals)
                        .isPresent()
                && barred.equals(asked.barred());
    }

    /// Whoever asked; a question that Muster asked belongs to those who decide it.
    private static Permission byAsker(String right, Optional<Question> question) {
        return question.map(each -> each.terms()
                        .asker()
                        .map(asker -> Permission.right(right).and(Permission.oneOf("the asker", asker)))
                        .orElseGet(() -> byDecider(right, question)))
                .orElseGet(Permission::nobody);
    }

    private static Permission byVoice(
            String right, Optional<Question> question, Mandate claimed, Circumstances circumstances) {
        return question.filter(each -> mayClaim(claimed.role(), each.deciders(), circumstances))
                .map(each -> byImpartial(right, question))
                .orElseGet(Permission::nobody);
    }

    /// A decider who did not ask himself.
    private static Permission byImpartial(String right, Optional<Question> question) {
        List<Id> barred = question.map(each -> each.terms().barred()).orElse(List.of());
        Permission decider = byDecider(right, question);
        return barred.isEmpty() ? decider : decider.and(new Permission.NoneOf("not the asker", barred));
    }

    private static Permission byDecider(String right, Optional<Question> question) {
        return question.map(each -> decider(right, each)).orElseGet(Permission::nobody);
    }

    private static Permission decider(String right, Question question) {
        Permission decider = Permission.right(right)
                .and(new Permission.Human())
                .and(Permission.seated(
                        "a decider of " + question.type().name() + " at level "
                                + question.course().level(),
                        question.deciders()));
        List<String> authentication = question.type().authentication();
        return authentication.isEmpty() ? decider : decider.and(new Permission.Authenticated(authentication));
    }

    private static Permission byConsulted(
            Optional<Question> question, DecisionEvent.ConsultAnswered answered, Circumstances circumstances) {
        return question.map(each -> each.type().consult())
                .filter(roles -> mayClaim(answered.role(), roles, circumstances))
                .map(roles -> Permission.right("decisions.consult-answer")
                        .and(new Permission.Human())
                        .and(Permission.seated("to be consulted", roles)))
                .orElseGet(Permission::nobody);
    }

    /// Whether the role that an event claims is the actor's. Who has none of the roles is told so by the
    /// permission itself, which also knows who could.
    private static boolean mayClaim(String role, List<String> roles, Circumstances circumstances) {
        return circumstances.actor() instanceof Actor.Responder
                && ((roles.contains(role) && circumstances.standing().holds(role))
                        || roles.stream().noneMatch(circumstances.standing()::holds));
    }
}
