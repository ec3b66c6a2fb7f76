package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class HandingOverATaskTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id task = workshop.started(AWorkshop.TUNNEL);

    @Test
    void its_owner_owns_it_until_the_other_side_accepts() {
        handOver("amara")
                .happens(new TaskEvent.HandOverOffered(task, workshop.id("amara"), Content.of("My shift ends.")));

        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("amara"));

        workshop.as("amara")
                .when(new TaskCommand.Accept(task))
                .happens(new TaskEvent.HandedOver(task, workshop.id("kenji"), workshop.id("amara")));

        assertThat(workshop.owner(task)).contains(workshop.id("amara"));
        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        workshop.as("kenji").when(new TaskCommand.Complete(task, "", List.of())).isForbidden();
    }

    @Test
    void a_task_cannot_go_to_somebody_outside_the_room() {
        workshop.as("dana").give(new RoomCommand.Dismiss(workshop.id("judith"), "The engagement is over."));

        handOver("judith").isRefused("not-in-the-room");
    }

    @Test
    void whoever_declines_says_why_and_nothing_has_changed() {
        handOver("amara").recorded();

        workshop.as("amara")
                .when(new TaskCommand.Decline(task, "I am on my way home."))
                .happens(new TaskEvent.HandOverDeclined(task, Content.of("I am on my way home.")));

        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        assertThat(workshop.card(task).offer()).isEmpty();
        workshop.as("amara").when(new TaskCommand.Accept(task)).isRefused("not-offered");
    }

    @Test
    void it_is_asked_of_one_at_a_time() {
        handOver("amara").recorded();

        handOver("amara").isRefused("already-offered");
        handOver("tomas").isRefused("hand-over-pending");
    }

    @Test
    void whoever_asked_takes_it_back() {
        handOver("amara").recorded();

        workshop.as("amara").when(new TaskCommand.Recall(task)).isForbidden();
        workshop.as("kenji").when(new TaskCommand.Recall(task)).happens(new TaskEvent.Recalled(task));
        workshop.as("amara").when(new TaskCommand.Accept(task)).isRefused("not-offered");
        handOver("tomas").happens(TaskEvent.HandOverOffered.class);
    }

    @Test
    void there_is_nothing_to_take_back_when_nobody_is_asked() {
        workshop.as("kenji").when(new TaskCommand.Recall(task)).isRefused("nothing-to-recall");
        Id unowned = workshop.offered("Find the diagram");
        workshop.as("dana").when(new TaskCommand.Recall(unowned)).isRefused("nothing-to-recall");
    }

    @Test
    void it_does_not_go_to_its_owner_or_its_verifier() {
        workshop.as("dana").give(new TaskCommand.SetVerifier(task, workshop.id("marcus"), "It matters."));

        handOver("kenji").isRefused("already-owner");
        handOver("marcus").isRefused("verifier-is-worker");
    }

    @Test
    void the_reason_is_part_of_it() {
        workshop.as("kenji")
                .when(new TaskCommand.HandOver(task, workshop.id("amara"), ""))
                .isRefused("reason-missing");
        workshop.as("kenji")
                .when(new TaskCommand.HandOver(task, workshop.id("amara"), "x".repeat(10_001)))
                .isRefused("reason-too-long");
    }

    @Test
    void nobody_but_its_owner_hands_it_over() {
        workshop.as("omar")
                .when(new TaskCommand.HandOver(task, workshop.id("amara"), "Kenji sleeps."))
                .isForbidden();
    }

    @Test
    void over_the_owners_head_it_goes_only_by_the_right_to_reassign_and_by_acceptance() {
        workshop.as("omar")
                .when(new TaskCommand.Reassign(task, workshop.id("amara"), "Kenji sleeps."))
                .isForbidden();
        workshop.as("dana")
                .when(new TaskCommand.Reassign(task, workshop.id("amara"), "Kenji sleeps."))
                .happens(TaskEvent.HandOverOffered.class);

        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        workshop.as("kenji").when(new TaskCommand.Recall(task)).isForbidden();
        workshop.as("dana")
                .when(new TaskCommand.Reassign(task, workshop.id("tomas"), "Amara sleeps as well."))
                .happens(TaskEvent.HandOverOffered.class);
        workshop.as("amara").when(new TaskCommand.Accept(task)).isForbidden();
        workshop.as("tomas").when(new TaskCommand.Accept(task)).happens(TaskEvent.HandedOver.class);
    }

    @Test
    void a_hand_over_that_nobody_answers_escalates_and_the_owner_stays() {
        handOver("amara").recorded();
        workshop.after(Work.TIME_TO_ANSWER);

        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .containsExactly(new TaskEvent.OfferOverdue(
                        task, workshop.id("amara"), List.of(workshop.id("dana"), workshop.id("kenji"))));
        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
    }

    @Test
    void a_finished_task_is_not_handed_over() {
        workshop.complete(task);

        handOver("amara").isRefused("over");
        workshop.after(Duration.ofHours(1));
        assertThat(workshop.room.scenario().events(TaskEvent.OfferOverdue.class))
                .isEmpty();
    }

    private Then handOver(String to) {
        return workshop.as("kenji").when(new TaskCommand.HandOver(task, workshop.id(to), "My shift ends."));
    }
}
