package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.BOB;
import static muster.testing.notes.ANotebook.EVE;
import static muster.testing.notes.ANotebook.ROB;
import static muster.testing.notes.ANotebook.strike;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.kernel.Entitlement;
import muster.kernel.HeldSeat;
import muster.kernel.StreamId;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteCommand;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class AskingWithoutARightTest {
    private final Scenario notebook = ANotebook.open();
    private final NoteCommand.Seal seal = new NoteCommand.Seal(Actors.id("eggs"));

    @Test
    void without_the_right_a_command_is_forbidden() {
        notebook.as(BOB).give(write("eggs"));
        notebook.as(BOB).when(strike("eggs")).isForbidden();
    }

    @Test
    void without_the_right_a_refusal_tells_nothing_either() {
        notebook.give(write("eggs"));
        notebook.give(strike("eggs"));
        notebook.when(strike("eggs")).isRefused("nothing-to-do");
        notebook.as(BOB).when(strike("eggs")).isForbidden();
    }

    @Test
    void with_the_right_a_refusal_says_why() {
        notebook.as(BOB)
                .when(new NoteCommand.Write(Actors.id("x"), " ", Optional.empty(), Optional.empty(), 0))
                .isRefused("blank");
    }

    @Test
    void the_right_alone_is_not_enough_where_a_relation_is_asked_for() {
        notebook.as(BOB).give(write("eggs"));
        notebook.when(strike("eggs")).isForbidden();
        notebook.as(BOB).give(write("milk"));
        notebook.give(write("flour"));
        notebook.as(ROB).when(strike("flour")).isForbidden();
    }

    @Test
    void who_could_is_said_to_whoever_may_not() {
        notebook.in(StreamId.ORGANISATION)
                .as(Actors.operator())
                .give(ANotebook.admit(ANN, true, "notes.write", "notes.strike"));
        notebook.give(write("eggs"));
        notebook.as(BOB).when(strike("eggs")).isForbidden().saysWhoCan(ANN.person());
    }

    @Test
    void a_stranger_sees_nothing() {
        notebook.give(write("eggs"));
        notebook.as(EVE).when(write("milk")).isUnseen();
        notebook.as(EVE).when(strike("eggs")).isUnseen();
    }

    @Test
    void what_only_muster_does_is_forbidden_to_everybody() {
        notebook.give(write("eggs"));
        notebook.when(new NoteCommand.Count(Actors.id("eggs"), 0)).isForbidden();
        notebook.as(Actors.operator())
                .when(new NoteCommand.Count(Actors.id("eggs"), 0))
                .isForbidden();
    }

    @Test
    void a_stronger_sign_in_is_asked_for_where_it_would_do() {
        notebook.when(seal).asksFor("hwk", "swk");
        notebook.as(Actors.signedInBy(ANN, "pwd", "swk")).when(seal).happens(NoteEvent.Sealed.class);
    }

    @Test
    void no_sign_in_makes_a_robot_human() {
        notebook.as(Actors.signedInBy(ROB, "hwk")).when(seal).isForbidden();
    }

    @Test
    void a_stranger_who_is_admitted_may_at_once() {
        notebook.as(EVE).when(write("milk")).isUnseen();
        notebook.in(StreamId.ORGANISATION).as(Actors.operator()).give(ANotebook.admit(EVE, true, "notes.*"));
        notebook.as(EVE).when(write("milk")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void the_entry_says_what_its_actor_was_entitled_by() {
        notebook.give(write("eggs"));
        List<HeldSeat> seats = List.of(new HeldSeat("writer", Optional.empty(), Optional.empty()));

        assertThat(notebook.give(strike("eggs")).getFirst().authority())
                .isEqualTo(new Entitlement(seats, List.of("right notes.strike", "the author"), "1@toy"));
    }
}
