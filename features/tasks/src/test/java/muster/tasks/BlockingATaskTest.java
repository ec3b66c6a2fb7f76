package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.decisions.DecisionCommand;
import muster.decisions.DecisionEvent;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class BlockingATaskTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id task = workshop.started(AWorkshop.TUNNEL);

    @Test
    void its_owner_says_why_since_when_and_for_whom_it_waits() {
        workshop.after(Duration.ofMinutes(7));
        Instant since = workshop.now();

        block(BlockCause.PERSON, Optional.of(workshop.id("priya")), Optional.empty())
                .happens(new TaskEvent.Blocked(
                        task,
                        BlockCause.PERSON,
                        Optional.of(workshop.id("priya")),
                        Optional.empty(),
                        Content.of("The plant would stop.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.BLOCKED);
        assertThat(workshop.the(task).since()).isEqualTo(since);
        assertThat(workshop.card(task).blocked())
                .contains(new TaskCard.Blocked(
                        BlockCause.PERSON,
                        Optional.of(workshop.id("priya")),
                        Optional.empty(),
                        "The plant would stop.",
                        since));
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("priya"));
    }

    @Test
    void it_goes_on_where_it_was() {
        Id ready = workshop.owned("Find the diagram");
        workshop.as("kenji")
                .give(new TaskCommand.Block(ready, BlockCause.ACCESS, Optional.empty(), Optional.empty(), "No key."));
        block(BlockCause.INFORMATION, Optional.empty(), Optional.empty()).recorded();

        unblock(task, "I found it.").happens(new TaskEvent.Unblocked(task, Content.of("I found it.")));
        unblock(ready, "I have a key.").happens(TaskEvent.Unblocked.class);

        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(workshop.state(ready)).isEqualTo(TaskState.READY_TO_START);
    }

    @Test
    void what_is_blocked_is_neither_started_nor_completed() {
        Id ready = workshop.owned("Find the diagram");
        workshop.as("kenji")
                .give(new TaskCommand.Block(ready, BlockCause.ACCESS, Optional.empty(), Optional.empty(), "No key."));
        block(BlockCause.INFORMATION, Optional.empty(), Optional.empty()).recorded();

        workshop.as("kenji").when(new TaskCommand.Start(ready)).isRefused("blocked");
        workshop.as("kenji").when(new TaskCommand.Complete(task, "", List.of())).isRefused("blocked");
    }

    @Test
    void a_cause_names_what_it_waits_for() {
        block(BlockCause.DECISION, Optional.empty(), Optional.empty()).isRefused("waits-for-what");
        block(BlockCause.DECISION, Optional.empty(), Optional.of(Ref.to("tasks", task)))
                .isRefused("waits-for-what");
        block(BlockCause.TASK, Optional.empty(), Optional.empty()).isRefused("waits-for-what");
        block(BlockCause.PERSON, Optional.empty(), Optional.empty()).isRefused("waits-for-what");
        block(BlockCause.PERSON, Optional.of(workshop.id("nobody")), Optional.empty())
                .isRefused("not-in-the-room");
        for (BlockCause cause : List.of(
                BlockCause.APPROVAL,
                BlockCause.INFORMATION,
                BlockCause.ACCESS,
                BlockCause.OUTSIDE_PARTY,
                BlockCause.CONTRADICTION,
                BlockCause.OTHER)) {
            block(cause, Optional.empty(), Optional.empty()).happens(TaskEvent.Blocked.class);
        }
    }

    @Test
    void the_words_are_part_of_it() {
        workshop.as("kenji")
                .when(new TaskCommand.Block(task, BlockCause.OTHER, Optional.empty(), Optional.empty(), " "))
                .isRefused("note-missing");
        block(BlockCause.OTHER, Optional.empty(), Optional.empty()).recorded();
        unblock(task, "x".repeat(10_001)).isRefused("note-too-long");
        unblock(task, "").isRefused("note-missing");
    }

    @Test
    void it_does_not_wait_for_itself_or_for_what_is_there_already() {
        Id done = workshop.completed("Find the diagram");
        Id decision = workshop.decided("Isolate Rotterdam?", "isolate");

        block(BlockCause.TASK, Optional.empty(), Optional.of(Ref.to("tasks", task)))
                .isRefused("waits-for-itself");
        block(BlockCause.TASK, Optional.empty(), Optional.of(Ref.to("tasks", done)))
                .isRefused("already-over");
        block(BlockCause.DECISION, Optional.empty(), Optional.of(Ref.to("decisions", decision)))
                .isRefused("already-decided");
        block(BlockCause.TASK, Optional.empty(), Optional.of(workshop.task("no such task")))
                .isUnseen();
        block(BlockCause.DECISION, Optional.empty(), Optional.of(Ref.to("decisions", task)))
                .isUnseen();
    }

    @Test
    void a_decision_that_is_taken_releases_it() {
        Id decision = workshop.asked("Isolate Rotterdam?");
        Ref ref = Ref.to("decisions", decision);
        block(BlockCause.DECISION, Optional.empty(), Optional.of(ref)).recorded();

        workshop.decide(decision, "keep-running")
                .happens(DecisionEvent.Approved.class, DecisionEvent.Decided.class, TaskEvent.Released.class);

        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(workshop.card(task).blocked()).isEmpty();
    }

    @Test
    void a_question_that_is_taken_back_releases_it_as_well() {
        Id decision = workshop.asked("Isolate Rotterdam?");
        block(BlockCause.DECISION, Optional.empty(), Optional.of(Ref.to("decisions", decision)))
                .recorded();

        workshop.as("kenji")
                .when(new DecisionCommand.Withdraw(decision, "It isolated itself."))
                .happens(DecisionEvent.Withdrawn.class, TaskEvent.Released.class);
    }

    @Test
    void a_task_that_is_done_releases_it() {
        Id other = workshop.started("Find the diagram");
        block(BlockCause.TASK, Optional.empty(), Optional.of(Ref.to("tasks", other)))
                .recorded();

        workshop.as("kenji")
                .when(new TaskCommand.Complete(other, "", List.of()))
                .happens(
                        new TaskEvent.Completed(other, List.of(), Content.of("")),
                        new TaskEvent.Released(task, Ref.to("tasks", other)));
    }

    @Test
    void a_task_that_has_to_be_verified_releases_it_when_it_is() {
        Id other = workshop.started("Find the diagram", offer -> offer.verifiedBy(workshop.id("marcus")));
        block(BlockCause.TASK, Optional.empty(), Optional.of(Ref.to("tasks", other)))
                .recorded();
        workshop.complete(other);
        assertThat(workshop.state(task)).isEqualTo(TaskState.BLOCKED);

        workshop.as("marcus")
                .when(new TaskCommand.Verify(other, ""))
                .happens(TaskEvent.Verified.class, TaskEvent.Released.class);
    }

    @Test
    void it_is_blocked_by_nobody_but_its_owner() {
        workshop.as("amara")
                .when(new TaskCommand.Block(task, BlockCause.OTHER, Optional.empty(), Optional.empty(), "I say so."))
                .isForbidden();
        block(BlockCause.OTHER, Optional.empty(), Optional.empty()).recorded();
        workshop.as("amara").when(new TaskCommand.Unblock(task, "I say so.")).isForbidden();
    }

    @Test
    void there_must_be_an_owner_and_work_to_block() {
        Id unowned = workshop.offered("Call the landlord");
        workshop.as("kenji")
                .when(new TaskCommand.Block(unowned, BlockCause.OTHER, Optional.empty(), Optional.empty(), "No time."))
                .isRefused("no-owner");
        unblock(task, "It never was.").isRefused("not-blocked");
        Id done = workshop.completed("Rotate the keys", offer -> offer.verifiedBy(workshop.id("marcus")));
        workshop.as("kenji")
                .when(new TaskCommand.Block(done, BlockCause.OTHER, Optional.empty(), Optional.empty(), "No time."))
                .isRefused("awaits-verification");
    }

    @Test
    void only_muster_releases() {
        workshop.as("dana")
                .when(new TaskCommand.Release(task, Ref.to("tasks", task)))
                .isUnseen();
    }

    private Then block(BlockCause cause, Optional<Id> person, Optional<Ref> thing) {
        return workshop.as("kenji").when(new TaskCommand.Block(task, cause, person, thing, "The plant would stop."));
    }

    private Then unblock(Id id, String note) {
        return workshop.as("kenji").when(new TaskCommand.Unblock(id, note));
    }
}
