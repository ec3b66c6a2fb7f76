package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;
import org.junit.jupiter.api.Test;

class CompletingATaskTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Ref proof = workshop.room.refTo("coo");

    @Test
    void its_owner_says_that_it_is_done() {
        Id task = workshop.started(AWorkshop.TUNNEL);

        workshop.as("kenji")
                .when(new TaskCommand.Complete(task, "Both ends.", List.of()))
                .happens(new TaskEvent.Completed(task, List.of(), Content.of("Both ends.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.DONE);
        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        assertThat(workshop.card(task).waitsFor()).isEmpty();
    }

    @Test
    void it_is_not_done_before_it_is_started() {
        Id task = workshop.owned(AWorkshop.TUNNEL);

        workshop.as("kenji").when(new TaskCommand.Complete(task, "", List.of())).isRefused("not-started");
        Id unowned = workshop.offered("Find the diagram");
        workshop.as("kenji")
                .when(new TaskCommand.Complete(unowned, "", List.of()))
                .isRefused("no-owner");
    }

    @Test
    void where_a_proof_is_asked_for_there_is_one() {
        Id task = workshop.started(AWorkshop.TUNNEL, AnOffer::proved);

        workshop.as("kenji").when(new TaskCommand.Complete(task, "", List.of())).isRefused("evidence-required");
        workshop.as("kenji")
                .when(new TaskCommand.Complete(task, "", Collections.nCopies(51, proof)))
                .isRefused("too-much-evidence");
        workshop.as("kenji")
                .when(new TaskCommand.Complete(task, "", List.of(Ref.to("tasks", workshop.id("no such task")))))
                .isUnseen();
        workshop.as("kenji")
                .when(new TaskCommand.Complete(task, "", List.of(proof, proof)))
                .happens(new TaskEvent.Completed(task, List.of(proof), Content.of("")));
        assertThat(workshop.card(task).evidence()).containsExactly(proof);
    }

    @Test
    void the_note_may_be_empty_but_not_a_novel() {
        Id task = workshop.started(AWorkshop.TUNNEL);

        workshop.as("kenji")
                .when(new TaskCommand.Complete(task, "x".repeat(10_001), List.of()))
                .isRefused("note-too-long");
    }

    @Test
    void only_somebody_with_a_session_says_so() {
        Id task = workshop.started(AWorkshop.TUNNEL);

        workshop.room
                .scenario()
                .when(new TaskCommand.Complete(task, "", List.of()))
                .isRefused("people-only");
    }

    @Test
    void with_a_verifier_it_waits_for_them() {
        Id task = workshop.started(AWorkshop.TUNNEL, offer -> offer.verifiedBy(workshop.id("marcus")));
        workshop.complete(task);

        assertThat(workshop.state(task)).isEqualTo(TaskState.AWAITING_VERIFICATION);
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("marcus"));
        workshop.as("kenji").when(new TaskCommand.Complete(task, "", List.of())).isRefused("awaits-verification");
        workshop.as("kenji").when(new TaskCommand.Start(task)).isRefused("already-started");

        workshop.as("marcus")
                .when(new TaskCommand.Verify(task, "I looked."))
                .happens(new TaskEvent.Verified(task, Content.of("I looked.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.DONE);
    }

    @Test
    void the_verifier_sends_it_back_with_a_reason_and_keeps_the_proof() {
        Id task = workshop.started(AWorkshop.TUNNEL, offer -> offer.verifiedBy(workshop.id("marcus")));
        workshop.as("kenji").give(new TaskCommand.Complete(task, "", List.of(proof)));

        workshop.as("marcus").when(new TaskCommand.SendBack(task, "")).isRefused("reason-missing");
        workshop.as("marcus")
                .when(new TaskCommand.SendBack(task, "One end is open."))
                .happens(new TaskEvent.SentBack(task, Content.of("One end is open.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        assertThat(workshop.card(task).evidence()).containsExactly(proof);
        workshop.complete(task);
        workshop.as("marcus").when(new TaskCommand.Verify(task, "")).happens(TaskEvent.Verified.class);
    }

    @Test
    void nobody_else_verifies_and_only_what_is_said_to_be_done() {
        Id task = workshop.started(AWorkshop.TUNNEL, offer -> offer.verifiedBy(workshop.id("marcus")));
        workshop.as("marcus").when(new TaskCommand.Verify(task, "")).isRefused("nothing-to-verify");
        workshop.as("marcus").when(new TaskCommand.SendBack(task, "No.")).isRefused("nothing-to-verify");
        workshop.complete(task);

        workshop.as("kenji").when(new TaskCommand.Verify(task, "")).isForbidden();
        workshop.as("dana").when(new TaskCommand.Verify(task, "")).isForbidden();
        workshop.as("dana").when(new TaskCommand.SendBack(task, "No.")).isForbidden();
        workshop.as("marcus")
                .when(new TaskCommand.Verify(task, "x".repeat(10_001)))
                .isRefused("note-too-long");
    }

    @Test
    void a_hand_over_that_waits_for_an_answer_ends_with_the_work() {
        Id task = workshop.started(AWorkshop.TUNNEL);
        workshop.as("kenji").give(new TaskCommand.HandOver(task, workshop.id("amara"), "My shift ends."));
        workshop.complete(task);

        assertThat(workshop.card(task).offer()).isEmpty();
        workshop.as("amara").when(new TaskCommand.Accept(task)).isRefused("over");
    }

    @Test
    void what_waits_to_be_verified_can_still_be_handed_over() {
        Id task = workshop.completed(AWorkshop.TUNNEL, offer -> offer.verifiedBy(workshop.id("marcus")));
        workshop.as("kenji").give(new TaskCommand.HandOver(task, workshop.id("amara"), "My shift ends."));
        workshop.as("amara").give(new TaskCommand.Accept(task));

        assertThat(workshop.state(task)).isEqualTo(TaskState.AWAITING_VERIFICATION);
        workshop.as("dana")
                .when(new TaskCommand.SetVerifier(task, workshop.id("kenji"), "Kenji knows it."))
                .isRefused("verifier-is-worker");
    }
}
