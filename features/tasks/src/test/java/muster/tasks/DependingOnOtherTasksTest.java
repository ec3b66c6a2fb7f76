package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class DependingOnOtherTasksTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id diagram = workshop.started("Find the diagram");
    private final Id task = workshop.owned(AWorkshop.TUNNEL, offer -> offer.dependsOn(diagram));

    @Test
    void a_task_is_not_started_before_what_it_depends_on_is_done() {
        assertThat(workshop.state(task)).isEqualTo(TaskState.WAITING);
        assertThat(workshop.card(task).pending()).containsExactly(diagram);
        assertThat(workshop.card(diagram).dependents()).containsExactly(task);
        start().isRefused("waits-for-tasks");

        workshop.complete(diagram);

        assertThat(workshop.state(task)).isEqualTo(TaskState.READY_TO_START);
        assertThat(workshop.card(task).pending()).isEmpty();
        start().happens(new TaskEvent.Started(task));
        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
    }

    @Test
    void what_still_has_to_be_verified_is_not_done() {
        Id verified = workshop.completed("Rotate the keys", offer -> offer.verifiedBy(workshop.id("marcus")));
        Id next = workshop.owned("Hand out the keys", offer -> offer.dependsOn(verified));
        assertThat(workshop.state(next)).isEqualTo(TaskState.WAITING);

        workshop.as("marcus").give(new TaskCommand.Verify(verified, "Seen."));

        assertThat(workshop.state(next)).isEqualTo(TaskState.READY_TO_START);
    }

    @Test
    void what_is_reopened_has_to_be_waited_for_again() {
        workshop.complete(diagram);
        workshop.as("dana").give(new TaskCommand.Reopen(diagram, "It is the old one."));

        assertThat(workshop.state(task)).isEqualTo(TaskState.WAITING);
    }

    @Test
    void what_is_dropped_is_never_done_so_its_dependents_have_to_be_planned_anew() {
        workshop.as("dana").give(new TaskCommand.Drop(diagram, "There is none."));

        assertThat(workshop.state(task)).isEqualTo(TaskState.WAITING);
        assertThat(workshop.card(task).lost()).containsExactly(diagram);
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("kenji"));

        depend(task).happens(new TaskEvent.DependenciesSet(task, List.of(), Content.of("As it turned out.")));

        assertThat(workshop.card(task).lost()).isEmpty();
        assertThat(workshop.card(diagram).dependents()).isEmpty();
        start().happens(TaskEvent.Started.class);
    }

    @Test
    void no_tasks_wait_for_each_other_in_a_circle() {
        Id third = workshop.offered("Tell the site", offer -> offer.dependsOn(task));
        Id fresh = workshop.offered("Ask the vendor");

        depend(task, task).isRefused("circular");
        depend(task, third).isRefused("circular");
        depend(task, diagram, third).isRefused("circular");
        depend(fresh, third).happens(TaskEvent.DependenciesSet.class);
        depend(task, fresh).isRefused("circular");
        assertThat(workshop.card(third).dependents()).containsExactly(fresh);
    }

    @Test
    void it_depends_only_on_what_exists_and_can_be_done() {
        Id dropped = workshop.offered("Call the landlord");
        workshop.as("dana").give(new TaskCommand.Drop(dropped, "He called."));

        depend(task, workshop.id("no such task")).isUnseen();
        depend(task, dropped).isRefused("dependency-dropped");
        depend(task, IntStream.range(0, 51).mapToObj(i -> diagram).toArray(Id[]::new))
                .isRefused("too-many-dependencies");
    }

    @Test
    void the_same_again_is_nothing() {
        depend(task, diagram).isRefused("nothing-to-do");
        depend(task, diagram, diagram).isRefused("nothing-to-do");
    }

    @Test
    void work_that_has_begun_waits_by_being_blocked() {
        depend(diagram, task).isRefused("already-started");
    }

    @Test
    void it_asks_for_a_reason_and_the_right() {
        workshop.as("dana")
                .when(new TaskCommand.SetDependencies(task, List.of(), ""))
                .isRefused("reason-missing");
        workshop.as("omar")
                .when(new TaskCommand.SetDependencies(task, List.of(), "Why not."))
                .isForbidden();
    }

    @Test
    void it_is_started_once_and_by_an_owner() {
        Id unowned = workshop.offered("Call the landlord");

        workshop.as("kenji").when(new TaskCommand.Start(unowned)).isRefused("no-owner");
        workshop.as("kenji").when(new TaskCommand.Start(diagram)).isRefused("already-started");
        workshop.as("amara").when(new TaskCommand.Start(task)).isRefused("waits-for-tasks");
        workshop.complete(diagram);
        workshop.as("amara").when(new TaskCommand.Start(task)).isForbidden();
        workshop.as("dana")
                .when(new TaskCommand.Start(workshop.id("no such task")))
                .isUnseen();
    }

    private Then start() {
        return workshop.as("kenji").when(new TaskCommand.Start(task));
    }

    private Then depend(Id id, Id... others) {
        return workshop.as("dana")
                .when(new TaskCommand.SetDependencies(id, Arrays.asList(others), "As it turned out."));
    }
}
