package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ReachingAQuorumTest {
    private final ARoom room = ARoom.with(new Decisions());
    private final AQuestion question = AQuestion.asked(room, "dana", "communication");

    @Test
    void two_of_three_agree() {
        question.approve("lucia", "isolate").happens(DecisionEvent.Approved.class);
        assertThat(question.status()).isEqualTo(Status.WAITING);
        question.approve("george", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);

        assertThat(room.scenario().events(DecisionEvent.Approved.class))
                .extracting(
                        approved -> approved.under().voices(),
                        approved -> approved.under().quorum())
                .containsExactly(Tuple.tuple(1, 2), Tuple.tuple(2, 2));
        assertThat(question.the(DecisionEvent.Decided.class))
                .isEqualTo(new DecisionEvent.Decided(
                        question.id(), "isolate", List.of(room.id("lucia"), room.id("george"))));
    }

    @Test
    void an_escalation_in_between_adds_a_decider_and_takes_no_voice_away() {
        question.approve("lucia", "isolate").happens(DecisionEvent.Approved.class);
        question.approve("priya", "isolate").isForbidden();
        room.scenario().after(Duration.ofHours(1));
        assertThat(question.now().course().level()).isEqualTo(1);
        question.approve("priya", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);

        assertThat(room.scenario().events(DecisionEvent.Approved.class))
                .extracting(
                        approved -> approved.under().role(),
                        approved -> approved.under().level())
                .containsExactly(Tuple.tuple("communications-lead", 0), Tuple.tuple("coo", 1));
        assertThat(question.now().verdict().orElseThrow().by()).containsExactly(room.id("lucia"), room.id("priya"));
    }

    @Test
    void voices_for_different_options_do_not_add_up() {
        question.approve("lucia", "isolate").happens(DecisionEvent.Approved.class);
        question.approve("george", "watch").happens(DecisionEvent.Approved.class);
        assertThat(question.status()).isEqualTo(Status.WAITING);
        question.approve("helen", "watch").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        assertThat(question.now().inForce()).contains("watch");
    }

    @Test
    void who_changes_their_mind_has_one_voice_still() {
        question.approve("lucia", "isolate").happens(DecisionEvent.Approved.class);
        question.approve("lucia", "watch").happens(DecisionEvent.Approved.class);
        question.approve("george", "isolate").happens(DecisionEvent.Approved.class);
        assertThat(question.status()).isEqualTo(Status.WAITING);
        question.approve("helen", "watch").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        assertThat(question.now().verdict().orElseThrow().by()).containsExactly(room.id("lucia"), room.id("helen"));
    }

    @Test
    void one_person_in_two_seats_is_one_voice() {
        room.as("priya")
                .give(new RoomCommand.StandIn(
                        "ceo", room.scenario().now().plus(Duration.ofHours(8)), "Helen is in hospital."));
        room.scenario().after(Duration.ofHours(1));
        question.approve("priya", "isolate").happens(DecisionEvent.Approved.class);
        question.approve("priya", "isolate").isRefused("already-said");
        assertThat(question.status()).isEqualTo(Status.WAITING);
    }

    @Test
    void it_takes_as_many_to_reject_as_to_approve() {
        question.reject("lucia")
                .happens(new DecisionEvent.Rejected(
                        question.id(),
                        question.now().mandate(room.id("lucia"), "communications-lead", "none"),
                        Content.of("Too early.")));
        assertThat(question.status()).isEqualTo(Status.WAITING);
        question.reject("lucia").isRefused("already-said");
        question.approve("helen", "isolate").happens(DecisionEvent.Approved.class);
        question.reject("george").happens(DecisionEvent.Rejected.class, DecisionEvent.TurnedDown.class);

        assertThat(question.status()).isEqualTo(Status.REJECTED);
        assertThat(question.now().inForce()).isEmpty();
        assertThat(question.now().verdict().orElseThrow().by()).containsExactly(room.id("lucia"), room.id("george"));
    }

    @Test
    void other_words_are_approved_anew() {
        question.approve("lucia", "isolate").happens(DecisionEvent.Approved.class);
        question.amend("dana", "Do we say it publicly?", Option.of("isolate", "Say it"))
                .happens(DecisionEvent.Amended.class);
        assertThat(question.now().hearing().quorum().approvals()).isEmpty();
        assertThat(question.card().voices())
                .extracting(DecisionCard.Voiced::counts)
                .containsExactly(false);

        question.approve("george", "isolate").happens(DecisionEvent.Approved.class);
        assertThat(question.status()).isEqualTo(Status.WAITING);
        question.approve("lucia", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void where_the_charter_lets_the_asker_decide_they_are_one_of_two() {
        AQuestion recovery = AQuestion.asked(room, "priya", "recovery");
        recovery.approve("priya", "isolate").happens(DecisionEvent.Approved.class);
        recovery.approve("kenji", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }
}
