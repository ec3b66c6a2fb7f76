package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Submission;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class KeepingATaskInItsLaneTest {
    private final Lane counsel = new Lane(Actors.id("counsel's lane").text());
    private final AWorkshop workshop = new AWorkshop(counsel);
    private int key;

    @Test
    void a_task_is_known_only_in_the_lane_it_was_offered_in() {
        Id task = workshop.id(AWorkshop.TUNNEL);
        in(counsel, "dana", AnOffer.of(AWorkshop.TUNNEL, workshop.id("kenji")).command())
                .happens(TaskEvent.Offered.class);

        assertThat(workshop.the(task).lane()).isEqualTo(counsel);
        workshop.as("kenji").when(new TaskCommand.Accept(task)).isUnseen();
        in(counsel, "kenji", new TaskCommand.Accept(task)).happens(TaskEvent.Accepted.class);
        assertThat(workshop.room.scenario().view("tasks.board")).isEmpty();
        assertThat(workshop.room.scenario().view("tasks.board", new Clearance(List.of(counsel))))
                .hasSize(1);
    }

    @Test
    void no_task_hangs_on_one_of_another_lane() {
        Id open = workshop.offered("Find the diagram");

        in(
                        counsel,
                        "dana",
                        AnOffer.of(AWorkshop.TUNNEL, workshop.id("kenji"))
                                .dependsOn(open)
                                .command())
                .isUnseen();
        in(counsel, "dana", AnOffer.of("Ask counsel", workshop.id("kenji")).command())
                .happens(TaskEvent.Offered.class);
        workshop.as("dana")
                .when(AnOffer.of(AWorkshop.TUNNEL, workshop.id("kenji"))
                        .dependsOn(workshop.id("Ask counsel"))
                        .command())
                .isUnseen();
    }

    @Test
    void what_matters_in_one_lane_tells_nothing_of_another() {
        Id first = workshop.offered("first");
        Id second = workshop.offered("second", offer -> offer.dependsOn(first));
        in(counsel, "dana", AnOffer.of("hidden 1", workshop.id("kenji")).command())
                .recorded();
        in(counsel, "dana", dependingOn("hidden 2", "hidden 1")).recorded();
        in(counsel, "dana", dependingOn("hidden 3", "hidden 2")).recorded();

        assertThat(workshop.card(first).critical()).isTrue();
        assertThat(workshop.card(second).critical()).isTrue();
        assertThat(workshop.the(workshop.id("hidden 1")).place().critical()).isTrue();
    }

    private Command dependingOn(String title, String other) {
        return AnOffer.of(title, workshop.id("kenji"))
                .dependsOn(workshop.id(other))
                .command();
    }

    /// At the present position, for what would be possible without writing is asked in the general lane only.
    private Then in(Lane lane, String name, Command command) {
        long now = workshop.room
                .scenario()
                .engine()
                .published(workshop.room.stream())
                .tip()
                .size();
        return workshop.room
                .scenario()
                .when(new Submission(
                        workshop.room.stream(),
                        workshop.room.actor(name),
                        command,
                        "in a lane " + ++key,
                        Optional.empty(),
                        Optional.of(now),
                        Optional.empty(),
                        lane));
    }
}
