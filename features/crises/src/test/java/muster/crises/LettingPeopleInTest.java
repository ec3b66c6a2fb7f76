package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.people.PeopleCommand;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class LettingPeopleInTest {
    private final ARoom room = ARoom.with();

    @Test
    void to_everybody_else_the_crisis_does_not_exist() {
        room.as("judith").when(new RoomCommand.GiveUpdate("Hello?")).isUnseen();
        room.as("judith").when(new RoomCommand.Close("", Optional.empty())).isUnseen();
    }

    @Test
    void an_outsider_takes_part_until_a_time_and_with_what_everyone_may() {
        Instant until = in(Duration.ofDays(2));
        room.as("george")
                .when(new RoomCommand.Admit(room.id("judith"), "legal", Optional.of(until), "Engagement letter."))
                .happens(new RoomEvent.Admitted(
                        room.id("judith"), "legal", Optional.of(until), Content.of("Engagement letter.")));

        assertThat(room.scenario().engine().standing(room.stream(), room.actor("judith")))
                .satisfies(standing -> {
                    assertThat(standing.seats()).isEmpty();
                    assertThat(standing.human()).isTrue();
                    assertThat(standing.has("decisions.ask")).isTrue();
                    assertThat(standing.has("crises.close")).isFalse();
                    assertThat(standing.charter()).isEqualTo(room.organisation().version());
                });
        assertThat(room.state().functionsOf(room.id("judith"))).containsExactly("legal");
    }

    @Test
    void it_ends_by_itself() {
        admit("judith", Duration.ofDays(2)).happens(RoomEvent.Admitted.class);
        assertThat(clearance("judith")).isEqualTo(Clearance.GENERAL);

        room.scenario().after(Duration.ofDays(2));
        assertThat(clearance("judith")).isEqualTo(Clearance.NONE);
        assertThat(room.state().isResponder(room.id("judith"))).isTrue();
        assertThat(room.state().isResponder(room.id("judith"), room.scenario().now()))
                .isFalse();
        room.as("judith").when(new RoomCommand.AcceptSeat("ciso")).isUnseen();
    }

    @Test
    void who_is_given_a_seat_meanwhile_stays() {
        admit("judith", Duration.ofDays(2)).happens(RoomEvent.Admitted.class);
        room.as("dana")
                .give(new RoomCommand.FillSeat(
                        "general-counsel", room.id("judith"), Optional.empty(), "George is on trial."));
        room.scenario().after(Duration.ofDays(2));

        assertThat(clearance("judith")).isEqualTo(Clearance.GENERAL);
    }

    @Test
    void it_can_be_extended() {
        admit("judith", Duration.ofDays(2)).happens(RoomEvent.Admitted.class);
        admit("judith", Duration.ofDays(2)).isRefused("nothing-to-do");
        admit("judith", Duration.ofDays(4)).happens(RoomEvent.Admitted.class);

        assertThat(room.state().isResponder(room.id("judith"), in(Duration.ofDays(3))))
                .isTrue();
    }

    @Test
    void outsiders_and_what_is_not_human_need_an_end() {
        admit("judith").isRefused("needs-an-end");
        admit("soar").isRefused("needs-an-end");
        admit("soar", Duration.ofHours(12)).happens(RoomEvent.Admitted.class);
        assertThat(room.scenario()
                        .engine()
                        .standing(room.stream(), room.actor("soar"))
                        .human())
                .isFalse();
    }

    @Test
    void it_asks_who_for_what_and_why() {
        room.as("dana")
                .when(new RoomCommand.Admit(Actors.id("nobody"), "legal", Optional.empty(), "Why not."))
                .isRefused("unknown-person");
        admit("judith", Duration.ZERO).isRefused("end-has-passed");
        room.as("dana")
                .when(new RoomCommand.Admit(room.id("omar"), "", Optional.empty(), "Why not."))
                .isRefused("empty-text");
        room.as("dana")
                .when(new RoomCommand.Admit(room.id("omar"), "business", Optional.empty(), ""))
                .isRefused("empty-text");
        room.as("kenji")
                .when(new RoomCommand.Admit(room.id("omar"), "business", Optional.empty(), "Why not."))
                .isForbidden();
    }

    @Test
    void a_session_that_was_ended_or_a_person_who_left_is_nobody_here() {
        room.organisation()
                .scenario()
                .give(new PeopleCommand.EndSession(Actors.id("kenji's session"), "Stolen laptop."));
        room.organisation().scenario().give(new PeopleCommand.Remove(room.id("tomas"), "Left the company."));

        assertThat(clearance("kenji")).isEqualTo(Clearance.NONE);
        assertThat(clearance("tomas")).isEqualTo(Clearance.NONE);
        room.as("tomas").when(new RoomCommand.AcceptSeat("ciso")).isUnseen();
    }

    @Test
    void who_left_the_organisation_is_not_named_as_somebody_who_could() {
        room.organisation().scenario().give(new PeopleCommand.Remove(room.id("marcus"), "Left the company."));

        room.as("kenji")
                .when(new RoomCommand.Classify("sev-2", "Only a test share."))
                .isForbidden()
                .saysWhoCan(room.id("dana"));
    }

    @Test
    void who_is_dismissed_leaves_every_seat_and_every_list() {
        admit("priya", Duration.ofDays(1)).happens(RoomEvent.Admitted.class);
        room.as("omar").give(new RoomCommand.StandIn("coo", in(Duration.ofHours(2)), "Priya is asleep."));

        room.as("dana")
                .when(new RoomCommand.Dismiss(room.id("priya"), "Her laptop is the attacker's."))
                .happens(
                        new RoomEvent.SeatVacated("coo", room.id("priya"), Content.of("Her laptop is the attacker's.")),
                        new RoomEvent.Dismissed(room.id("priya"), Content.of("Her laptop is the attacker's.")));
        assertThat(room.seat("coo").holder()).isEmpty();
        assertThat(room.seat("coo").speakers(room.scenario().now())).containsExactly(room.id("omar"));
        assertThat(room.seat("ceo").deputies()).isEmpty();
        assertThat(clearance("priya")).isEqualTo(Clearance.NONE);
    }

    @Test
    void who_is_dismissed_stands_in_for_nobody_and_is_offered_nothing() {
        room.as("nadia").give(new RoomCommand.StandIn("incident-lead", in(Duration.ofHours(2)), "Dana sleeps."));
        room.as("dana").give(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Yours."));
        room.as("marcus").give(new RoomCommand.Dismiss(room.id("nadia"), "Her account was phished."));

        assertThat(room.seat("incident-lead").standIn()).isEmpty();
        assertThat(room.seat("incident-lead").handover()).isEmpty();
        assertThat(clearance("nadia")).isEqualTo(Clearance.NONE);
    }

    @Test
    void whoever_opened_it_stays() {
        room.as("marcus")
                .when(new RoomCommand.Dismiss(room.id("dana"), "Enough."))
                .isRefused("opener-stays");
        room.as("marcus")
                .give(new RoomCommand.FillSeat(
                        "incident-lead", room.id("nadia"), Optional.of(List.of()), "Dana is ill."));
        room.as("marcus")
                .give(new RoomCommand.FillSeat("ciso", room.id("marcus"), Optional.of(List.of()), "Dana is ill."));

        assertThat(clearance("dana")).isEqualTo(Clearance.GENERAL);
        room.as("dana").when(new RoomCommand.Classify("sev-2", "I think.")).isForbidden();
    }

    @Test
    void dismissing_needs_a_reason_the_right_and_somebody() {
        room.as("dana").when(new RoomCommand.Dismiss(room.id("kenji"), "")).isRefused("empty-text");
        room.as("kenji")
                .when(new RoomCommand.Dismiss(room.id("tomas"), "Why not."))
                .isForbidden();
        room.as("dana").when(new RoomCommand.Dismiss(room.id("judith"), "Out.")).isRefused("nothing-to-do");
    }

    private Then admit(String name) {
        return room.as("dana")
                .when(new RoomCommand.Admit(room.id(name), "legal", Optional.empty(), "Engagement letter."));
    }

    private Then admit(String name, Duration howLong) {
        return room.as("dana")
                .when(new RoomCommand.Admit(room.id(name), "legal", Optional.of(in(howLong)), "Engagement letter."));
    }

    private Clearance clearance(String name) {
        return room.scenario().engine().clearance(room.stream(), room.actor(name));
    }

    private Instant in(Duration duration) {
        return room.scenario().now().plus(duration);
    }
}
