package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.OpenItem;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class HandingOverASeatTest {
    private final ARoom room = ARoom.with();

    @Test
    void the_next_shift_accepts_and_the_two_change_places() {
        offer("dana", "nadia")
                .happens(new RoomEvent.SeatOffered(
                        "incident-lead", room.id("nadia"), Content.of("Two tasks are late; Legal waits.")));
        assertThat(room.state().lead()).contains(room.id("dana"));

        room.as("nadia")
                .when(new RoomCommand.AcceptSeat("incident-lead"))
                .happens(new RoomEvent.SeatAccepted("incident-lead"));
        assertThat(room.state().lead()).contains(room.id("nadia"));
        assertThat(room.seat("incident-lead").deputies()).containsExactly(room.id("dana"));

        offer("nadia", "dana").happens(RoomEvent.SeatOffered.class);
        room.as("dana").when(new RoomCommand.AcceptSeat("incident-lead")).happens(RoomEvent.SeatAccepted.class);
        assertThat(room.seat("incident-lead").deputies()).containsExactly(room.id("nadia"));
    }

    @Test
    void until_then_the_holder_holds_and_the_seat_waits_for_the_other() {
        offer("dana", "nadia").happens(RoomEvent.SeatOffered.class);

        assertThat(speakers()).containsExactly(room.id("dana"));
        assertThat(card().waitsFor()).containsExactly(room.id("nadia"));
        assertThat(new Crises().openItems(room.state()))
                .extracting(OpenItem::owner, OpenItem::barsClosing)
                .containsExactly(tuple(Optional.of(room.id("dana")), false));
    }

    @Test
    void it_can_be_declined_with_a_reason() {
        offer("dana", "nadia").happens(RoomEvent.SeatOffered.class);

        room.as("nadia").when(new RoomCommand.DeclineSeat("incident-lead", "")).isRefused("empty-text");
        room.as("nadia")
                .when(new RoomCommand.DeclineSeat("incident-lead", "I have been up for 20 hours."))
                .happens(RoomEvent.SeatDeclined.class);
        room.as("nadia").when(new RoomCommand.AcceptSeat("incident-lead")).isRefused("not-offered");
        assertThat(card().waitsFor()).isEmpty();
    }

    @Test
    void it_can_be_taken_back() {
        offer("dana", "nadia").happens(RoomEvent.SeatOffered.class);

        room.as("nadia").when(new RoomCommand.KeepSeat("incident-lead")).isForbidden();
        room.as("dana").when(new RoomCommand.KeepSeat("incident-lead")).happens(RoomEvent.SeatKept.class);
        room.as("nadia").when(new RoomCommand.AcceptSeat("incident-lead")).isRefused("not-offered");
        room.as("dana").when(new RoomCommand.KeepSeat("incident-lead")).isRefused("not-offered");
        room.as("nadia")
                .when(new RoomCommand.DeclineSeat("incident-lead", "No."))
                .isRefused("not-offered");
    }

    @Test
    void nobody_else_answers_and_only_the_holder_offers() {
        offer("marcus", "nadia").isForbidden();
        offer("dana", "nadia").happens(RoomEvent.SeatOffered.class);
        room.as("kenji").when(new RoomCommand.AcceptSeat("incident-lead")).isForbidden();
        room.as("dana").when(new RoomCommand.AcceptSeat("incident-lead")).isForbidden();
        room.as("kenji")
                .when(new RoomCommand.DeclineSeat("incident-lead", "No."))
                .isForbidden();
    }

    @Test
    void who_stands_in_cannot_give_the_seat_away() {
        room.as("nadia")
                .give(new RoomCommand.StandIn(
                        "incident-lead", room.scenario().now().plus(Duration.ofHours(2)), "Dana sleeps."));

        offer("nadia", "dana").isRefused("nothing-to-do");
        room.as("nadia")
                .when(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "To me."))
                .isForbidden();
    }

    @Test
    void a_deputy_who_stands_in_may_become_the_holder() {
        room.as("nadia")
                .give(new RoomCommand.StandIn(
                        "incident-lead", room.scenario().now().plus(Duration.ofHours(2)), "Dana sleeps."));
        offer("dana", "nadia").happens(RoomEvent.SeatOffered.class);
        room.as("nadia").give(new RoomCommand.AcceptSeat("incident-lead"));

        assertThat(speakers()).containsExactly(room.id("nadia"));
    }

    @Test
    void it_goes_only_to_whom_it_or_the_charter_names() {
        offer("dana", "kenji").isRefused("not-listed");
        offer("dana", "soar").isRefused("unfit-for-seat");
        offer("dana", "dana").isRefused("nothing-to-do");
        room.as("dana")
                .when(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), " "))
                .isRefused("empty-text");
    }

    @Test
    void whom_the_charter_names_hears_of_the_offer_even_from_outside_the_room() {
        room.as("marcus")
                .give(new RoomCommand.FillSeat(
                        "communications-lead", room.id("omar"), Optional.of(List.of()), "Lúcia is on a plane."));
        assertThat(room.state().isResponder(room.id("lucia"))).isFalse();

        room.as("omar").give(new RoomCommand.HandOverSeat("communications-lead", room.id("lucia"), "You have landed."));
        room.as("lucia").when(new RoomCommand.AcceptSeat("communications-lead")).happens(RoomEvent.SeatAccepted.class);
    }

    @Test
    void a_seat_that_is_filled_anew_is_offered_to_nobody() {
        offer("dana", "nadia").happens(RoomEvent.SeatOffered.class);
        room.as("marcus")
                .give(new RoomCommand.FillSeat("incident-lead", room.id("kenji"), Optional.empty(), "By the CISO."));

        room.as("nadia").when(new RoomCommand.AcceptSeat("incident-lead")).isRefused("not-offered");
    }

    @Test
    void a_vacant_seat_cannot_be_handed_over() {
        room.as("marcus").give(new RoomCommand.VacateSeat("incident-lead", "Dana is ill."));

        room.as("marcus")
                .when(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Take it."))
                .isRefused("vacant");
    }

    private Then offer(String from, String to) {
        return room.as(from)
                .when(new RoomCommand.HandOverSeat("incident-lead", room.id(to), "Two tasks are late; Legal waits."));
    }

    private List<Id> speakers() {
        return room.state().speakersFor("incident-lead", room.scenario().now());
    }

    private SeatCard card() {
        return room.scenario().view("crises.seats", SeatCard.class).getFirst();
    }
}
