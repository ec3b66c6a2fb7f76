package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class FillingASeatTest {
    private final ARoom room = ARoom.with();

    @Test
    void somebody_with_the_right_puts_another_into_a_seat() {
        room.as("dana")
                .when(new RoomCommand.FillSeat(
                        "communications-lead",
                        room.id("omar"),
                        Optional.of(List.of(room.id("lucia"))),
                        "Lúcia is on a plane."))
                .happens(new RoomEvent.SeatFilled(
                        "communications-lead",
                        room.id("omar"),
                        List.of(room.id("lucia")),
                        Content.of("Lúcia is on a plane.")));

        assertThat(speakersFor("communications-lead")).containsExactly(room.id("omar"));
        room.as("omar").when(new RoomCommand.GiveUpdate("Lúcia is on a plane.")).happens(RoomEvent.UpdateGiven.class);
        room.as("lucia").when(new RoomCommand.GiveUpdate("Am I?")).isForbidden();
    }

    @Test
    void nobody_appoints_himself_beyond_what_the_charter_says() {
        fill("general-counsel", "dana", List.of()).isForbidden();
        fill("general-counsel", "omar", List.of("dana")).isForbidden();
        fill("ciso", "dana", List.of("marcus")).happens(RoomEvent.SeatFilled.class);
    }

    @Test
    void who_was_made_a_deputy_by_another_may_stay_one_but_not_move_up_by_himself() {
        room.as("marcus")
                .give(new RoomCommand.FillSeat(
                        "general-counsel", room.id("george"), Optional.of(List.of(room.id("dana"))), "For the night."));

        fill("general-counsel", "judith", List.of("dana")).happens(RoomEvent.SeatFilled.class);
        fill("general-counsel", "dana", List.of()).isForbidden();
    }

    @Test
    void deputies_stay_where_nothing_is_said_of_them_but_nobody_is_his_own_deputy() {
        room.as("marcus").give(new RoomCommand.FillSeat("coo", room.id("omar"), Optional.empty(), "Priya is asleep."));

        assertThat(room.seat("coo").holder()).contains(room.id("omar"));
        assertThat(room.seat("coo").deputies()).isEmpty();
    }

    @Test
    void the_same_again_is_nothing() {
        fill("coo", "priya", List.of("omar")).isRefused("nothing-to-do");
    }

    @Test
    void a_seat_is_for_a_person_and_exists_in_the_charter() {
        fill("coo", "soar", List.of()).isRefused("unfit-for-seat");
        fill("coo", "omar", List.of("soar")).isRefused("unfit-for-seat");
        room.as("dana")
                .when(new RoomCommand.FillSeat("coo", Actors.id("nobody"), Optional.empty(), "Why not."))
                .isRefused("unfit-for-seat");
        fill("jester", "omar", List.of()).isRefused("unknown-role");
    }

    @Test
    void it_asks_for_a_reason_and_the_right() {
        room.as("dana")
                .when(new RoomCommand.FillSeat("coo", room.id("omar"), Optional.empty(), ""))
                .isRefused("empty-text");
        room.as("kenji")
                .when(new RoomCommand.FillSeat("coo", room.id("omar"), Optional.empty(), "Why not."))
                .isForbidden();
    }

    @Test
    void an_empty_seat_speaks_for_nobody_and_its_deputies_stay() {
        room.as("dana")
                .when(new RoomCommand.VacateSeat("ceo", "Helen may be compromised."))
                .happens(new RoomEvent.SeatVacated("ceo", room.id("helen"), Content.of("Helen may be compromised.")));

        assertThat(speakersFor("ceo")).isEmpty();
        assertThat(room.seat("ceo").deputies()).containsExactly(room.id("priya"));
        assertThat(room.state().isResponder(room.id("helen"))).isFalse();
        room.as("helen").when(new RoomCommand.KeepSeat("ceo")).isUnseen();
        room.as("dana").when(new RoomCommand.VacateSeat("ceo", "Again.")).isRefused("nothing-to-do");
    }

    @Test
    void who_leaves_one_seat_keeps_the_other() {
        fill("engineering-lead", "tomas", List.of("kenji")).happens(RoomEvent.SeatFilled.class);

        assertThat(responder("tomas").roles()).containsExactly("engineering-lead", "infrastructure-lead");
        room.as("dana").give(new RoomCommand.VacateSeat("engineering-lead", "Too much for one."));
        assertThat(responder("tomas").roles()).containsExactly("infrastructure-lead");
        assertThat(responder("kenji").deputyFor()).containsExactly("engineering-lead", "identity-lead");
        assertThat(room.state().functionsOf(room.id("kenji"))).containsExactly("it");
    }

    private Responder responder(String name) {
        return room.state().roster().responder(room.id(name)).orElseThrow();
    }

    private List<Id> speakersFor(String role) {
        return room.state().speakersFor(role, room.scenario().now());
    }

    private Then fill(String role, String name, List<String> deputies) {
        return room.as("dana")
                .when(new RoomCommand.FillSeat(
                        role,
                        room.id(name),
                        Optional.of(deputies.stream().map(room::id).toList()),
                        "So it was agreed."));
    }
}
