package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import org.junit.jupiter.api.Test;

class DeferringAndHandingOverTest {
    private final ARoom room = ARoom.with(new Decisions());
    private final AQuestion question = AQuestion.asked(room, "dana", "containment");

    @Test
    void not_yet_is_an_outcome_with_an_end_and_a_reason() {
        Instant until = in(Duration.ofHours(2));
        question.defer("marcus", Duration.ofHours(2))
                .happens(new DecisionEvent.Deferred(question.id(), until, Content.of("Forensics reports in an hour.")));
        assertThat(question.status()).isEqualTo(Status.DEFERRED);
        assertThat(question.card().waitingFor()).isEmpty();
        assertThat(question.card().because()).contains("Forensics reports in an hour.");
        assertThat(question.card().next())
                .contains(
                        new DecisionCard.Next(DecisionCard.Then.ASKED_AGAIN, List.of("ciso", "coo"), Optional.empty()));

        room.scenario().after(Duration.ofHours(2));
        assertThat(room.scenario().events(DecisionEvent.Escalated.class)).isEmpty();
        assertThat(question.the(DecisionEvent.Resumed.class))
                .isEqualTo(new DecisionEvent.Resumed(question.id(), until.plus(Duration.ofMinutes(30))));
        assertThat(question.status()).isEqualTo(Status.WAITING);
        room.scenario().after(Duration.ofMinutes(30));
        assertThat(question.now().course().level()).isEqualTo(1);
    }

    @Test
    void a_deferred_question_can_be_decided_before_and_keeps_its_voices() {
        AQuestion two = AQuestion.asked(room, "dana", "communication");
        two.approve("lucia", "isolate").happens(DecisionEvent.Approved.class);
        two.defer("helen", Duration.ofHours(2)).happens(DecisionEvent.Deferred.class);
        two.approve("george", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        room.scenario().after(Duration.ofHours(3));
        assertThat(room.scenario().events(DecisionEvent.Resumed.class)).isEmpty();
    }

    @Test
    void a_deferral_ends_in_the_future_and_says_why() {
        question.defer("marcus", Duration.ZERO).isRefused("until-passed");
        room.as("marcus")
                .when(new DecisionCommand.Defer(question.id(), in(Duration.ofHours(1)), ""))
                .isRefused("blank");
        question.defer("kenji", Duration.ofHours(1)).isForbidden().saysWhoCan(room.id("marcus"), room.id("priya"));
    }

    @Test
    void not_mine_goes_to_another_decider_and_the_time_goes_on() {
        Instant deadline = question.now().course().deadline().orElseThrow();
        question.handOver("marcus", "coo")
                .happens(new DecisionEvent.HandedOver(
                        question.id(), "coo", 0, deadline, Content.of("This is a business matter.")));
        assertThat(question.status()).isEqualTo(Status.HANDED_OVER);
        assertThat(question.card().waitingFor())
                .as("the one it went to, and who has to be heard")
                .containsExactly(room.id("priya"), room.id("george"));
        question.approve("priya", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void going_up_the_path_gives_the_time_of_that_step_and_takes_nobodys_right() {
        question.handOver("marcus", "ceo")
                .happens(new DecisionEvent.HandedOver(
                        question.id(), "ceo", 1, in(Duration.ofMinutes(15)), Content.of("This is a business matter.")));
        assertThat(question.now().deciders()).containsExactly("ciso", "coo", "ceo");
        question.approve("priya", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void what_was_handed_over_escalates_all_the_same() {
        question.handOver("marcus", "coo").happens(DecisionEvent.HandedOver.class);
        room.scenario().after(Duration.ofMinutes(30));
        assertThat(question.status()).isEqualTo(Status.WAITING);
        assertThat(question.card().waitingFor()).contains(room.id("helen"), room.id("marcus"), room.id("priya"));
    }

    @Test
    void what_was_deferred_can_be_handed_over_with_fresh_time() {
        question.defer("marcus", Duration.ofHours(2)).happens(DecisionEvent.Deferred.class);
        question.handOver("marcus", "coo").happens(DecisionEvent.HandedOver.class);
        assertThat(question.now().course().deadline()).contains(in(Duration.ofMinutes(30)));
    }

    @Test
    void a_deferred_hand_over_goes_back_to_the_one_it_went_to() {
        question.handOver("marcus", "coo").happens(DecisionEvent.HandedOver.class);
        question.defer("priya", Duration.ofHours(2)).happens(DecisionEvent.Deferred.class);
        room.scenario().after(Duration.ofHours(2));
        assertThat(question.status()).isEqualTo(Status.HANDED_OVER);
    }

    @Test
    void it_goes_only_along_the_charters_path_and_only_to_somebody() {
        question.handOver("marcus", "general-counsel").isRefused("not-on-path");
        question.handOver("kenji", "coo").isForbidden();
        room.as("dana").give(new RoomCommand.VacateSeat("ceo", "Helen is unreachable."));
        question.handOver("marcus", "ceo").isRefused("seat-vacant");
        room.as("marcus")
                .when(new DecisionCommand.HandOver(question.id(), "coo", ""))
                .isRefused("blank");
        question.handOver("marcus", "coo").happens(DecisionEvent.HandedOver.class);
        question.handOver("priya", "coo").isRefused("handed-already");
        question.handOver("priya", "ciso").happens(DecisionEvent.HandedOver.class);
    }

    private Instant in(Duration duration) {
        return room.scenario().now().plus(duration);
    }
}
