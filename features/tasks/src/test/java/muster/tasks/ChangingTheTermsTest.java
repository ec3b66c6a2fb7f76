package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class ChangingTheTermsTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id task = workshop.owned(AWorkshop.TUNNEL);

    @Test
    void the_risk_has_a_reason_that_stays_beside_it() {
        workshop.as("dana")
                .when(new TaskCommand.SetRisk(task, Risk.CRITICAL, "It reaches the plant."))
                .happens(new TaskEvent.RiskSet(task, Risk.CRITICAL, Content.of("It reaches the plant.")));

        assertThat(workshop.card(task).risk()).isEqualTo(Risk.CRITICAL);
        assertThat(workshop.card(task).riskReason()).isEqualTo("It reaches the plant.");
        workshop.as("dana")
                .when(new TaskCommand.SetRisk(task, Risk.CRITICAL, "Still."))
                .isRefused("nothing-to-do");
        workshop.as("dana").when(new TaskCommand.SetRisk(task, Risk.LOW, "")).isRefused("reason-missing");
        workshop.as("omar")
                .when(new TaskCommand.SetRisk(task, Risk.LOW, "Why not."))
                .isForbidden();
    }

    @Test
    void other_words_are_another_version_to_refer_to() {
        String before = workshop.card(task).digest();

        workshop.as("dana")
                .when(new TaskCommand.Reword(task, " Close both tunnels ", "", "There are two."))
                .happens(new TaskEvent.Reworded(
                        task, Content.of("Close both tunnels"), Content.of(""), Content.of("There are two.")));

        assertThat(workshop.card(task).title()).isEqualTo("Close both tunnels");
        assertThat(workshop.card(task).digest()).isNotEqualTo(before);
        workshop.as("dana")
                .when(AnOffer.of("Check the tunnel", workshop.id("tomas"))
                        .from(Ref.to("tasks", task).at(before))
                        .command())
                .isRefused("reference-changed");
        workshop.as("dana")
                .when(AnOffer.of("Check the tunnel", workshop.id("tomas"))
                        .from(Ref.to("tasks", task).at(workshop.card(task).digest()))
                        .command())
                .happens(TaskEvent.Offered.class);
    }

    @Test
    void other_words_say_something_and_why() {
        workshop.as("dana")
                .when(new TaskCommand.Reword(task, "", "", "Shorter."))
                .isRefused("title-missing");
        workshop.as("dana")
                .when(new TaskCommand.Reword(task, "x".repeat(201), "", "Longer."))
                .isRefused("title-too-long");
        workshop.as("dana")
                .when(new TaskCommand.Reword(task, "Close it", "x".repeat(10_001), "Longer."))
                .isRefused("description-too-long");
        workshop.as("dana")
                .when(new TaskCommand.Reword(task, "Close it", "", ""))
                .isRefused("reason-missing");
        workshop.as("omar")
                .when(new TaskCommand.Reword(task, "Close it", "", "Why not."))
                .isForbidden();
    }

    @Test
    void somebody_else_than_those_who_work_on_it_verifies_it_and_says_who() {
        workshop.as("kenji").give(new TaskCommand.HandOver(task, workshop.id("amara"), "My shift ends."));
        workshop.as("kenji")
                .give(new TaskCommand.NameSubstitute(
                        task, workshop.id("omar"), workshop.in(Duration.ofHours(1)), "Until she answers."));

        verifier("dana", "kenji").isRefused("verifier-is-worker");
        verifier("dana", "amara").isRefused("verifier-is-worker");
        verifier("dana", "omar").isRefused("verifier-is-worker");
        verifier("dana", "nobody").isRefused("not-in-the-room");
        verifier("kenji", "marcus").isForbidden();
        verifier("dana", "marcus")
                .happens(new TaskEvent.VerifierSet(task, workshop.id("marcus"), Content.of("It matters.")));
        verifier("dana", "marcus").isRefused("nothing-to-do");
        workshop.as("dana")
                .when(new TaskCommand.SetVerifier(task, workshop.id("tomas"), ""))
                .isRefused("reason-missing");
    }

    @Test
    void a_machine_verifies_nothing() {
        workshop.as("dana")
                .give(new RoomCommand.Admit(
                        workshop.id("soar"),
                        "security",
                        Optional.of(workshop.in(Duration.ofDays(1))),
                        "Runs what is decided."));

        verifier("dana", "soar").isRefused("verifier-not-human");
    }

    private Then verifier(String by, String person) {
        return workshop.as(by).when(new TaskCommand.SetVerifier(task, workshop.id(person), "It matters."));
    }
}
