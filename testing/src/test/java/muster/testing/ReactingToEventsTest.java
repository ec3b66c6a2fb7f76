package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.kernel.Actor;
import muster.kernel.Cause;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.KernelEvent;
import muster.kernel.Outcome;
import muster.kernel.Recorded;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteCommand;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class ReactingToEventsTest {
    private final Scenario notebook = ANotebook.open();
    private final Id note = Actors.id("eggs");

    private static NoteCommand.Write counted(Id note, int counts) {
        return new NoteCommand.Write(note, "eggs", Optional.empty(), Optional.empty(), counts);
    }

    @Test
    void what_follows_is_part_of_the_same_append_in_the_order_in_which_it_follows() {
        Then then = notebook.when(counted(note, 2));

        then.happens(
                new NoteEvent.Written(note, Optional.empty(), Optional.empty(), 2, Content.of("eggs")),
                new NoteEvent.Counted(note, 1, 2),
                new NoteEvent.Counted(note, 2, 1),
                new NoteEvent.Counted(note, 3, 0));
        List<Recorded<Event>> recorded = then.recorded();
        long first = recorded.getFirst().seq();
        assertThat(recorded).allSatisfy(each -> {
            assertThat(each.cause().first()).isEqualTo(first);
            assertThat(each.cause().count()).isEqualTo(4);
        });
        assertThat(recorded.get(1).cause().by()).isEqualTo(new Cause.Reacted(first, "when-written-count"));
        assertThat(recorded.get(2).cause().by()).isEqualTo(new Cause.Reacted(first + 1, "when-counted-count-again"));
        assertThat(recorded.getFirst().actor()).isEqualTo(ANN);
        assertThat(recorded.getLast().actor()).isEqualTo(Actor.muster());
    }

    @Test
    void a_chain_of_eight_reactions_is_carried_out() {
        assertThat(notebook.give(counted(note, 7))).hasSize(1 + 8);
    }

    @Test
    void a_chain_without_end_is_a_fault_and_changes_nothing() {
        long before = notebook.events().size();

        Outcome outcome = notebook.when(counted(note, 8)).outcome();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Faulted.class,
                        fault -> assertThat(fault.words()).contains("reacts to itself without end"));
        assertThat(notebook.events()).hasSize((int) before);
        notebook.when(write("milk")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void a_reaction_that_is_refused_is_recorded_and_does_not_undo_its_cause() {
        notebook.when(counted(note, -1))
                .happens(
                        new NoteEvent.Written(note, Optional.empty(), Optional.empty(), -1, Content.of("eggs")),
                        new KernelEvent.ReactionRefused(
                                "when-written-count", "unlucky", Content.of("That note is not counted.")));
    }

    @Test
    void each_command_of_a_batch_is_decided_on_what_the_one_before_it_brought_about() {
        IntStream.rangeClosed(1, 3).forEach(n -> notebook.when(counted(notebook.newId(), 0)));

        assertThat(notebook.events(NoteEvent.Counted.class))
                .extracting(NoteEvent.Counted::nth)
                .containsExactly(1, 2, 3);
    }
}
