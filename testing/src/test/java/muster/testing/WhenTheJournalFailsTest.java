package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Outcome;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import muster.testing.notes.Notes;
import org.junit.jupiter.api.Test;

class WhenTheJournalFailsTest {
    private final FaultyJournal journal = new FaultyJournal(new MemoryJournal());
    private final Scenario notebook = ANotebook.on(journal);

    private static Submission keyed(String key, Command command) {
        return Submission.of(STREAM, ANN, command, key);
    }

    private int notes() {
        return notebook.state(Notes.KEY).notes().size();
    }

    @Test
    void what_is_known_not_to_be_written_did_not_happen_and_the_next_command_works() {
        journal.next(FaultyJournal.Fault.NOT_APPENDED);
        assertThat(notebook.when(write("eggs")).outcome()).isEqualTo(new Outcome.Unavailable("no space"));
        assertThat(notes()).isZero();

        notebook.when(write("eggs")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void what_was_lost_is_unknown_until_it_is_repeated_under_its_key() {
        journal.next(FaultyJournal.Fault.LOST);
        assertThat(notebook.when(keyed("k", write("eggs"))).outcome()).isEqualTo(new Outcome.Unknown("no answer"));
        assertThat(notebook.engine().find(STREAM, ANN, "k")).isEmpty();

        notebook.when(keyed("k", write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void what_was_written_without_an_answer_is_found_under_its_key() {
        journal.next(FaultyJournal.Fault.UNANSWERED);
        assertThat(notebook.when(keyed("k", write("eggs"))).outcome()).isEqualTo(new Outcome.Unknown("no answer"));
        assertThat(notes()).as("what is unknown is not shown").isZero();
        assertThat(notebook.engine().find(STREAM, ANN, "k")).isPresent();

        notebook.when(keyed("k", write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        assertThat(notes()).isEqualTo(1);
        assertThat(notebook.events(NoteEvent.Written.class)).hasSize(1);
    }

    @Test
    void the_next_command_is_decided_on_what_was_written_without_an_answer() {
        journal.next(FaultyJournal.Fault.UNANSWERED);
        assertThat(notebook.when(write("eggs")).outcome()).isInstanceOf(Outcome.Unknown.class);

        notebook.when(write("eggs")).isRefused("written");
    }

    @Test
    void a_journal_that_throws_has_not_said_that_nothing_was_written() {
        journal.next(FaultyJournal.Fault.THROWN);
        assertThat(notebook.when(keyed("k", write("eggs"))).outcome()).isInstanceOf(Outcome.Unknown.class);
        notebook.when(keyed("k", write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void a_refusal_that_rested_on_what_was_not_written_is_not_given() {
        Queue<Runnable> turns = new ArrayDeque<>();
        Engine engine = notebook.anotherEngine(turns::add);
        for (FaultyJournal.Fault fault : List.of(FaultyJournal.Fault.NOT_APPENDED, FaultyJournal.Fault.LOST)) {
            journal.next(fault);
            CompletableFuture<Outcome> refusedBefore = engine.submit(keyed(fault + "0", ANotebook.strike("nothing")));
            CompletableFuture<Outcome> first = engine.submit(keyed(fault + "1", write("eggs")));
            CompletableFuture<Outcome> second = engine.submit(keyed(fault + "2", write("eggs")));
            turns.remove().run();

            assertThat(refusedBefore.join()).isInstanceOf(Outcome.Unseen.class);
            assertThat(first.join()).isNotInstanceOf(Outcome.Committed.class);
            assertThat(second.join()).isInstanceOf(Outcome.Unavailable.class);
        }
    }

    @Test
    void while_the_store_is_down_commands_are_unavailable_and_reads_go_on() {
        notebook.give(write("eggs"));
        journal.down(true);
        Outcome outcome = notebook.engine().submit(keyed("k", write("milk"))).join();
        assertThat(outcome).isEqualTo(new Outcome.Unavailable("the store is down"));
        assertThat(notes()).isEqualTo(1);
        assertThat(notebook.anotherEngine(new CallingThread())
                        .submit(keyed("k", write("milk")))
                        .join())
                .as("of an engine that has not loaded the stream")
                .isEqualTo(new Outcome.Unavailable("the store is down"));

        journal.down(false);
        notebook.when(keyed("k", write("milk"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void commands_that_come_after_closing_are_answered() {
        Engine closing = notebook.anotherEngine(task -> {
            throw new RejectedExecutionException();
        });
        assertThat(closing.submit(keyed("k", write("eggs"))).join()).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void a_follower_that_fails_harms_neither_the_command_nor_the_other_followers() {
        List<Throwable> reported = new ArrayList<>();
        List<Long> told = new ArrayList<>();
        Engine engine = notebook.anotherEngine(new CallingThread());
        engine.follow(advance -> {
            throw new IllegalStateException("a follower fails");
        });
        engine.follow(advance -> told.add(advance.published().fold().size()));
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler usual = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((where, fault) -> reported.add(fault));
        try {
            assertThat(engine.submit(keyed("k", write("eggs"))).join()).isInstanceOf(Outcome.Committed.class);
        } finally {
            thread.setUncaughtExceptionHandler(usual);
        }
        assertThat(told).containsExactly(4L);
        assertThat(reported)
                .singleElement()
                .satisfies(fault -> assertThat(fault).hasMessage("a follower fails"));
    }
}
