package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import org.junit.jupiter.api.Test;

class PromisingAnUpdateTest {
    private final ARoom room = ARoom.with();

    @Test
    void the_charter_promises_one_by_severity() {
        assertThat(room.state().updatePromisedFor()).contains(in(Duration.ofHours(1)));
        assertThat(card().updatePromisedTo()).isEmpty();
    }

    @Test
    void who_speaks_can_promise_another_time_to_an_audience() {
        Instant at = in(Duration.ofMinutes(20));
        room.as("lucia")
                .when(new RoomCommand.PromiseUpdate(at, "The board"))
                .happens(new RoomEvent.UpdatePromised(at, Content.of("The board")));

        assertThat(room.state().updatePromisedFor()).contains(at);
        assertThat(card().updatePromisedTo()).contains("The board");
    }

    @Test
    void giving_it_keeps_the_promise_and_the_rhythm_goes_on() {
        room.scenario().after(Duration.ofMinutes(50));
        room.as("lucia")
                .when(new RoomCommand.GiveUpdate("Rotterdam is isolated; nothing has left since 15:00."))
                .happens(new RoomEvent.UpdateGiven(
                        Optional.of(in(Duration.ofHours(1))),
                        Content.of("Rotterdam is isolated; nothing has left since 15:00.")));
        room.scenario().after(Duration.ofMinutes(59));

        assertThat(room.as("dana").events(RoomEvent.UpdateMissed.class)).isEmpty();
        assertThat(card().update().orElseThrow().text()).startsWith("Rotterdam is isolated");
    }

    @Test
    void a_promise_that_is_not_kept_is_recorded_once_and_waits_for_the_lead() {
        Instant promised = in(Duration.ofHours(1));
        room.scenario().after(Duration.ofDays(1));

        assertThat(room.scenario().events(RoomEvent.UpdateMissed.class))
                .containsExactly(new RoomEvent.UpdateMissed(promised));
        assertThat(card().updateMissed()).isTrue();
        assertThat(card().waitsFor()).containsExactly(room.id("dana"));
    }

    @Test
    void a_missed_one_waits_for_nobody_while_nobody_leads() {
        room.as("marcus").give(new RoomCommand.VacateSeat("incident-lead", "Dana is ill."));
        room.scenario().after(Duration.ofHours(1));

        assertThat(card().updateMissed()).isTrue();
        assertThat(card().waitsFor()).isEmpty();
    }

    @Test
    void a_late_update_is_better_than_none() {
        room.scenario().after(Duration.ofHours(2));
        room.as("dana").give(new RoomCommand.GiveUpdate("Nothing new."));

        assertThat(card().updateMissed()).isFalse();
        assertThat(card().waitsFor()).isEmpty();
        assertThat(room.state().updatePromisedFor()).contains(in(Duration.ofHours(1)));
    }

    @Test
    void a_promise_that_was_replaced_is_not_missed() {
        room.as("dana").give(new RoomCommand.PromiseUpdate(in(Duration.ofHours(3)), "Everybody"));
        room.scenario().after(Duration.ofHours(2));

        assertThat(room.scenario().events(RoomEvent.UpdateMissed.class)).isEmpty();
    }

    @Test
    void a_candidate_promises_nothing_by_itself() {
        ARoom candidate = ARoom.opened();
        candidate.as("dana").give(new RoomCommand.GiveUpdate("We are looking."));

        assertThat(candidate.state().updatePromisedFor()).isEmpty();
    }

    @Test
    void it_is_promised_for_later_in_the_time_of_the_crisis() {
        room.as("dana")
                .when(new RoomCommand.PromiseUpdate(in(Duration.ZERO), "The board"))
                .isRefused("time-has-passed");
        ARoom exercise = ARoom.exercise();
        exercise.as("dana")
                .when(new RoomCommand.PromiseUpdate(exercise.scenario().now().plus(Duration.ofHours(1)), "The board"))
                .isRefused("time-has-passed");
    }

    @Test
    void it_needs_words_and_the_right() {
        room.as("dana")
                .when(new RoomCommand.PromiseUpdate(in(Duration.ofHours(1)), " "))
                .isRefused("empty-text");
        room.as("dana").when(new RoomCommand.GiveUpdate("")).isRefused("empty-text");
        room.as("dana").when(new RoomCommand.GiveUpdate("x".repeat(10_001))).isRefused("text-too-long");
        room.as("kenji").when(new RoomCommand.GiveUpdate("All is well.")).isForbidden();
        room.as("kenji")
                .when(new RoomCommand.PromiseUpdate(in(Duration.ofHours(1)), "The board"))
                .isForbidden();
    }

    @Test
    void only_time_itself_says_that_it_was_missed() {
        room.as("dana")
                .when(new RoomCommand.MissUpdate(in(Duration.ofHours(1))))
                .isUnseen();
    }

    @Test
    void the_four_questions_have_answers() {
        room.as("dana")
                .when(new RoomCommand.AnswerQuestions("Ransomware.", "No shipping.", "Forty servers.", "Isolating."))
                .happens(new RoomEvent.QuestionsAnswered(
                        Content.of("Ransomware."),
                        Content.of("No shipping."),
                        Content.of("Forty servers."),
                        Content.of("Isolating.")));

        assertThat(card().answers())
                .contains(new RoomCard.Answers(
                        room.id("dana"),
                        room.scenario().now(),
                        "Ransomware.",
                        "No shipping.",
                        "Forty servers.",
                        "Isolating."));
        room.as("dana").when(new RoomCommand.AnswerQuestions("a", "b", "", "d")).isRefused("empty-text");
        room.as("lucia")
                .when(new RoomCommand.AnswerQuestions("a", "b", "c", "d"))
                .isForbidden();
    }

    private RoomCard card() {
        return room.scenario().view("crises.room", RoomCard.class).getFirst();
    }

    private Instant in(Duration duration) {
        return room.scenario().now().plus(duration);
    }
}
