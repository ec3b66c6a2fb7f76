package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import muster.charter.Quorum;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Recorded;

/// What the events make of the docket; whatever could not have followed from the rules is rejected.
final class DecisionHistory {
    private DecisionHistory() {}

    static Docket evolve(Docket docket, Recorded<DecisionEvent> recorded) {
        if (recorded.event() instanceof DecisionEvent.Asked asked) {
            follows(docket.find(asked.decision()).isEmpty(), "a decision is asked for once");
            return docket.with(asked(asked, docket.questions().size() + 1, recorded));
        }
        Question before = docket.questions().the(recorded.event().decision());
        return docket.with(evolve(before, docket, recorded));
    }

    private static Question asked(DecisionEvent.Asked asked, int number, Recorded<DecisionEvent> recorded) {
        Instant latest = recorded.time().plus(asked.rule().type().timeToDecide());
        follows(!asked.deadline().isAfter(latest), "the charter sets the time to decide");
        return new Question(
                asked.decision(),
                number,
                new Terms(
                        recorded.actor().asPerson(),
                        recorded.time(),
                        asked.rule(),
                        asked.barred(),
                        asked.subject(),
                        asked.replaces(),
                        asked.origin()),
                new Wording(
                        1,
                        recorded.digest(),
                        asked.options(),
                        asked.recommended(),
                        asked.evidence(),
                        asked.question(),
                        asked.context(),
                        asked.texts()),
                Course.asked(asked.deadline()),
                Hearing.of(Quorum.of(
                        asked.rule().type().quorum(), asked.rule().type().rolesAt(0), asked.barred())),
                Optional.empty(),
                Optional.empty());
    }

    private static Question evolve(Question before, Docket docket, Recorded<DecisionEvent> recorded) {
        return switch (recorded.event()) {
            case DecisionEvent.Asked asked -> throw new IllegalStateException("a decision is asked for once");
            case DecisionEvent.Amended amended -> amended(open(before), amended, recorded.digest());
            case DecisionEvent.Approved approved -> approved(open(before), approved, recorded);
            case DecisionEvent.Rejected rejected -> rejected(open(before), rejected, recorded);
            case DecisionEvent.Decided decided ->
                decided(open(before), Status.APPROVED, decided.option(), decided.by(), recorded.time());
            case DecisionEvent.TurnedDown down ->
                decided(open(before), Status.REJECTED, Hearing.AGAINST, down.by(), recorded.time());
            case DecisionEvent.Objected objected ->
                before.with(before.hearing().withObjection(objection(before, objected, recorded)));
            case DecisionEvent.ConsultAnswered answered ->
                before.with(before.hearing().withAnswer(answer(open(before), answered, recorded)));
            case DecisionEvent.Deferred deferred ->
                before.with(open(before).course().deferred(deferred.until(), deferred.reason()));
            case DecisionEvent.Resumed resumed ->
                before.with(in(Status.DEFERRED::equals, before).course().resumed(resumed.deadline()));
            case DecisionEvent.HandedOver over -> handedOver(open(before), over);
            case DecisionEvent.Escalated escalated -> escalated(open(before), escalated);
            case DecisionEvent.LapsedToDefault lapsed -> lapsed(open(before), lapsed, recorded.time());
            case DecisionEvent.WentUnanswered unanswered -> {
                follows(before.course().level() == before.type().lastLevel(), "the whole path is asked first");
                yield before.with(open(before).course().unanswered());
            }
            case DecisionEvent.Withdrawn withdrawn ->
                before.with(open(before).course().withdrawn(withdrawn.reason()));
            case DecisionEvent.Superseded superseded -> superseded(before, superseded, docket, recorded.time());
        };
    }

    private static Question amended(Question before, DecisionEvent.Amended amended, String digest) {
        follows(amended.wording() == before.wording().number() + 1, "wordings are counted");
        return before.with(new Wording(
                amended.wording(),
                digest,
                amended.options(),
                amended.recommended(),
                amended.evidence(),
                amended.question(),
                amended.context(),
                amended.texts()));
    }

    private static Question approved(
            Question before, DecisionEvent.Approved approved, Recorded<DecisionEvent> recorded) {
        follows(before.wording().options().contains(approved.option()), "only an option is approved");
        follows(approved.unheard().equals(before.unheard()), "who was not heard is said");
        mandated(before, approved.under(), recorded.by(), approved.option());
        return before.with(before.hearing()
                .with(new Voice(
                        recorded.by(),
                        Optional.of(approved.option()),
                        approved.under(),
                        recorded.time(),
                        approved.reason(),
                        approved.conditions(),
                        approved.unheard(),
                        approved.unheardBecause())));
    }

