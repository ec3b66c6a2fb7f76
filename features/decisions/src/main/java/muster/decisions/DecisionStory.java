package muster.decisions;

import java.util.List;
import muster.kernel.Headline;
import muster.kernel.Id;

/// Decisions as lines of the timeline.
final class DecisionStory {
    private DecisionStory() {}

    static Headline tell(DecisionEvent event, Docket before) {
        Headline.Part it = thing(event.decision(), before);
        return switch (event) {
            case DecisionEvent.Asked asked ->
                Headline.of(
                        "Asked for a decision, "
                                + Question.label(before.questions().size() + 1) + ": {0}; time until {1}",
                        Headline.thing(Decisions.KEY.name(), asked.decision(), asked.question()),
                        Headline.moment(asked.deadline()));
            case DecisionEvent.Amended amended ->
                Headline.of(
                        "Worded {0} anew (version " + amended.wording() + "), approvals so far are void: {1}",
                        it,
                        Headline.text(amended.reason()));
            case DecisionEvent.Approved approved ->
                Headline.of(
                        "Approved \"{1}\" for {0} as {2}, " + count(approved.under()) + without(approved.unheard())
                                + ": {3}",
                        it,
                        Headline.text(option(event.decision(), approved.option(), before)),
                        Headline.text(approved.under().role()),
                        Headline.text(approved.reason()));
            case DecisionEvent.Rejected rejected ->
                Headline.of(
                        "Rejected {0} as {1}, " + count(rejected.under()) + ": {2}",
                        it,
                        Headline.text(rejected.under().role()),
                        Headline.text(rejected.reason()));
            case DecisionEvent.Decided decided ->
                Headline.of("Decided {0}: {1}", it, Headline.text(option(event.decision(), decided.option(), before)));
            case DecisionEvent.TurnedDown down -> Headline.of("{0} is rejected", it);
            case DecisionEvent.Objected objected ->
                Headline.of("Objected to {0}: {1}", it, Headline.text(objected.reason()));
            case DecisionEvent.ConsultAnswered answered ->
                Headline.of(
                        "Answered on {0} as {1}: {2}",
                        it, Headline.text(answered.role()), Headline.text(answered.text()));
            case DecisionEvent.Deferred deferred ->
                Headline.of(
                        "Not yet: {0} waits until {1}: {2}",
                        it, Headline.moment(deferred.until()), Headline.text(deferred.reason()));
            case DecisionEvent.Resumed resumed ->
                Headline.of("{0} is asked again; time until {1}", it, Headline.moment(resumed.deadline()));
            case DecisionEvent.HandedOver over ->
                Headline.of("Handed {0} over to {1}: {2}", it, Headline.text(over.to()), Headline.text(over.reason()));
            case DecisionEvent.Escalated escalated ->
                Headline.of(
                        "No decision on {0} in time: now {1} may decide as well, until {2}",
                        it, Headline.text(String.join(", ", escalated.to())), Headline.moment(escalated.deadline()));
            case DecisionEvent.LapsedToDefault lapsed ->
                Headline.of(
                        "Nobody decided {0}: \"{1}\" is taken under the rule {2}",
                        it,
                        Headline.text(option(event.decision(), lapsed.option(), before)),
                        Headline.text(lapsed.rule()));
            case DecisionEvent.WentUnanswered unanswered ->
                Headline.of("Nobody on the whole path decided {0} in time; it still waits", it);
            case DecisionEvent.Withdrawn withdrawn ->
                Headline.of("Took {0} back: {1}", it, Headline.text(withdrawn.reason()));
            case DecisionEvent.Superseded superseded ->
                Headline.of(
                        verb(superseded.how()) + ": {2}",
                        it,
                        thing(superseded.by(), before),
                        Headline.text(superseded.reason()));
        };
    }

    private static String count(Mandate mandate) {
        return mandate.voices() + " of " + mandate.quorum();
    }

    private static String without(List<String> unheard) {
        return unheard.isEmpty() ? "" : ", without having heard " + String.join(", ", unheard);
    }

    private static String verb(Replacement how) {
        return switch (how) {
            case SUPERSEDES -> "{0} is superseded by {1}";
            case LIMITS -> "{0} is limited by {1}";
            case REVERSES -> "{0} is reversed by {1}";
        };
    }

    private static Headline.Part thing(Id decision, Docket before) {
        return before.find(decision)
                .<Headline.Part>map(question -> Headline.thing(
                        Decisions.KEY.name(), decision, question.wording().question()))
                .orElseGet(() -> Headline.text("a decision"));
    }

    private static String option(Id decision, String option, Docket before) {
        return before.find(decision).stream()
                .flatMap(question -> question.wording().shown().stream())
                .filter(each -> each.id().equals(option))
                .map(Option::text)
                .findFirst()
                .orElse(option);
    }
}
