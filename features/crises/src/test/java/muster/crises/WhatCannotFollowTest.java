package muster.crises;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Recorded;
import muster.kernel.StreamKind;
import org.junit.jupiter.api.Test;

/// A history that was tampered with is not folded.
class WhatCannotFollowTest {
    private static final Content<String> WHY = Content.of("Because.");

    private final ARoom room = ARoom.with();

    @Test
    void a_crisis_begins_once_and_first() {
        RoomEvent begun =
                new RoomEvent.Begun(room.crisis(), "C-1", room.id("dana"), "incident-lead", List.of(), WHY, WHY);

        rejects(room.state(), begun);
        rejects(Room.EMPTY, new RoomEvent.PhaseMoved(Phase.CONFIRMED, WHY));
    }

    @Test
    void it_is_declared_once_and_after_its_end_nothing_is_added() {
        rejects(room.state(), new RoomEvent.Declared("sev-1", Optional.empty(), WHY, WHY));
        room.as("dana").give(new RoomCommand.Close("Restored.", Optional.empty()));
        rejects(room.state(), new RoomEvent.PhaseMoved(Phase.CONFIRMED, WHY));
        rejects(room.state(), new RoomEvent.Closed(WHY, WHY));
    }

    @Test
    void seats_are_those_of_the_charter_and_change_hands_step_by_step() {
        rejects(room.state(), new RoomEvent.SeatFilled("jester", room.id("dana"), List.of(), WHY));
        rejects(room.state(), new RoomEvent.SeatVacated("ciso", room.id("dana"), WHY));
        rejects(room.state(), new RoomEvent.StoodDown("ciso", room.id("dana")));
        rejects(room.state(), new RoomEvent.SeatAccepted("ciso"));
        rejects(room.state(), new RoomEvent.SeatDeclined("ciso", WHY));
        rejects(room.state(), new RoomEvent.SeatKept("ciso"));
        room.as("dana").give(new RoomCommand.VacateSeat("ciso", "Marcus is ill."));
        rejects(room.state(), new RoomEvent.SeatOffered("ciso", room.id("dana"), WHY));
    }

    @Test
    void who_sits_in_a_seat_cannot_vanish_from_it() {
        rejects(room.state(), new RoomEvent.Dismissed(room.id("kenji"), WHY));
    }

    @Test
    void only_what_was_promised_can_be_missed_and_only_once() {
        rejects(room.state(), new RoomEvent.UpdateMissed(room.scenario().now()));
        Instant promised = room.state().updatePromisedFor().orElseThrow();
        room.scenario().at(promised);
        rejects(room.state(), new RoomEvent.UpdateMissed(promised));
    }

    @Test
    void the_register_opens_and_closes_a_crisis_once() {
        Register register = new Register();
        Roll roll = room.organisation().scenario().state(Register.KEY);
        Recorded<Event> some = room.scenario().events().getLast();
        RegisterEvent opened = new RegisterEvent.Opened(
                room.crisis(), "C-2", StreamKind.CRISIS, "1@x", Optional.empty(), List.of(), WHY, WHY);
        RegisterEvent closed = new RegisterEvent.ClosedNoted(room.crisis());

        assertThatIllegalStateException()
                .isThrownBy(() -> register.evolve(roll, TheCrisisInWordsTest.with(some, opened)));
        Roll once = register.evolve(roll, TheCrisisInWordsTest.with(some, closed));
        assertThatIllegalStateException()
                .isThrownBy(() -> register.evolve(once, TheCrisisInWordsTest.with(some, closed)));
    }

    private void rejects(Room state, RoomEvent event) {
        Recorded<Event> some = room.scenario().events().getLast();
        assertThatIllegalStateException()
                .isThrownBy(() -> new Crises().evolve(state, TheCrisisInWordsTest.with(some, event)));
    }
}