    private static Question rejected(
            Question before, DecisionEvent.Rejected rejected, Recorded<DecisionEvent> recorded) {
        mandated(before, rejected.under(), recorded.by(), Hearing.AGAINST);
        return before.with(before.hearing()
                .with(new Voice(
                        recorded.by(),
                        Optional.empty(),
                        rejected.under(),
                        recorded.time(),
                        rejected.reason(),
                        Content.of(""),
                        List.of(),
                        Content.of(""))));
    }

    /// That the person held the role is judged against seats, by `needed`; everything else that the entry
    /// claims, here.
    private static void mandated(Question before, Mandate claimed, Id person, String choice) {
        follows(
                claimed.equals(before.mandate(person, claimed.role(), choice)),
                "a voice names the authority that it had");
    }

    private static Question decided(Question before, Status as, String choice, List<Id> by, Instant at) {
        follows(before.hearing().quorum().choice().filter(choice::equals).isPresent(), "the quorum decides");
        follows(by.equals(before.hearing().agreeingOn(choice)), "a decision names its deciders");
        return before.ended(
                as, new Verdict(at, Optional.of(choice).filter(option -> as == Status.APPROVED), by, Optional.empty()));
    }

    private static Remark objection(
            Question before, DecisionEvent.Objected objected, Recorded<DecisionEvent> recorded) {
        follows(objected.wording() == before.wording().number(), "an objection is about the present words");
        return new Remark(
                recorded.by(),
                Optional.empty(),
                objected.wording(),
                recorded.time(),
                before.status().isInForce(),
                objected.reason());
    }

    private static Remark answer(
            Question before, DecisionEvent.ConsultAnswered answered, Recorded<DecisionEvent> recorded) {
        follows(before.type().consult().contains(answered.role()), "those are heard who are to be consulted");
        follows(answered.wording() == before.wording().number(), "an answer is about the present words");
        return new Remark(
                recorded.by(),
                Optional.of(answered.role()),
                answered.wording(),
                recorded.time(),
                false,
                answered.text());
    }

    private static Question handedOver(Question before, DecisionEvent.HandedOver over) {
        follows(
                over.level() >= before.course().level()
                        && over.level() <= before.type().lastLevel()
                        && before.type().rolesAt(over.level()).contains(over.to()),
                "a question goes along the charter's path");
        return widened(before, over.level())
                .with(before.course().handedOver(over.to(), over.level(), over.deadline(), over.reason()));
    }

    private static Question escalated(Question before, DecisionEvent.Escalated escalated) {
        int next = before.course().level() + 1;
        follows(
                escalated.level() == next
                        && next <= before.type().lastLevel()
                        && escalated
                                .to()
                                .equals(before.type().escalation().get(next - 1).roles()),
                "a question escalates step by step");
        return widened(before, next).with(before.course().escalated(next, escalated.deadline()));
    }

    private static Question widened(Question before, int level) {
        return before.with(before.hearing()
                .with(before.hearing().quorum().widenedTo(before.type().rolesAt(level))));
    }

    private static Question lapsed(Question before, DecisionEvent.LapsedToDefault lapsed, Instant at) {
        follows(
                before.course().level() == before.type().lastLevel()
                        && Lapsing.defaultOption(before.type().silence(), before)
                                .filter(lapsed.option()::equals)
                                .isPresent(),
                "silence means what the charter says");
        return before.ended(
                Status.LAPSED_TO_DEFAULT,
                new Verdict(at, Optional.of(lapsed.option()), List.of(), Optional.of(lapsed.rule())));
    }

    private static Question superseded(
            Question before, DecisionEvent.Superseded superseded, Docket docket, Instant at) {
        follows(docket.questions().the(superseded.by()).status().isInForce(), "what is in force can replace");
        return in(Status::isInForce, before)
                .replaced(new Successor(superseded.by(), superseded.how(), at, superseded.reason()));
    }

    private static Question open(Question question) {
        return in(Status::isOpen, question);
    }

    private static Question in(Predicate<Status> status, Question question) {
        follows(status.test(question.status()), "a decision that is " + question.status() + " stays so");
        return question;
    }

    private static void follows(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
