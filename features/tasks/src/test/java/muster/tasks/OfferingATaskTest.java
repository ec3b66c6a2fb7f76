package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import muster.crises.RoomCommand;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Ref;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class OfferingATaskTest {
    private final AWorkshop workshop = new AWorkshop();

    @Test
    void whoever_may_asks_somebody_in_the_room_who_does_not_own_it_yet() {
        Id kenji = workshop.id("kenji");

        offer(offer -> offer.described(" Both ends. ").on("site:rotterdam"))
                .happens(new TaskEvent.Offered(
                        workshop.id(AWorkshop.TUNNEL),
                        Lane.GENERAL,
                        kenji,
                        Optional.empty(),
                        Risk.MEDIUM,
                        List.of(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("site:rotterdam"),
                        Optional.empty(),
                        Content.of(AWorkshop.TUNNEL),
                        Content.of("Both ends.")));

        Id task = workshop.id(AWorkshop.TUNNEL);
        assertThat(workshop.state(task)).isEqualTo(TaskState.OFFERED);
        assertThat(workshop.owner(task)).isEmpty();
        assertThat(workshop.card(task).waitsFor()).containsExactly(kenji);
    }

    @Test
    void without_an_id_it_gets_one() {
        offer(AnOffer::withoutId).happens(TaskEvent.Offered.class);

        assertThat(workshop.work().tasks().size()).isEqualTo(1);
    }

    @Test
    void taking_it_oneself_is_offering_and_accepting_in_one() {
        workshop.as("kenji")
                .when(AnOffer.of(AWorkshop.TUNNEL, workshop.id("kenji")).command())
                .happens(TaskEvent.Offered.class, TaskEvent.Accepted.class);

        assertThat(workshop.owner(workshop.id(AWorkshop.TUNNEL))).contains(workshop.id("kenji"));
    }

    @Test
    void it_remembers_what_it_was_made_of() {
        Ref message = workshop.room.refTo("coo");

        offer(offer -> offer.from(message)).happens(TaskEvent.Offered.class);

        assertThat(workshop.card(workshop.id(AWorkshop.TUNNEL)).origin()).contains(message);
    }

    @Test
    void it_needs_the_right() {
        workshop.as("omar")
                .when(AnOffer.of(AWorkshop.TUNNEL, workshop.id("kenji")).command())
                .isForbidden();
    }

    @Test
    void it_goes_only_to_somebody_who_takes_part() {
        workshop.as("dana").give(new RoomCommand.Dismiss(workshop.id("judith"), "The engagement is over."));

        workshop.as("dana")
                .when(AnOffer.of(AWorkshop.TUNNEL, workshop.id("judith")).command())
                .isRefused("not-in-the-room");
        workshop.as("dana")
                .when(AnOffer.of(AWorkshop.TUNNEL, workshop.id("nobody")).command())
                .isRefused("not-in-the-room");
    }

    @Test
    void it_says_in_a_few_words_what_is_to_be_done() {
        offer(offer -> offer.titled("  ")).isRefused("title-missing");
        offer(offer -> offer.titled("x".repeat(201))).isRefused("title-too-long");
        offer(offer -> offer.described("x".repeat(10_001))).isRefused("description-too-long");
        offer(offer -> offer.titled("x".repeat(200)).described("x".repeat(10_000)))
                .happens(TaskEvent.Offered.class);
    }

    @Test
    void it_is_due_at_a_time_that_is_still_to_come() {
        offer(offer -> offer.due(workshop.now())).isRefused("due-passed");
        offer(offer -> offer.due(workshop.in(Duration.ofMinutes(1)))).happens(TaskEvent.Offered.class);
    }

    @Test
    void the_work_is_expected_to_take_some_time_and_not_for_ever() {
        offer(offer -> offer.expected(Duration.ZERO)).isRefused("bad-expected");
        offer(offer -> offer.expected(Duration.ofDays(365))).isRefused("bad-expected");
        offer(offer -> offer.expected(Duration.ofMinutes(20))).happens(TaskEvent.Offered.class);
    }

    @Test
    void what_it_acts_upon_is_a_short_code() {
        offer(offer -> offer.on("The site in Rotterdam")).isRefused("bad-subject");
    }

    @Test
    void no_two_tasks_have_one_id() {
        workshop.offered(AWorkshop.TUNNEL);

        offer(offer -> offer).isRefused("id-taken");
    }

    @Test
    void it_depends_only_on_tasks_that_exist_and_can_still_be_done() {
        Id dropped = workshop.offered("Call the landlord");
        workshop.as("dana").give(new TaskCommand.Drop(dropped, "He called."));

        offer(offer -> offer.dependsOn(workshop.id("no such task"))).isUnseen();
        offer(offer -> offer.dependsOn(workshop.id(AWorkshop.TUNNEL))).isUnseen();
        offer(offer -> offer.dependsOn(dropped)).isRefused("dependency-dropped");
    }

    @Test
    void it_waits_for_at_most_fifty_others() {
        Id other = workshop.offered("Find the diagram");

        offer(offer -> offer.dependsOn(
                        IntStream.range(0, 51).mapToObj(i -> other).toArray(Id[]::new)))
                .isRefused("too-many-dependencies");
        offer(offer -> offer.dependsOn(other, other)).happens(TaskEvent.Offered.class);
        assertThat(workshop.card(workshop.id(AWorkshop.TUNNEL)).dependsOn()).containsExactly(other);
    }

    @Test
    void nobody_verifies_their_own_work_and_no_machine_verifies_anybodys() {
        workshop.as("dana")
                .give(new RoomCommand.Admit(
                        workshop.id("soar"),
                        "security",
                        Optional.of(workshop.in(Duration.ofDays(1))),
                        "Runs what is decided."));

        offer(offer -> offer.verifiedBy(workshop.id("kenji"))).isRefused("verifier-is-worker");
        offer(offer -> offer.verifiedBy(workshop.id("soar"))).isRefused("verifier-not-human");
        offer(offer -> offer.verifiedBy(workshop.id("nobody"))).isRefused("not-in-the-room");
        offer(offer -> offer.verifiedBy(workshop.id("marcus"))).happens(TaskEvent.Offered.class);
    }

    @Test
    void whoever_is_asked_is_told_but_not_about_what_they_ask_of_themselves() {
        workshop.as("kenji")
                .give(AnOffer.of("Look at the logs", workshop.id("kenji")).command());
        assertThat(workshop.room.scenario().sent())
                .noneMatch(errand -> errand.words().containsValue("tasks"));

        offer(offer -> offer);
        assertThat(workshop.room.scenario().sent())
                .anySatisfy(errand -> assertThat(errand.words())
                        .containsEntry("feature", "tasks")
                        .containsEntry("asking", "accept")
                        .containsEntry("persons", workshop.id("kenji").text()));
    }

    private Then offer(UnaryOperator<AnOffer> terms) {
        return workshop.as("dana")
                .when(terms.apply(AnOffer.of(AWorkshop.TUNNEL, workshop.id("kenji")))
                        .command());
    }
}
