package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.kernel.Actor;
import muster.kernel.Cause;
import muster.kernel.KernelCommand;
import muster.kernel.KernelEvent;
import muster.kernel.Recorded;
import muster.testing.Scenario;
import org.junit.jupiter.api.Test;

class EscalatingTest {
    private final ARoom room = ARoom.with(new Decisions());

    @Test
    void when_the_time_is_over_more_may_decide() {
        AQuestion question = AQuestion.asked(room, "dana", "containment");
        Instant asked = room.scenario().now();
        question.approve("helen", "isolate").isForbidden();
        room.scenario().after(Duration.ofMinutes(30).minusMillis(1));
        assertThat(room.scenario().events(DecisionEvent.Escalated.class)).isEmpty();
        room.scenario().after(Duration.ofMillis(1));

        assertThat(question.the(DecisionEvent.Escalated.class))
                .isEqualTo(new DecisionEvent.Escalated(
                        question.id(), 1, List.of("ceo"), asked.plus(Duration.ofMinutes(45))));
        assertThat(question.now().deciders()).containsExactly("ciso", "coo", "ceo");
        assertThat(room.scenario().sent().getLast().words())
                .isEqualTo(Map.of(
                        "feature", "decisions",
                        "id", question.id().text(),
                        "asking", "decide",
                        "roles", "ceo"));
        question.approve("helen", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void time_itself_did_it() {
        AQuestion question = AQuestion.asked(room, "dana", "containment");
        room.scenario().after(Duration.ofMinutes(30));
        Recorded<?> recorded = room.scenario().events().stream()
                .filter(each -> each.event() instanceof DecisionEvent.Escalated)
                .findFirst()
                .orElseThrow();
        assertThat(recorded.actor()).isEqualTo(new Actor.Muster());
        assertThat(recorded.cause().by())
                .isEqualTo(new Cause.Rang("decisions", "decision " + question.id(), recorded.time()));
    }

    @Test
    void nobody_else_lets_time_pass() {
        AQuestion question = AQuestion.asked(room, "dana", "containment");
        room.as("marcus").when(new DecisionCommand.Escalate(question.id())).isUnseen();
        room.as("marcus").when(new DecisionCommand.Resume(question.id())).isUnseen();
    }

    @Test
    void muster_lets_no_time_pass_that_has_not_and_speaks_for_nobody() {
        AQuestion question = AQuestion.asked(room, "dana", "containment");
        Scenario muster = room.scenario().as(new Actor.Muster());
        muster.when(new DecisionCommand.Escalate(question.id())).isRefused("not-due");
        muster.when(new DecisionCommand.Resume(question.id())).isRefused("not-due");
        muster.when(question.approval("isolate")).isRefused("people-decide");
        muster.when(new DecisionCommand.Reject(question.id(), 1, "No.")).isRefused("people-decide");
    }

    @Test
    void at_the_end_of_the_path_it_goes_on_waiting_overdue_where_silence_orders_nothing() {
        AQuestion question = AQuestion.asked(room, "dana", "containment");
        room.scenario().after(Duration.ofHours(2));
        assertThat(question.the(DecisionEvent.WentUnanswered.class))
                .isEqualTo(new DecisionEvent.WentUnanswered(question.id()));
        assertThat(question.status()).isEqualTo(Status.WAITING);
        assertThat(question.card().overdue()).isTrue();
        assertThat(question.card().deadline()).isEmpty();
        question.approve("priya", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void at_the_end_of_the_path_the_charters_default_is_taken_under_its_name() {
        AQuestion access = AQuestion.asked(
                room,
                "kenji",
                AQuestion.ask("access").offering(Option.of("grant", "Grant it"), Option.of("deny", "Deny it")));
        room.scenario().after(Duration.ofMinutes(30));
        assertThat(access.the(DecisionEvent.LapsedToDefault.class))
                .isEqualTo(new DecisionEvent.LapsedToDefault(access.id(), "deny", "no-access-by-silence"));
        assertThat(access.status()).isEqualTo(Status.LAPSED_TO_DEFAULT);
        assertThat(access.now().inForce()).contains("deny");
        assertThat(access.now().verdict().orElseThrow().by()).isEmpty();
        assertThat(access.now().verdict().orElseThrow().silence()).contains("no-access-by-silence");
    }

    @Test
    void the_default_may_be_what_was_recommended() {
        AQuestion recovery = AQuestion.asked(room, "dana", "recovery");
        room.scenario().after(Duration.ofHours(3));
        assertThat(recovery.the(DecisionEvent.LapsedToDefault.class).option()).isEqualTo("isolate");
    }

    @Test
    void a_default_that_is_not_among_the_options_is_not_taken() {
        AQuestion access =
                AQuestion.asked(room, "kenji", AQuestion.ask("access").offering(Option.of("grant", "Grant it")));
        AQuestion recovery = AQuestion.asked(
                room, "dana", AQuestion.ask("recovery").offering(Option.of("now", "Now"), Option.of("later", "Later")));
        room.scenario().after(Duration.ofHours(3));
        assertThat(access.card().overdue()).isTrue();
        assertThat(recovery.card().overdue()).isTrue();
        assertThat(room.scenario().events(DecisionEvent.LapsedToDefault.class)).isEmpty();
    }

    @Test
    void silence_decides_nothing_while_nobody_knows_what_time_it_is() {
        AQuestion access = AQuestion.asked(
                room,
                "kenji",
                AQuestion.ask("access").offering(Option.of("grant", "Grant it"), Option.of("deny", "Deny it")));
        room.scenario().after(Duration.ofMinutes(20));
        room.scenario().clock().jump(Duration.ofHours(5));
        room.as("kenji").give(new DecisionCommand.Object(access.id(), "The clock is wrong."));
        assertThat(room.scenario().events(KernelEvent.ClockAnomaly.class)).hasSize(1);

        room.scenario().clock().pass(Duration.ofMinutes(20));
        room.as("kenji").give(new DecisionCommand.Object(access.id(), "Still."));
        assertThat(room.scenario().events(DecisionEvent.Escalated.class))
                .as("escalations go on")
                .hasSize(1);
        assertThat(access.status()).as("defaults pause").isEqualTo(Status.WAITING);

        room.scenario()
                .give(new KernelCommand.ConfirmClock(room.scenario().clock().wall()));
        room.as("dana")
                .when(new DecisionCommand.Object(access.id(), "Too late."))
                .happens(DecisionEvent.Objected.class);
        assertThat(access.status()).isEqualTo(Status.LAPSED_TO_DEFAULT);
    }

    @Test
    void in_an_exercise_the_time_of_the_exercise_counts() {
        ARoom exercise = ARoom.exercise(new Decisions());
        AQuestion question = AQuestion.asked(exercise, "dana", "containment");
        Instant christmas = question.now().terms().at();
        assertThat(question.now().course().deadline()).contains(christmas.plus(Duration.ofMinutes(30)));
        exercise.scenario().after(Duration.ofMinutes(30));
        assertThat(question.now().course().level()).isEqualTo(1);
        assertThat(question.now().course().deadline()).contains(christmas.plus(Duration.ofMinutes(45)));
    }

    @Test
    void a_vacant_seat_on_the_path_stops_nothing() {
        room.as("dana").give(new RoomCommand.VacateSeat("ceo", "Helen is unreachable."));
        AQuestion question = AQuestion.asked(room, "dana", "containment");
        room.scenario().after(Duration.ofMinutes(30));
        assertThat(question.card().waitingFor())
                .containsExactlyInAnyOrder(room.id("marcus"), room.id("priya"), room.id("george"));
        assertThat(question.card().next())
                .contains(new DecisionCard.Next(DecisionCard.Then.OVERDUE, List.of(), Optional.empty()));
    }
}
