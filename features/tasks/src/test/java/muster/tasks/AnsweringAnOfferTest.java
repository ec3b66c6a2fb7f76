package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import muster.kernel.Id;
import org.junit.jupiter.api.Test;

class AnsweringAnOfferTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id task = workshop.offered(AWorkshop.TUNNEL);

    @Test
    void whoever_was_asked_and_accepts_owns_it() {
        workshop.as("kenji").when(new TaskCommand.Accept(task)).happens(new TaskEvent.Accepted(task));

        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        assertThat(workshop.state(task)).isEqualTo(TaskState.READY_TO_START);
        assertThat(workshop.card(task).waitsFor()).isEmpty();
    }

    @Test
    void nobody_accepts_or_declines_for_somebody_else() {
        workshop.as("amara").when(new TaskCommand.Accept(task)).isForbidden().saysWhoCan(workshop.id("kenji"));
        workshop.as("dana").when(new TaskCommand.Decline(task, "He is asleep.")).isForbidden();
    }

    @Test
    void it_is_answered_once() {
        workshop.as("kenji").give(new TaskCommand.Accept(task));

        workshop.as("kenji").when(new TaskCommand.Accept(task)).isRefused("not-offered");
        workshop.as("kenji").when(new TaskCommand.Decline(task, "No.")).isRefused("not-offered");
    }

    @Test
    void whoever_declines_says_why_and_it_goes_back_to_who_asked() {
        workshop.as("kenji").when(new TaskCommand.Decline(task, " ")).isRefused("reason-missing");
        workshop.as("kenji")
                .when(new TaskCommand.Decline(task, "I am on a plane."))
                .happens(new TaskEvent.Declined(task, List.of(workshop.id("dana")), Content.of("I am on a plane.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.DECLINED);
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("dana"));
    }

    @Test
    void what_somebody_who_has_left_asked_for_goes_back_to_whoever_leads() {
        workshop.as("tomas")
                .give(AnOffer.of("Check the valves", workshop.id("kenji")).command());
        workshop.as("dana").give(new RoomCommand.VacateSeat("infrastructure-lead", "Tomáš is off shift."));
        workshop.as("dana").give(new RoomCommand.Dismiss(workshop.id("tomas"), "Tomáš is off shift."));

        workshop.as("kenji")
                .when(new TaskCommand.Decline(workshop.id("Check the valves"), "Not mine."))
                .happens(new TaskEvent.Declined(
                        workshop.id("Check the valves"), List.of(workshop.id("dana")), Content.of("Not mine.")));
    }

    @Test
    void a_task_that_nobody_wanted_is_offered_to_somebody_else() {
        workshop.as("kenji").give(new TaskCommand.Decline(task, "I am on a plane."));

        workshop.as("dana")
                .when(new TaskCommand.HandOver(task, workshop.id("amara"), "Kenji is on a plane."))
                .happens(new TaskEvent.OfferedAgain(task, workshop.id("amara"), Content.of("Kenji is on a plane.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.OFFERED);
        workshop.as("amara").when(new TaskCommand.Accept(task)).happens(TaskEvent.Accepted.class);
    }

    @Test
    void only_who_asked_or_may_reassign_offers_it_again() {
        workshop.as("george")
                .give(AnOffer.of("Find the contract", workshop.id("kenji")).command());
        Id contract = workshop.id("Find the contract");

        workshop.as("omar")
                .when(new TaskCommand.HandOver(contract, workshop.id("amara"), "Kenji is busy."))
                .isForbidden();
        workshop.as("george")
                .when(new TaskCommand.HandOver(contract, workshop.id("amara"), "Kenji is busy."))
                .happens(TaskEvent.OfferedAgain.class);
        workshop.as("dana")
                .when(new TaskCommand.Reassign(contract, workshop.id("tomas"), "Amara is busy too."))
                .happens(TaskEvent.OfferedAgain.class);
        workshop.as("amara").when(new TaskCommand.Accept(contract)).isForbidden();
    }

    @Test
    void a_task_that_nobody_owns_is_taken_by_who_steps_up() {
        workshop.as("omar").when(new TaskCommand.Take(task)).happens(new TaskEvent.Taken(task));

        assertThat(workshop.owner(task)).contains(workshop.id("omar"));
        workshop.as("kenji").when(new TaskCommand.Accept(task)).isRefused("not-offered");
        workshop.as("amara").when(new TaskCommand.Take(task)).isRefused("has-owner");
    }

    @Test
    void whoever_is_to_verify_it_does_not_take_it() {
        Id verified = workshop.offered("Rotate the keys", offer -> offer.verifiedBy(workshop.id("marcus")));

        workshop.as("marcus").when(new TaskCommand.Take(verified)).isRefused("verifier-is-worker");
    }

    @Test
    void only_somebody_with_a_session_takes_it() {
        workshop.room.scenario().when(new TaskCommand.Take(task)).isRefused("people-only");
    }

    @Test
    void an_offer_that_nobody_answers_goes_to_whoever_leads_and_who_asked() {
        workshop.as("tomas")
                .give(AnOffer.of("Check the valves", workshop.id("kenji")).command());
        Id valves = workshop.id("Check the valves");
        workshop.after(Work.TIME_TO_ANSWER.minusSeconds(1));
        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .isEmpty();

        workshop.after(Duration.ofSeconds(1));

        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .containsExactlyInAnyOrder(
                        new TaskEvent.OfferOverdue(task, workshop.id("kenji"), List.of(workshop.id("dana"))),
                        new TaskEvent.OfferOverdue(
                                valves, workshop.id("kenji"), List.of(workshop.id("dana"), workshop.id("tomas"))));
        assertThat(workshop.card(valves).waitsFor())
                .containsExactly(workshop.id("kenji"), workshop.id("dana"), workshop.id("tomas"));
        assertThat(workshop.card(valves).offer().orElseThrow().overdue()).isTrue();
    }

    @Test
    void it_escalates_once_and_can_still_be_accepted() {
        workshop.after(Duration.ofHours(3));

        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .hasSize(1);
        workshop.as("kenji").when(new TaskCommand.Accept(task)).happens(TaskEvent.Accepted.class);
    }

    @Test
    void what_was_answered_in_time_escalates_to_nobody() {
        workshop.as("kenji").give(new TaskCommand.Accept(task));
        workshop.after(Duration.ofHours(3));

        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .isEmpty();
    }

    @Test
    void asking_somebody_else_gives_them_the_same_time() {
        workshop.after(Duration.ofMinutes(10));
        workshop.as("dana").give(new TaskCommand.Reassign(task, workshop.id("amara"), "Kenji is on a plane."));
        workshop.after(Duration.ofMinutes(10));
        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .isEmpty();

        workshop.after(Duration.ofMinutes(5));

        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .containsExactly(new TaskEvent.OfferOverdue(task, workshop.id("amara"), List.of(workshop.id("dana"))));
    }

    @Test
    void only_time_itself_escalates() {
        workshop.as("dana").when(new TaskCommand.NoteUnanswered(task)).isUnseen();
        workshop.as("dana").when(new TaskCommand.NoteOverdue(task)).isUnseen();
    }
}
