package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.crises.RoomCommand;
import muster.decisions.DecisionCommand;
import muster.kernel.Content;
import muster.kernel.Id;
import org.junit.jupiter.api.Test;

class EndingATaskTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id task = workshop.started(AWorkshop.TUNNEL);

    @Test
    void a_task_is_dropped_with_a_reason_by_whoever_may() {
        workshop.as("omar").when(new TaskCommand.Drop(task, "Too late.")).isForbidden();
        workshop.as("dana").when(new TaskCommand.Drop(task, " ")).isRefused("reason-missing");
        workshop.as("dana")
                .when(new TaskCommand.Drop(task, "Too late."))
                .happens(new TaskEvent.Dropped(task, Content.of("Too late.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.DROPPED);
        assertThat(workshop.card(task).waitsFor()).isEmpty();
    }

    @Test
    void what_is_over_changes_no_more() {
        workshop.complete(task);

        workshop.as("kenji").when(new TaskCommand.Start(task)).isRefused("over");
        workshop.as("dana").when(new TaskCommand.Drop(task, "Too late.")).isRefused("over");
        workshop.as("dana")
                .when(new TaskCommand.SetRisk(task, Risk.LOW, "Too late."))
                .isRefused("over");
    }

    @Test
    void a_task_that_was_done_goes_on_with_its_owner_when_reopened() {
        workshop.complete(task);
        workshop.as("dana").when(new TaskCommand.Reopen(task, "")).isRefused("reason-missing");
        workshop.as("dana")
                .when(new TaskCommand.Reopen(task, "It is open again."))
                .happens(new TaskEvent.Reopened(task, Content.of("It is open again.")));

        assertThat(workshop.state(task)).isEqualTo(TaskState.IN_PROGRESS);
        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
        workshop.as("dana").when(new TaskCommand.Reopen(task, "Twice.")).isRefused("still-open");
    }

    @Test
    void a_task_that_was_dropped_begins_anew_when_reopened() {
        workshop.as("dana").give(new TaskCommand.Drop(task, "Too late."));
        workshop.as("omar").when(new TaskCommand.Reopen(task, "It is not.")).isForbidden();
        workshop.as("dana").give(new TaskCommand.Reopen(task, "It is not too late."));

        assertThat(workshop.state(task)).isEqualTo(TaskState.READY_TO_START);
    }

    @Test
    void nothing_is_reopened_without_an_owner_who_is_there() {
        Id unowned = workshop.offered("Find the diagram");
        workshop.as("dana").give(new TaskCommand.Drop(unowned, "There is none."));
        workshop.as("dana")
                .give(AnOffer.of("Call counsel", workshop.id("judith")).command());
        Id judiths = workshop.id("Call counsel");
        workshop.as("judith").give(new TaskCommand.Accept(judiths));
        workshop.as("dana").give(new TaskCommand.Drop(judiths, "They called."));
        workshop.as("dana").give(new RoomCommand.Dismiss(workshop.id("judith"), "The engagement is over."));

        workshop.as("dana")
                .when(new TaskCommand.Reopen(unowned, "There is one."))
                .isRefused("no-owner");
        workshop.as("dana").when(new TaskCommand.Reopen(judiths, "Call again.")).isRefused("owner-left");
    }

    @Test
    void nothing_is_reopened_for_a_decision_that_orders_nothing() {
        Id decision = workshop.asked("Isolate Rotterdam?");
        Id hanging = workshop.owned("Pull the plug", offer -> offer.forDecision(decision));
        workshop.as("dana").give(new TaskCommand.Drop(hanging, "Not needed."));
        workshop.as("kenji").give(new DecisionCommand.Withdraw(decision, "It isolated itself."));

        workshop.as("dana")
                .when(new TaskCommand.Reopen(hanging, "It is needed."))
                .isRefused("decision-not-in-force");
    }

    @Test
    void a_crisis_does_not_close_while_a_task_is_open() {
        RoomCommand close = new RoomCommand.Close("The last system is back.", Optional.empty());
        workshop.offered("Find the diagram");
        workshop.as("marcus").when(close).isRefused("open-items");
        workshop.complete(task);
        workshop.as("marcus").when(close).isRefused("open-items");
        workshop.as("dana").give(new TaskCommand.Drop(workshop.id("Find the diagram"), "There is none."));

        workshop.as("marcus").give(close);

        workshop.as("dana")
                .when(AnOffer.of("One more thing", workshop.id("kenji")).command())
                .isRefused("closed");
        workshop.as("dana")
                .when(new TaskCommand.Reopen(task, "One more thing."))
                .isRefused("closed");
    }

    @Test
    void an_open_task_is_reported_with_its_owner() {
        assertThat(new Tasks().openItems(workshop.work())).singleElement().satisfies(item -> {
            assertThat(item.ref()).isEqualTo(workshop.task(AWorkshop.TUNNEL));
            assertThat(item.owner()).contains(workshop.id("kenji"));
            assertThat(item.barsClosing()).isTrue();
        });
        workshop.as("kenji").give(new TaskCommand.Complete(task, "", List.of()));
        assertThat(new Tasks().openItems(workshop.work())).isEmpty();
    }
}
