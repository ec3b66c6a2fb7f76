package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.HeldSeat;
import muster.kernel.Id;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class StandingInTest {
    private final ARoom room = ARoom.with();

    @Test
    void a_deputy_takes_the_seat_with_its_rights_for_a_while() {
        Instant until = in(Duration.ofHours(8));
        classify("nadia").isForbidden();
        room.as("nadia")
                .when(new RoomCommand.StandIn("incident-lead", until, "Dana sleeps."))
                .happens(new RoomEvent.StoodIn("incident-lead", until, Content.of("Dana sleeps.")));

        assertThat(speakersFor("incident-lead")).containsExactly(room.id("dana"), room.id("nadia"));
        assertThat(room.scenario()
                        .engine()
                        .standing(room.stream(), room.actor("nadia"))
                        .seats())
                .containsExactly(new HeldSeat("incident-lead", Optional.of(room.id("dana")), Optional.of(until)));
        classify("nadia").happens(RoomEvent.Classified.class);
    }

    @Test
    void it_is_written_on_what_the_deputy_does() {
        Instant until = in(Duration.ofHours(8));
        standIn("nadia", "incident-lead", Duration.ofHours(8)).happens(RoomEvent.StoodIn.class);

        assertThat(classify("nadia").recorded().getFirst().authority().seats())
                .containsExactly(new HeldSeat("incident-lead", Optional.of(room.id("dana")), Optional.of(until)));
    }

    @Test
    void it_ends_by_itself() {
        standIn("nadia", "incident-lead", Duration.ofHours(8)).happens(RoomEvent.StoodIn.class);

        room.scenario().after(Duration.ofHours(8).minusMillis(1));
        assertThat(speakersFor("incident-lead")).contains(room.id("nadia"));
        room.scenario().after(Duration.ofMillis(1));
        assertThat(speakersFor("incident-lead")).containsExactly(room.id("dana"));
        classify("nadia").isForbidden();
        assertThat(room.state().isResponder(room.id("nadia"))).isTrue();
    }

    @Test
    void the_holder_is_not_shut_out_and_can_end_it() {
        standIn("nadia", "incident-lead", Duration.ofHours(8)).happens(RoomEvent.StoodIn.class);

        room.as("dana")
                .when(new RoomCommand.StandDown("incident-lead"))
                .happens(new RoomEvent.StoodDown("incident-lead", room.id("nadia")));
        classify("nadia").isForbidden();
        room.as("dana").when(new RoomCommand.StandDown("incident-lead")).isRefused("nobody-stands-in");
    }

    @Test
    void the_deputy_can_leave_before_the_end_and_nobody_else_can_make_him() {
        standIn("nadia", "incident-lead", Duration.ofHours(8)).happens(RoomEvent.StoodIn.class);

        room.as("kenji").when(new RoomCommand.StandDown("incident-lead")).isForbidden();
        room.as("nadia").when(new RoomCommand.StandDown("incident-lead")).happens(RoomEvent.StoodDown.class);
    }

    @Test
    void only_a_deputy_of_that_seat_can() {
        standIn("kenji", "incident-lead", Duration.ofHours(1)).isForbidden().saysWhoCan(room.id("nadia"));
        standIn("dana", "incident-lead", Duration.ofHours(1)).isForbidden();
        room.scenario()
                .when(new RoomCommand.StandIn("incident-lead", in(Duration.ofHours(1)), "I have the machine."))
                .isForbidden();
    }

    @Test
    void a_vacant_seat_can_be_taken_too() {
        room.as("dana").give(new RoomCommand.VacateSeat("ceo", "Helen may be compromised."));
        standIn("priya", "ceo", Duration.ofHours(2)).happens(RoomEvent.StoodIn.class);

        assertThat(speakersFor("ceo")).containsExactly(room.id("priya"));
    }

    @Test
    void one_deputy_at_a_time() {
        room.as("marcus")
                .give(new RoomCommand.FillSeat(
                        "coo",
                        room.id("priya"),
                        Optional.of(List.of(room.id("omar"), room.id("tomas"))),
                        "Two deputies for the night."));
        standIn("omar", "coo", Duration.ofHours(2)).happens(RoomEvent.StoodIn.class);

        standIn("tomas", "coo", Duration.ofHours(2)).isRefused("somebody-stands-in");
        standIn("omar", "coo", Duration.ofHours(4)).happens(RoomEvent.StoodIn.class);
        room.scenario().after(Duration.ofHours(4));
        standIn("tomas", "coo", Duration.ofHours(2)).happens(RoomEvent.StoodIn.class);
    }

    @Test
    void a_deputy_who_is_one_no_longer_stands_in_no_longer() {
        standIn("omar", "coo", Duration.ofHours(2)).happens(RoomEvent.StoodIn.class);
        room.as("dana")
                .give(new RoomCommand.FillSeat(
                        "coo", room.id("priya"), Optional.of(List.of(room.id("tomas"))), "Omar is ill."));

        assertThat(speakersFor("coo")).containsExactly(room.id("priya"));
    }

    @Test
    void it_has_an_end_that_is_not_far_and_a_reason() {
        standIn("nadia", "incident-lead", Duration.ZERO).isRefused("end-has-passed");
        standIn("nadia", "incident-lead", Duration.ofHours(73)).isRefused("too-long");
        room.as("nadia")
                .when(new RoomCommand.StandIn("incident-lead", in(Duration.ofHours(1)), ""))
                .isRefused("empty-text");
        room.as("nadia")
                .when(new RoomCommand.StandIn("jester", in(Duration.ofHours(1)), "Why not."))
                .isRefused("unknown-role");
    }

    @Test
    void its_end_is_real_time_even_in_an_exercise_that_plays_at_christmas() {
        ARoom exercise = ARoom.exercise();
        Instant until = exercise.scenario().now().plus(Duration.ofHours(1));
        exercise.as("nadia")
                .when(new RoomCommand.StandIn("incident-lead", until, "Dana sleeps."))
                .happens(RoomEvent.StoodIn.class);

        assertThat(exercise.seat("incident-lead").speakers(until.minusMillis(1)))
                .contains(exercise.id("nadia"));
        exercise.scenario().after(Duration.ofHours(1));
        exercise.as("nadia").when(new RoomCommand.Classify("sev-2", "A drill.")).isForbidden();
    }

    private Then standIn(String name, String role, Duration howLong) {
        return room.as(name).when(new RoomCommand.StandIn(role, in(howLong), "Asleep."));
    }

    private Then classify(String name) {
        return room.as(name).when(new RoomCommand.Classify("sev-2", "Only a test share."));
    }

    private List<Id> speakersFor(String role) {
        return room.state().speakersFor(role, room.scenario().now());
    }

    private Instant in(Duration duration) {
        return room.scenario().now().plus(duration);
    }
}
