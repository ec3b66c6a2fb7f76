package muster.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import muster.kernel.Entitlement;
import muster.kernel.HeldSeat;
import muster.kernel.Submission;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class ApprovingTest {
    private final ARoom room = ARoom.with(new Decisions());
    private final AQuestion question = AQuestion.asked(room, "dana", "containment");

    @Test
    void one_decider_decides_and_the_entry_says_by_what_authority() {
        question.answer("george").happens(DecisionEvent.ConsultAnswered.class);
        Then recorded = room.as("marcus").when(question.approval("isolate"));
        recorded.happens(
                new DecisionEvent.Approved(
                        question.id(),
                        "isolate",
                        new Mandate(
                                "ciso",
                                "containment",
                                0,
                                room.organisation().version(),
                                1,
                                question.now().wording().digest(),
                                1,
                                1),
                        List.of(),
                        Content.of("Shipping can wait."),
                        Content.of(""),
                        Content.of("")),
                new DecisionEvent.Decided(question.id(), "isolate", List.of(room.id("marcus"))));

        assertThat(recorded.recorded().getFirst().authority())
                .isEqualTo(new Entitlement(
                        List.of(new HeldSeat("ciso", Optional.empty(), Optional.empty())),
                        List.of(
                                "right decisions.approve",
                                "a human",
                                "a decider of containment at level 0 (ciso)",
                                "not the asker"),
                        room.organisation().version()));
        assertThat(question.status()).isEqualTo(Status.APPROVED);
        assertThat(question.now().inForce()).contains("isolate");
        assertThat(room.scenario().sent().getLast().words()).containsEntry("roles", "ceo communications-lead");
    }

    @Test
    void who_has_the_right_but_not_the_seat_does_not_decide() {
        question.approve("lucia", "isolate").isForbidden().saysWhoCan(room.id("marcus"), room.id("priya"));
        question.approve("kenji", "isolate").isForbidden();
        question.approve("judith", "isolate").isUnseen();
        question.reject("helen").isForbidden();
    }

    @Test
    void the_host_decides_nothing() {
        room.scenario().when(question.approval("isolate")).isRefused("people-decide");
    }

    @Test
    void the_asker_does_not_decide_even_when_standing_in_for_a_decider() {
        room.as("dana").give(new RoomCommand.StandIn("ciso", in(Duration.ofHours(4)), "Marcus sleeps."));
        question.approve("dana", "isolate").isForbidden().saysWhoCan(room.id("marcus"), room.id("priya"));
        question.reject("dana").isForbidden();
        question.defer("dana", Duration.ofHours(1)).isForbidden();
    }

    @Test
    void whoever_answers_for_a_machine_does_not_decide_what_it_asks() {
        room.as("dana")
                .give(new RoomCommand.Admit(
                        room.id("soar"), "security", Optional.of(in(Duration.ofDays(1))), "It watches the sensors."));
        AQuestion byMachine = AQuestion.asked(room, "soar", "containment");
        room.as("dana").give(new RoomCommand.StandIn("ciso", in(Duration.ofHours(4)), "Marcus sleeps."));
        assertThat(byMachine.now().terms().barred()).containsExactly(room.id("soar"), room.id("dana"));
        byMachine.approve("dana", "isolate").isForbidden();
        byMachine.approve("soar", "isolate").isForbidden();
        byMachine.approve("marcus", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
    }

    @Test
    void a_deputy_decides_while_standing_in_and_the_entry_says_for_whom() {
        AQuestion byKenji = AQuestion.asked(room, "kenji", "containment");
        byKenji.approve("omar", "watch").isForbidden();
        room.as("omar").give(new RoomCommand.StandIn("coo", in(Duration.ofHours(4)), "Priya flies."));
        Then then = byKenji.approve("omar", "watch");
        then.happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        assertThat(then.recorded().getFirst().authority().seats())
                .containsExactly(
                        new HeldSeat("coo", Optional.of(room.id("priya")), Optional.of(in(Duration.ofHours(4)))));
        assertThat(byKenji.now().hearing().voices().getFirst().under().role()).isEqualTo("coo");
    }

    @Test
    void a_deputy_whose_time_is_over_decides_no_more() {
        room.as("omar").give(new RoomCommand.StandIn("coo", in(Duration.ofMinutes(10)), "Priya flies."));
        room.scenario().after(Duration.ofMinutes(10));
        question.approve("omar", "watch").isForbidden();
    }

    @Test
    void who_holds_two_seats_speaks_from_the_own_one() {
        room.as("priya").give(new RoomCommand.StandIn("ceo", in(Duration.ofHours(4)), "Helen is in hospital."));
        room.scenario().after(Duration.ofMinutes(30));
        question.approve("priya", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        assertThat(question.now().hearing().voices().getFirst().under())
                .extracting(Mandate::role, Mandate::level)
                .containsExactly("coo", 1);
    }

    @Test
    void what_was_read_is_what_is_approved() {
        DecisionCommand.Approve old = question.approval("isolate");
        question.amend("dana", "Do we disconnect two sites?", Option.of("isolate", "Disconnect two"))
                .happens(DecisionEvent.Amended.class);
        room.as("marcus").when(old).isRefused("wording-changed");
        question.approve("marcus", "watch").isRefused("unknown-option");
    }

    @Test
    void a_decider_says_why() {
        room.as("marcus")
                .when(new DecisionCommand.Approve(
                        question.id(), 1, "isolate", " ", Optional.empty(), Optional.of("No time.")))
                .isRefused("blank");
        room.as("marcus")
                .when(new DecisionCommand.Approve(
                        question.id(),
                        1,
                        "isolate",
                        "Because.",
                        Optional.of("x".repeat(10_001)),
                        Optional.of("No time.")))
                .isRefused("too-long");
        room.as("marcus").when(new DecisionCommand.Reject(question.id(), 1, "")).isRefused("blank");
    }

    @Test
    void conditions_are_kept_with_the_approval() {
        room.as("marcus")
                .give(new DecisionCommand.Approve(
                        question.id(),
                        1,
                        "isolate",
                        "Spreading has to stop.",
                        Optional.of("Rotterdam last."),
                        Optional.of("No time.")));
        assertThat(question.card().voices().getFirst().conditions()).contains("Rotterdam last.");
    }

    @Test
    void of_two_approvals_at_once_one_counts_and_the_same_key_is_the_same_approval() {
        AQuestion two = AQuestion.asked(room, "dana", "communication");
        Submission first = Submission.of(room.stream(), room.actor("lucia"), two.approval("isolate"), "from the phone");
        Submission again =
                Submission.of(room.stream(), room.actor("lucia"), two.approval("isolate"), "from the laptop");
        room.scenario().when(first).happens(DecisionEvent.Approved.class);
        room.scenario().when(again).isRefused("already-said");
        room.scenario().when(first).happens(DecisionEvent.Approved.class);
        assertThat(room.scenario().events(DecisionEvent.Approved.class)).hasSize(1);
        assertThat(two.status()).isEqualTo(Status.WAITING);
    }

    @Test
    void what_is_decided_is_decided_once() {
        question.approve("marcus", "isolate").happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        question.approve("priya", "watch").isRefused("not-open");
        question.reject("priya").isRefused("not-open");
        question.defer("priya", Duration.ofHours(1)).isRefused("not-open");
        question.handOver("priya", "ceo").isRefused("not-open");
        question.amend("dana", "Do we?", Option.of("isolate", "Yes")).isRefused("not-open");
    }

    @Test
    void a_charter_that_asks_for_a_key_gets_one() {
        AQuestion access = AQuestion.asked(
                room,
                "kenji",
                AQuestion.ask("access").offering(Option.of("grant", "Grant it"), Option.of("deny", "Deny it")));
        access.approve("amara", "grant").asksFor("hwk", "otp");
        Then then = room.as("amara", "pwd", "hwk").when(access.approval("grant"));
        then.happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class);
        assertThat(then.recorded().getFirst().authority().by()).contains("signed in by hwk");
    }

    private Instant in(Duration duration) {
        return room.scenario().now().plus(duration);
    }
}
