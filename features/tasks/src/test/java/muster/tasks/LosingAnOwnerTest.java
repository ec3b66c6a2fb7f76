package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import muster.crises.RoomCommand;
import muster.crises.RoomEvent;
import muster.kernel.Id;
import org.junit.jupiter.api.Test;

class LosingAnOwnerTest {
    private final AWorkshop workshop = new AWorkshop();
    private final Id dana = workshop.id("dana");

    @Test
    void whoever_leads_finds_another_owner_when_one_is_dismissed() {
        Id task = ownedByJudith("Call outside counsel");

        workshop.as("dana")
                .when(new RoomCommand.Dismiss(workshop.id("judith"), "The engagement is over."))
                .happens(RoomEvent.Dismissed.class, TaskEvent.OwnerSought.class);

        assertThat(workshop.owner(task)).contains(workshop.id("judith"));
        assertThat(workshop.card(task).ownerLeft()).isTrue();
        assertThat(workshop.card(task).waitsFor()).containsExactly(dana);
    }

    @Test
    void it_is_looked_for_until_somebody_has_accepted() {
        Id task = ownedByJudith("Call outside counsel");
        dismissJudith();

        workshop.as("dana").give(new TaskCommand.Reassign(task, workshop.id("amara"), "Judith has left."));
        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("amara"));
        workshop.as("amara").give(new TaskCommand.Decline(task, "Ask George."));
        assertThat(workshop.card(task).waitsFor()).containsExactly(dana);
        workshop.as("dana").give(new TaskCommand.Reassign(task, workshop.id("george"), "Judith has left."));
        workshop.as("george").give(new TaskCommand.Accept(task));

        assertThat(workshop.card(task).ownerLeft()).isFalse();
        assertThat(workshop.card(task).waitsFor()).isEmpty();
    }

    @Test
    void leaving_a_seat_is_leaving_for_whoever_has_no_other_part() {
        Id task = workshop.owned(AWorkshop.TUNNEL);
        workshop.as("dana")
                .give(new RoomCommand.FillSeat(
                        "identity-lead", workshop.id("amara"), Optional.of(List.of()), "Kenji may be compromised."));

        workshop.as("dana")
                .when(new RoomCommand.FillSeat(
                        "engineering-lead", workshop.id("tomas"), Optional.of(List.of()), "Kenji may be compromised."))
                .happens(RoomEvent.SeatFilled.class, TaskEvent.OwnerSought.class);

        assertThat(workshop.card(task).ownerLeft()).isTrue();
    }

    @Test
    void whoever_takes_over_the_lead_looks_for_the_owners_that_are_missing() {
        Id task = ownedByJudith("tomas", "Call outside counsel");
        Id declined = workshop.offered("Find the diagram");
        workshop.as("kenji").give(new TaskCommand.Decline(declined, "Not mine."));
        dismissJudith();
        workshop.as("dana").give(new RoomCommand.HandOverSeat("incident-lead", workshop.id("nadia"), "My shift ends."));

        workshop.as("nadia")
                .when(new RoomCommand.AcceptSeat("incident-lead"))
                .happens(RoomEvent.SeatAccepted.class, TaskEvent.OwnerSought.class);

        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("nadia"));
        assertThat(workshop.card(declined).waitsFor())
                .as("who asked for it is still there")
                .containsExactly(dana);
    }

    @Test
    void whoever_changes_seats_and_stays_keeps_what_they_own() {
        Id task = workshop.owned(AWorkshop.TUNNEL);

        workshop.as("dana")
                .when(new RoomCommand.VacateSeat("engineering-lead", "Kenji helps with identities."))
                .happens(RoomEvent.SeatVacated.class);

        assertThat(workshop.card(task).ownerLeft()).isFalse();
    }

    @Test
    void an_owner_who_comes_back_goes_on() {
        Id task = ownedByJudith("Call outside counsel");
        dismissJudith();

        workshop.as("dana")
                .when(new RoomCommand.Admit(
                        workshop.id("judith"),
                        "legal",
                        Optional.of(workshop.in(Duration.ofDays(1))),
                        "The engagement was prolonged."))
                .happens(RoomEvent.Admitted.class, TaskEvent.OwnerReturned.class);

        assertThat(workshop.card(task).ownerLeft()).isFalse();
        assertThat(workshop.card(task).waitsFor()).isEmpty();
    }

    @Test
    void whoever_was_to_find_an_owner_and_leaves_is_followed_by_whoever_leads() {
        workshop.as("tomas")
                .give(AnOffer.of("Check the valves", workshop.id("kenji")).command());
        Id valves = workshop.id("Check the valves");
        workshop.as("kenji").give(new TaskCommand.Decline(valves, "Not mine."));
        assertThat(workshop.card(valves).waitsFor()).containsExactly(workshop.id("tomas"));

        workshop.as("dana")
                .give(new RoomCommand.FillSeat(
                        "engineering-lead", workshop.id("kenji"), Optional.of(List.of()), "Tomáš is off shift."));
        workshop.as("dana")
                .when(new RoomCommand.VacateSeat("infrastructure-lead", "Tomáš is off shift."))
                .happens(RoomEvent.SeatVacated.class, TaskEvent.OwnerSought.class);

        assertThat(workshop.card(valves).waitsFor()).containsExactly(dana);
    }

    @Test
    void while_nobody_leads_it_waits_for_the_next_who_does() {
        Id task = ownedByJudith("Call outside counsel");
        workshop.as("marcus").give(new RoomCommand.VacateSeat("incident-lead", "Dana has to sleep."));
        workshop.as("marcus").give(new RoomCommand.Dismiss(workshop.id("judith"), "The engagement is over."));
        assertThat(workshop.card(task).ownerLeft()).isTrue();
        assertThat(workshop.card(task).waitsFor()).isEmpty();

        workshop.as("marcus")
                .when(new RoomCommand.FillSeat(
                        "incident-lead", workshop.id("nadia"), Optional.empty(), "Nadia leads now."))
                .happens(RoomEvent.SeatFilled.class, TaskEvent.OwnerSought.class);

        assertThat(workshop.card(task).waitsFor()).containsExactly(workshop.id("nadia"));
    }

    @Test
    void only_muster_says_who_has_left() {
        Id task = workshop.owned(AWorkshop.TUNNEL);

        workshop.as("dana").when(new TaskCommand.LookForOwner(task)).isUnseen();
    }

    private Id ownedByJudith(String title) {
        return ownedByJudith("dana", title);
    }

    private Id ownedByJudith(String asker, String title) {
        workshop.as(asker).give(AnOffer.of(title, workshop.id("judith")).command());
        workshop.as("judith").give(new TaskCommand.Accept(workshop.id(title)));
        return workshop.id(title);
    }

    private void dismissJudith() {
        workshop.as("dana").give(new RoomCommand.Dismiss(workshop.id("judith"), "The engagement is over."));
    }
}
