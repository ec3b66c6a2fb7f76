package muster.crises;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Outcome;
import muster.testing.Actors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClosingACrisisTest {
    private static final Id CHORE = Actors.id("a chore");

    private final ARoom room = ARoom.with(new Chores());

    @Test
    void it_ends_with_a_reason_and_the_register_knows() {
        room.as("dana")
                .when(new RoomCommand.Close("Everything is restored.", Optional.of("Test the backups.")))
                .happens(new RoomEvent.Closed(Content.of("Everything is restored."), Content.of("Test the backups.")));

        assertThat(room.state().isClosed()).isTrue();
        assertThat(room.state().phase()).isEqualTo(Phase.CLOSED);
        assertThat(room.organisation().scenario().events(RegisterEvent.ClosedNoted.class))
                .containsExactly(new RegisterEvent.ClosedNoted(room.crisis()));
        assertThat(room.organisation()
                        .scenario()
                        .state(Register.KEY)
                        .crises()
                        .the(room.crisis())
                        .closedAt())
                .contains(room.scenario().now());
    }

    @Test
    void the_lessons_can_come_later() {
        room.as("dana")
                .when(close())
                .happens(new RoomEvent.Closed(Content.of("Everything is restored."), Content.of("")));
    }

    @Test
    void a_false_alarm_is_closed_without_ever_being_declared() {
        ARoom candidate = ARoom.opened();

        candidate.as("dana").when(close()).happens(RoomEvent.Closed.class);
    }

    @Test
    void not_while_something_without_disposition_bars_it() {
        room.as("kenji").give(new Chores.Start(CHORE, Lane.GENERAL, true));
        room.as("kenji").give(new Chores.Start(Actors.id("another"), Lane.GENERAL, true));

        room.as("dana").when(close()).isRefused("open-items");
        assertThat(words()).isEqualTo("Not before this has an end: 2 × chore.");
        room.as("kenji").give(new Chores.Finish(CHORE));
        room.as("kenji").give(new Chores.Finish(Actors.id("another")));
        room.as("dana").when(close()).happens(RoomEvent.Closed.class);
    }

    @Test
    void what_is_open_in_a_compartment_is_not_described() {
        room.as("kenji")
                .give(new Chores.Start(CHORE, new Lane(Actors.id("privileged").text()), true));
        room.as("kenji")
                .give(new Chores.Start(
                        Actors.id("another"), new Lane(Actors.id("privileged").text()), true));

        room.as("dana").when(close()).isRefused("open-items");
        assertThat(words()).isEqualTo("Not before this has an end: something in a compartment.");
    }

    @Test
    void what_only_waits_does_not_bar_it() {
        room.as("kenji").give(new Chores.Start(CHORE, Lane.GENERAL, false));
        room.as("dana").give(new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Yours."));

        room.as("dana").when(close()).happens(RoomEvent.Closed.class);
    }

    @Test
    void it_asks_for_a_reason_and_the_right() {
        room.as("dana").when(new RoomCommand.Close(" ", Optional.empty())).isRefused("empty-text");
        room.as("dana")
                .when(new RoomCommand.Close("Done.", Optional.of("x".repeat(10_001))))
                .isRefused("text-too-long");
        room.as("kenji").when(close()).isForbidden();
        room.as("helen").when(close()).happens(RoomEvent.Closed.class);
    }

    @TestFactory
    Stream<DynamicTest> whatever_is_asked_afterwards_is_refused() {
        room.as("dana").give(close());
        Instant later = room.scenario().now().plus(Duration.ofHours(1));
        return Stream.of(
                        new RoomCommand.Declare("Again", "sev-1", "It is back."),
                        new RoomCommand.Classify("sev-2", "Less."),
                        new RoomCommand.MovePhase(Phase.MONITORING, "Look again."),
                        new RoomCommand.FillSeat("coo", room.id("omar"), Optional.empty(), "Tired."),
                        new RoomCommand.VacateSeat("coo", "Tired."),
                        new RoomCommand.StandIn("ciso", later, "Asleep."),
                        new RoomCommand.StandDown("ciso"),
                        new RoomCommand.HandOverSeat("incident-lead", room.id("nadia"), "Yours."),
                        new RoomCommand.AcceptSeat("incident-lead"),
                        new RoomCommand.DeclineSeat("incident-lead", "No."),
                        new RoomCommand.KeepSeat("incident-lead"),
                        new RoomCommand.Admit(room.id("omar"), "business", Optional.empty(), "Late."),
                        new RoomCommand.Dismiss(room.id("omar"), "Late."),
                        new RoomCommand.PromiseUpdate(later, "The board"),
                        new RoomCommand.GiveUpdate("One more thing."),
                        new RoomCommand.MissUpdate(later),
                        new RoomCommand.AnswerQuestions("a", "b", "c", "d"),
                        new RoomCommand.Begin(room.crisis(), "C-9", room.id("dana"), "x", "x", List.of()),
                        close())
                .map(command -> DynamicTest.dynamicTest(
                        command.getClass().getSimpleName(),
                        () -> room.as("dana").when(command).isRefused("closed")));
    }

    @Test
    void it_can_be_read_by_those_who_were_in_it_and_nothing_is_promised() {
        room.as("dana").give(close());
        room.scenario().after(Duration.ofDays(1));

        assertThat(room.scenario().engine().clearance(room.stream(), room.actor("kenji")))
                .isEqualTo(Clearance.GENERAL);
        assertThat(room.scenario()
                        .view("crises.room", RoomCard.class)
                        .getFirst()
                        .closing()
                        .orElseThrow()
                        .reason())
                .isEqualTo("Everything is restored.");
        assertThat(room.scenario().events(RoomEvent.UpdateMissed.class)).isEmpty();
    }

    private static RoomCommand.Close close() {
        return new RoomCommand.Close("Everything is restored.", Optional.empty());
    }

    private String words() {
        return room.as("dana").when(close()).outcome() instanceof Outcome.Refused refused ? refused.words() : "";
    }
}
