package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.crises.ARoom;
import muster.kernel.Content;
import muster.kernel.Ref;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class AmendingAQuestionTest {
    private final ARoom room = ARoom.with(new Decisions());
    private final AQuestion question = AQuestion.asked(room, "dana", "containment");

    @Test
    void a_question_gets_other_words_options_and_evidence_as_a_whole() {
        String first = question.now().wording().digest();
        Ref seat = room.refTo("coo").at(room.seat("coo").digest());
        List<Option> options = List.of(Option.of("two", "Disconnect two"), Option.of("three", "Disconnect three"));
        room.as("dana")
                .when(new DecisionCommand.Amend(
                        question.id(),
                        "How many sites do we disconnect?",
                        Optional.of("The third is a warehouse."),
                        options,
                        Optional.of("two"),
                        List.of(seat),
                        "The plant manager called."))
                .happens(new DecisionEvent.Amended(
                        question.id(),
                        2,
                        List.of("two", "three"),
                        Optional.of("two"),
                        List.of(seat),
                        Content.of("How many sites do we disconnect?"),
                        Content.of("The third is a warehouse."),
                        Content.of(options),
                        Content.of("The plant manager called.")));
        assertThat(question.now().wording().number()).isEqualTo(2);
        assertThat(question.now().wording().digest()).isNotEqualTo(first);
        question.approve("marcus", "three").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void what_those_consulted_said_to_the_old_words_does_not_count() {
        question.answer("george").happens(DecisionEvent.ConsultAnswered.class);
        assertThat(question.now().unheard()).isEmpty();
        question.amend("dana", "Do we disconnect them all?", Option.of("all", "All"))
                .happens(DecisionEvent.Amended.class);
        assertThat(question.now().unheard()).containsExactly("general-counsel");
    }

    @Test
    void the_time_to_decide_goes_on() {
        Optional<Instant> deadline = question.now().course().deadline();
        room.scenario().after(Duration.ofMinutes(20));
        question.amend("dana", "Do we disconnect them all?", Option.of("all", "All"))
                .happens(DecisionEvent.Amended.class);
        assertThat(question.now().course().deadline()).isEqualTo(deadline);
    }

    @Test
    void only_the_asker_does_it_and_says_why() {
        question.amend("kenji", "Do we?", Option.of("all", "All")).isForbidden().saysWhoCan(room.id("dana"));
        room.as("dana")
                .when(new DecisionCommand.Amend(
                        question.id(),
                        "Do we?",
                        Optional.empty(),
                        List.of(Option.of("all", "All")),
                        Optional.empty(),
                        List.of(),
                        " "))
                .isRefused("blank");
    }

    @Test
    void the_new_words_are_checked_like_the_first() {
        question.amend("dana", "").isRefused("blank");
        question.amend("dana", "Do we?").isRefused("option-count");
        room.as("dana")
                .when(new DecisionCommand.Amend(
                        question.id(),
                        "Do we?",
                        Optional.of("x".repeat(10_001)),
                        List.of(Option.of("all", "All")),
                        Optional.empty(),
                        List.of(),
                        "A reason."))
                .isRefused("too-long");
        room.as("dana")
                .when(new DecisionCommand.Amend(
                        Actors.id("no decision"),
                        "Do we?",
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        "A reason."))
                .isUnseen();
    }

    @Test
    void an_option_that_would_replace_an_earlier_decision_stays() {
        question.approve("marcus", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        AQuestion later = AQuestion.asked(
                room,
                "kenji",
                AQuestion.ask("containment").replacing(question.id(), Map.of("watch", Replacement.REVERSES)));
        later.amend("kenji", "Do we?", Option.of("isolate", "Isolate")).isRefused("replacing-option-missing");
    }
}
