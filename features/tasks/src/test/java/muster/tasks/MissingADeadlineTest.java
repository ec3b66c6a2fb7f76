package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class MissingADeadlineTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Instant noon = workshop.in(Duration.ofHours(2));
    private final Id task = workshop.started(AWorkshop.TUNNEL, offer -> offer.due(noon));

    @Test
    void a_task_becomes_overdue_once_when_its_time_has_passed() {
        workshop.after(Duration.ofMinutes(119));
        assertThat(workshop.card(task).overdue()).isFalse();

        workshop.after(Duration.ofHours(5));

        assertThat(workshop.room.scenario().events(TaskEvent.BecameOverdue.class))
                .containsExactly(new TaskEvent.BecameOverdue(task, noon));
        assertThat(workshop.card(task).overdue()).isTrue();
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("kenji"));
        assertThat(workshop.room.scenario().sent())
                .anySatisfy(errand -> assertThat(errand.words()).containsEntry("asking", "overdue"));
    }

    @Test
    void what_was_done_in_time_is_never_overdue() {
        workshop.complete(task);
        workshop.after(Duration.ofHours(5));

        assertThat(workshop.room.scenario().events(TaskEvent.BecameOverdue.class))
                .isEmpty();
    }

    @Test
    void time_stands_still_for_the_owner_while_somebody_else_verifies() {
        Id verified =
                workshop.completed("Rotate the keys", offer -> offer.due(noon).verifiedBy(workshop.id("marcus")));
        workshop.complete(task);
        workshop.after(Duration.ofHours(5));
        assertThat(workshop.card(verified).overdue()).isFalse();

        workshop.as("marcus").give(new TaskCommand.SendBack(verified, "One is missing."));
        workshop.after(Duration.ZERO);

        assertThat(workshop.card(verified).overdue()).isTrue();
    }

    @Test
    void another_time_gives_another_chance() {
        workshop.after(Duration.ofHours(3));
        Instant evening = workshop.in(Duration.ofHours(4));

        due(Optional.of(evening))
                .happens(new TaskEvent.DueSet(task, Optional.of(evening), Content.of("The plant first.")));

        assertThat(workshop.card(task).overdue()).isFalse();
        workshop.after(Duration.ofHours(4));
        assertThat(workshop.card(task).overdue()).isTrue();
    }

    @Test
    void without_a_time_it_is_never_overdue() {
        due(Optional.empty()).happens(TaskEvent.DueSet.class);
        workshop.after(Duration.ofHours(5));

        assertThat(workshop.card(task).overdue()).isFalse();
        assertThat(workshop.card(task).due()).isEmpty();
    }

    @Test
    void a_new_time_is_still_to_come_is_new_and_has_a_reason() {
        due(Optional.of(workshop.now())).isRefused("due-passed");
        due(Optional.of(noon)).isRefused("nothing-to-do");
        workshop.as("dana")
                .when(new TaskCommand.SetDue(task, Optional.empty(), ""))
                .isRefused("reason-missing");
        workshop.as("omar")
                .when(new TaskCommand.SetDue(task, Optional.empty(), "Why not."))
                .isForbidden();
    }

    private Then due(Optional<Instant> at) {
        return workshop.as("dana").when(new TaskCommand.SetDue(task, at, "The plant first."));
    }
}
