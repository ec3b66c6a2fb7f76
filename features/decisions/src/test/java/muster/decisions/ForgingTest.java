package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.charter.DecisionType;
import muster.charter.Silence;
import muster.crises.ARoom;
import muster.kernel.Actor;
import muster.kernel.Circumstances;
import muster.kernel.Content;
import muster.kernel.Engine;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Judge;
import muster.kernel.Permission;
import muster.kernel.Recorded;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

/// What a history would have to say that somebody made up, and why it cannot.
class ForgingTest {
    private final Decisions decisions = new Decisions();
    private final ARoom room = ARoom.with(decisions);
    private final AQuestion question = AQuestion.asked(room, "dana", "communication");

    @Test
    void a_question_under_a_rule_that_is_not_the_charters_is_nobodys_to_put() {
        DecisionEvent.Asked asked = question.the(DecisionEvent.Asked.class);
        DecisionType type = asked.rule().type();
        DecisionType easier = new DecisionType(
                type.name(),
                type.title(),
                type.deciders(),
                1,
                type.consult(),
                type.inform(),
                type.proposerMayApprove(),
                type.authentication(),
                type.timeToDecide(),
                type.escalation(),
                type.silence());
        assertThat(needed(under(asked, new Rule(asked.rule().charter(), easier), asked.barred()), "dana"))
                .isEqualTo(Permission.nobody());
        assertThat(needed(under(asked, asked.rule(), List.of()), "dana")).isEqualTo(Permission.nobody());
        assertThat(needed(under(asked, asked.rule(), asked.barred()), "dana"))
                .isEqualTo(Permission.right("decisions.ask"));
    }

    @Test
    void a_voice_from_a_seat_of_somebody_else_is_nobodys() {
        assertThat(needed(voice("lucia", "general-counsel"), "lucia")).isEqualTo(Permission.nobody());
        assertThat(needed(voice("lucia", "coo"), "lucia")).isEqualTo(Permission.nobody());
        assertThat(Judge.judge(needed(voice("lucia", "communications-lead"), "lucia"), circumstances("lucia")))
                .isInstanceOf(Judge.Permitted.class);
    }

    @Test
    void an_answer_from_a_seat_of_somebody_else_is_nobodys() {
        AQuestion containment = AQuestion.asked(room, "dana", "containment");
        Content<String> text = Content.of("No objection.");
        assertThat(needed(new DecisionEvent.ConsultAnswered(containment.id(), 1, "ciso", text), "george"))
                .isEqualTo(Permission.nobody());
    }

    @Test
    void a_voice_claims_the_quorum_that_there_was() {
        Mandate honest = question.now().mandate(room.id("lucia"), "communications-lead", "isolate");
        Mandate swollen = new Mandate(
                honest.role(), honest.type(), honest.level(), honest.charter(), honest.wording(), honest.words(), 2, 2);
        cannotFollow(approved(swollen), "lucia", "a voice names the authority that it had");
        Mandate otherWords = new Mandate(
                honest.role(), honest.type(), honest.level(), honest.charter(), honest.wording(), "other words", 1, 2);
        cannotFollow(approved(otherWords), "lucia", "a voice names the authority that it had");
    }

    @Test
    void who_asked_and_who_has_no_part_in_it_is_not_counted() {
        cannotFollow(voice("dana", "ceo"), "dana", "BARRED");
        cannotFollow(voice("priya", "coo"), "priya", "NOT_ELIGIBLE");
    }

    @Test
    void nothing_is_decided_without_the_quorum_or_by_others_than_it() {
        question.approve("lucia", "isolate").recorded();
        cannotFollow(decided("isolate", "lucia"), "lucia", "the quorum decides");
        question.approve("george", "isolate").recorded();
        cannotFollow(decided("isolate", "lucia"), "lucia", "stays so");
    }

    @Test
    void a_question_goes_one_step_at_a_time_and_to_whom_the_charter_says() {
        Instant later = room.scenario().now().plusSeconds(60);
        cannotFollow(new DecisionEvent.Escalated(question.id(), 2, List.of("coo"), later), "dana", "step by step");
        cannotFollow(new DecisionEvent.Escalated(question.id(), 1, List.of("ciso"), later), "dana", "step by step");
        cannotFollow(
                new DecisionEvent.HandedOver(question.id(), "ciso", 1, later, Content.of("Why not.")),
                "dana",
                "along the charter's path");
        cannotFollow(new DecisionEvent.WentUnanswered(question.id()), "dana", "the whole path is asked first");
    }

    @Test
    void silence_orders_nothing_that_the_charter_does_not_say() {
        assertThat(question.now().type().silence()).isEqualTo(new Silence.Escalate());
        room.scenario().after(Duration.ofMinutes(60));
        cannotFollow(
                new DecisionEvent.LapsedToDefault(question.id(), "isolate", "made-up"),
                "dana",
                "what the charter says");
        assertThat(needed(new DecisionEvent.LapsedToDefault(question.id(), "isolate", "made-up"), "dana"))
                .isEqualTo(Permission.nobody());
    }

    @Test
    void nothing_happens_to_what_was_never_asked() {
        DecisionEvent.Approved approved = new DecisionEvent.Approved(
                Actors.id("no decision"),
                "isolate",
                question.now().mandate(room.id("lucia"), "communications-lead", "isolate"),
                List.of(),
                Content.of("Because."),
                Content.of(""),
                Content.of(""));
        assertThat(needed(approved, "lucia")).isEqualTo(Permission.nobody());
        cannotFollow(approved, "lucia", "nothing in the table");
    }

    private DecisionEvent.Approved voice(String who, String role) {
        return approved(question.now().mandate(room.id(who), role, "isolate"));
    }

    private DecisionEvent.Approved approved(Mandate under) {
        return new DecisionEvent.Approved(
                question.id(), "isolate", under, List.of(), Content.of("Because."), Content.of(""), Content.of(""));
    }

    private DecisionEvent.Decided decided(String option, String by) {
        return new DecisionEvent.Decided(question.id(), option, List.of(room.id(by)));
    }

    private static DecisionEvent.Asked under(DecisionEvent.Asked asked, Rule rule, List<Id> barred) {
        return new DecisionEvent.Asked(
                Actors.id("another decision"),
                rule,
                barred,
                asked.options(),
                asked.recommended(),
                asked.evidence(),
                asked.subject(),
                asked.replaces(),
                asked.origin(),
                asked.deadline(),
                asked.question(),
                asked.context(),
                asked.texts());
    }

    private Permission needed(DecisionEvent event, String who) {
        return decisions.needed(event, room.scenario().state(Decisions.KEY), circumstances(who));
    }

    private Circumstances circumstances(String who) {
        Engine engine = room.scenario().engine();
        return new Circumstances(
                room.actor(who),
                engine.standing(room.stream(), room.actor(who)),
                engine.published(room.stream()).snapshot(),
                engine.now());
    }

    private void cannotFollow(DecisionEvent event, String who, String why) {
        Recorded<Event> last = room.scenario().events().getLast();
        Actor actor = room.actor(who);
        Recorded<DecisionEvent> forged = new Recorded<>(
                last.header(),
                "decisions.forged",
                last.lane(),
                actor,
                last.authority(),
                Optional.empty(),
                Optional.empty(),
                last.cause(),
                event);
        assertThatThrownBy(() -> decisions.evolve(room.scenario().state(Decisions.KEY), forged))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
    }
}
