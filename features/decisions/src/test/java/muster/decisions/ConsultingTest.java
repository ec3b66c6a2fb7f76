package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.crises.ARoom;
import muster.kernel.Content;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ConsultingTest {
    private final ARoom room = ARoom.with(new Decisions());
    private final AQuestion question = AQuestion.asked(room, "dana", "containment");

    @Test
    void who_has_to_be_heard_answers_as_that_role() {
        question.answer("george")
                .happens(new DecisionEvent.ConsultAnswered(
                        question.id(), 1, "general-counsel", Content.of("No contract forbids it.")));
        assertThat(question.card().answers())
                .containsExactly(new DecisionCard.Said(
                        room.id("george"),
                        Optional.of("general-counsel"),
                        1,
                        room.scenario().now(),
                        false,
                        "No contract forbids it."));
        assertThat(question.card().unheard()).isEmpty();
    }

    @Test
    void nobody_else_answers_for_them() {
        question.answer("kenji").isForbidden().saysWhoCan(room.id("george"));
        room.as("george")
                .when(new DecisionCommand.ConsultAnswer(question.id(), " "))
                .isRefused("blank");
        AQuestion.asked(room, "dana", "communication").answer("george").isRefused("nobody-to-consult");
    }

    @Test
    void nobody_decides_without_them_in_silence() {
        DecisionCommand.Approve hasty = new DecisionCommand.Approve(
                question.id(), 1, "isolate", "It spreads.", Optional.empty(), Optional.empty());
        room.as("marcus").when(hasty).isRefused("not-consulted");
        room.as("marcus")
                .when(new DecisionCommand.Approve(
                        question.id(), 1, "isolate", "It spreads.", Optional.empty(), Optional.of("x".repeat(10_001))))
                .isRefused("too-long");
        question.answer("george").happens(DecisionEvent.ConsultAnswered.class);
        room.as("marcus").when(hasty).happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void who_cannot_wait_for_them_says_why() {
        question.approve("marcus", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        DecisionEvent.Approved approved = question.the(DecisionEvent.Approved.class);
        assertThat(approved.unheard()).containsExactly("general-counsel");
        assertThat(approved.unheardBecause()).isEqualTo(Content.of("There is no time."));
        assertThat(question.card().voices().getFirst().unheard()).containsExactly("general-counsel");
        assertThat(question.card().voices().getFirst().unheardBecause()).contains("There is no time.");
    }

    @Test
    void anybody_in_the_room_is_on_record_with_an_objection_and_stops_nothing() {
        question.object("kenji")
                .happens(new DecisionEvent.Objected(question.id(), 1, Content.of("We lose the traces.")));
        question.object("judith").isUnseen();
        assertThat(question.card().objections())
                .extracting(DecisionCard.Said::dissent)
                .containsExactly(false);
        question.approve("marcus", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void an_objection_to_what_is_in_force_is_dissent() {
        question.approve("marcus", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        question.object("tomas").happens(DecisionEvent.Objected.class);
        assertThat(question.card().objections())
                .extracting(DecisionCard.Said::person, DecisionCard.Said::dissent)
                .containsExactly(Tuple.tuple(room.id("tomas"), true));
    }

    @Test
    void there_is_nothing_to_object_to_where_nothing_is_ordered() {
        question.reject("marcus").happens(DecisionEvent.Rejected.class, DecisionEvent.TurnedDown.class);
        question.object("kenji").isRefused("nothing-to-object-to");
        room.as("kenji").when(new DecisionCommand.Object(question.id(), "")).isRefused("nothing-to-object-to");
        AQuestion other = AQuestion.asked(room, "dana", "recovery");
        room.as("kenji").when(new DecisionCommand.Object(other.id(), "")).isRefused("blank");
        room.scenario()
                .when(new DecisionCommand.Object(other.id(), "The host says no."))
                .isRefused("people-decide");
    }

    @Test
    void both_wait_for_the_ones_they_concern() {
        assertThat(question.card().waitsFor())
                .containsExactlyInAnyOrder(room.id("marcus"), room.id("priya"), room.id("george"));
        question.answer("george").happens(DecisionEvent.ConsultAnswered.class);
        assertThat(question.card().waitingFor()).isEqualTo(List.of(room.id("marcus"), room.id("priya")));
    }
}
