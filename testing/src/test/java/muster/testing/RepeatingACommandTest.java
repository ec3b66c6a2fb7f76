package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.BOB;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class RepeatingACommandTest {
    private final Scenario notebook = ANotebook.open();

    private static Submission keyed(String key, Actor actor, Command command) {
        return Submission.of(STREAM, actor, command, key);
    }

    @Test
    void the_same_key_gives_the_same_answer_and_appends_once() {
        Outcome first = notebook.when(keyed("k", ANN, write("eggs"))).outcome();
        Outcome again = notebook.when(keyed("k", ANN, write("eggs"))).outcome();

        assertThat(first).isInstanceOf(Outcome.Committed.class);
        assertThat(again).isEqualTo(first);
        assertThat(notebook.events(NoteEvent.Written.class)).hasSize(1);
    }

    @Test
    void the_answer_stays_the_same_when_others_have_gone_on() {
        Outcome.Committed first = (Outcome.Committed)
                notebook.when(keyed("k", ANN, write("eggs"))).outcome();
        notebook.give(write("milk"));
        Outcome.Committed again = (Outcome.Committed)
                notebook.when(keyed("k", ANN, write("eggs"))).outcome();

        assertThat(again.from()).isEqualTo(first.from());
        assertThat(again.to()).isEqualTo(first.to());
        assertThat(again.leaves()).isEqualTo(first.leaves()).hasSize(2);
        assertThat(again.receipts()).hasSize(2);
    }

    @Test
    void a_key_is_not_used_for_another_command() {
        notebook.when(keyed("k", ANN, write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        notebook.when(keyed("k", ANN, write("milk"))).isRefused("key-reused");
        assertThat(notebook.events(NoteEvent.Written.class)).hasSize(1);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_request() {
        notebook.when(keyed("k", ANN, write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        notebook.when(keyed("k", BOB, write("milk"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void a_command_that_was_refused_may_be_given_again_under_its_key() {
        notebook.give(write("eggs"));
        notebook.when(keyed("k", ANN, ANotebook.strike("milk"))).isUnseen();
        notebook.give(write("milk"));
        notebook.when(keyed("k", ANN, ANotebook.strike("milk"))).happens(NoteEvent.Struck.class);
    }

    @Test
    void two_with_the_same_key_in_one_batch_are_decided_once() {
        Queue<Runnable> turns = new ArrayDeque<>();
        Engine engine = notebook.anotherEngine(turns::add);
        List<CompletableFuture<Outcome>> answers = List.of(
                engine.submit(keyed("k", ANN, write("eggs"))),
                engine.submit(keyed("k", ANN, write("eggs"))),
                engine.submit(keyed("k", ANN, write("milk"))));
        turns.remove().run();

        assertThat(turns).isEmpty();
        assertThat(answers.get(0).join()).isInstanceOf(Outcome.Committed.class);
        assertThat(answers.get(1).join()).isEqualTo(answers.get(0).join());
        assertThat(answers.get(2).join())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("key-reused"));
        assertThat(engine.read(STREAM, 0, 100)).hasSize(2 + 2);
    }

    @Test
    void a_key_is_known_after_a_restart_and_only_to_its_actor() {
        notebook.when(keyed("k", ANN, write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        Engine restarted = notebook.anotherEngine(new CallingThread());

        assertThat(restarted.find(STREAM, ANN, "k").map(Journal.Made::first)).contains(2L);
        assertThat(restarted.find(STREAM, BOB, "k")).isEmpty();
        assertThat(restarted.submit(keyed("k", ANN, write("eggs"))).join())
                .isEqualTo(notebook.when(keyed("k", ANN, write("eggs"))).outcome());
    }
}
