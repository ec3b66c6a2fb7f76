package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class ActingForAnOwnerTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id task = workshop.owned(AWorkshop.TUNNEL);

    @Test
    void a_recorded_substitute_does_the_work_and_completes_it() {
        name("kenji", "omar")
                .happens(new TaskEvent.SubstituteNamed(
                        task, workshop.id("omar"), workshop.in(Duration.ofHours(2)), Content.of("I have to sleep.")));

        workshop.as("omar").when(new TaskCommand.Start(task)).happens(TaskEvent.Started.class);
        List<Recorded<Event>> completed = workshop.as("omar").give(new TaskCommand.Complete(task, "", List.of()));

        assertThat(completed.getFirst().authority().by()).contains("the substitute");
        assertThat(workshop.owner(task)).contains(workshop.id("kenji"));
    }

    @Test
    void nobody_else_completes_it() {
        workshop.as("kenji").give(new TaskCommand.Start(task));

        workshop.as("dana")
                .when(new TaskCommand.Complete(task, "", List.of()))
                .isForbidden()
                .saysWhoCan(workshop.id("kenji"));
        workshop.as("amara").when(new TaskCommand.Start(task)).isRefused("already-started");
    }

    @Test
    void it_ends_by_itself() {
        name("kenji", "omar").recorded();
        workshop.after(Duration.ofHours(2));

        workshop.as("omar").when(new TaskCommand.Start(task)).isForbidden();
        workshop.as("kenji").when(new TaskCommand.Start(task)).happens(TaskEvent.Started.class);
    }

    @Test
    void it_is_ended_by_the_owner_the_substitute_or_who_may_reassign() {
        name("kenji", "omar").recorded();
        end("judith").isForbidden();
        end("kenji").happens(new TaskEvent.SubstitutionEnded(task, Content.of("No longer needed.")));
        workshop.as("omar").when(new TaskCommand.Start(task)).isForbidden();

        name("kenji", "amara").recorded();
        end("amara").happens(TaskEvent.SubstitutionEnded.class);

        name("kenji", "omar").recorded();
        end("dana").happens(TaskEvent.SubstitutionEnded.class);
        end("dana").isRefused("no-substitute");
        workshop.as("kenji").when(new TaskCommand.EndSubstitution(task, "")).isRefused("no-substitute");
    }

    @Test
    void it_is_the_owner_who_names_one_or_somebody_who_may_reassign() {
        name("omar", "omar").isForbidden();
        name("dana", "omar").happens(TaskEvent.SubstituteNamed.class);
    }

    @Test
    void it_is_somebody_else_in_the_room_who_does_not_verify_it() {
        workshop.as("dana").give(new TaskCommand.SetVerifier(task, workshop.id("marcus"), "It matters."));

        name("kenji", "kenji").isRefused("already-owner");
        name("kenji", "nobody").isRefused("not-in-the-room");
        name("kenji", "marcus").isRefused("verifier-is-worker");
    }

    @Test
    void it_has_an_end_that_is_still_to_come_and_a_reason() {
        workshop.as("kenji")
                .when(new TaskCommand.NameSubstitute(task, workshop.id("omar"), workshop.now(), "I have to sleep."))
                .isRefused("until-passed");
        workshop.as("kenji")
                .when(new TaskCommand.NameSubstitute(task, workshop.id("omar"), workshop.in(Duration.ofHours(1)), ""))
                .isRefused("reason-missing");
        name("kenji", "omar").recorded();
        workshop.as("kenji").when(new TaskCommand.EndSubstitution(task, "")).isRefused("reason-missing");
    }

    @Test
    void nobody_acts_in_the_place_of_no_owner() {
        Id unowned = workshop.offered("Find the diagram");

        workshop.as("dana")
                .when(new TaskCommand.NameSubstitute(
                        unowned, workshop.id("omar"), workshop.in(Duration.ofHours(1)), "Somebody has to."))
                .isRefused("no-owner");
    }

    @Test
    void the_next_owner_has_no_substitute_of_the_one_before() {
        name("kenji", "omar").recorded();
        workshop.as("kenji").give(new TaskCommand.HandOver(task, workshop.id("amara"), "My shift ends."));
        workshop.as("amara").give(new TaskCommand.Accept(task));

        workshop.as("omar").when(new TaskCommand.Start(task)).isForbidden();
    }

    private Then name(String by, String person) {
        return workshop.as(by)
                .when(new TaskCommand.NameSubstitute(
                        task, workshop.id(person), workshop.in(Duration.ofHours(2)), "I have to sleep."));
    }

    private Then end(String by) {
        return workshop.as(by).when(new TaskCommand.EndSubstitution(task, "No longer needed."));
    }
}
