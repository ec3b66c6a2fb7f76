package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecidingAheadOfTheDiskTest {
    private final FaultyJournal journal = new FaultyJournal(new MemoryJournal());
    private final Scenario notebook = ANotebook.on(journal);
    private final Engine engine = notebook.anotherEngine(new CallingThread());

    @BeforeEach
    void theDiskIsSlow() {
        journal.slow(true);
    }

    private CompletableFuture<Outcome> submit(String key, Command command) {
        return engine.submit(Submission.of(STREAM, ANN, command, key));
    }

    private int published() {
        return engine.published(STREAM).fold().stateOf(Notes.KEY).notes().size();
    }

    private List<NoteEvent.Counted> counted() {
        List<NoteEvent.Counted> counted = new ArrayList<>();
        engine.read(STREAM, 0, Long.MAX_VALUE / 2).forEach(recorded -> {
            if (recorded.event() instanceof NoteEvent.Counted each) {
                counted.add(each);
            }
        });
        return counted;
    }

    @Test
    void nobody_is_told_and_nothing_is_shown_before_it_is_durable() {
        List<Long> followed = new ArrayList<>();
        engine.follow(advance -> advance.recorded().forEach(each -> followed.add(each.seq())));
        long size = engine.published(STREAM).fold().size();
        CompletableFuture<Outcome> eggs = submit("1", write("eggs"));
        CompletableFuture<Outcome> milk = submit("2", write("milk"));
        CompletableFuture<Outcome> bread = submit("3", write("bread"));

        assertThat(List.of(eggs, milk, bread)).noneMatch(CompletableFuture::isDone);
        assertThat(published()).isZero();
        assertThat(followed).isEmpty();

        journal.flushed();
        assertThat(eggs.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(List.of(milk, bread)).noneMatch(CompletableFuture::isDone);
        assertThat(published()).isEqualTo(1);

        journal.flushed();
        assertThat(milk.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(bread.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(published()).isEqualTo(3);
        assertThat(followed).containsExactly(size, size + 1, size + 2, size + 3, size + 4, size + 5);
        assertThat(counted()).extracting(NoteEvent.Counted::nth).containsExactly(1, 2, 3);
    }

    @Test
    void a_refusal_that_rests_on_what_is_being_written_waits_for_it() {
        CompletableFuture<Outcome> first = submit("1", write("eggs"));
        CompletableFuture<Outcome> second = submit("2", write("eggs"));
        assertThat(second).isNotDone();

        journal.flushed();
        assertThat(first.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(second.join()).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void what_was_decided_on_a_write_that_failed_is_decided_again() {
        for (FaultyJournal.Fault fault : List.of(FaultyJournal.Fault.NOT_APPENDED, FaultyJournal.Fault.LOST)) {
            journal.next(fault);
            CompletableFuture<Outcome> first = submit(fault + "1", write("note of " + fault));
            CompletableFuture<Outcome> second = submit(fault + "2", write("note of " + fault));
            journal.flushed();
            assertThat(first.join()).isNotInstanceOf(Outcome.Committed.class);
            assertThat(second).isNotDone();

            journal.flushed();
            assertThat(second.join()).isInstanceOf(Outcome.Committed.class);
        }
        assertThat(counted()).extracting(NoteEvent.Counted::nth).containsExactly(1, 2);
    }

    @Test
    void what_was_decided_on_a_write_without_an_answer_is_decided_on_what_there_is() {
        journal.next(FaultyJournal.Fault.UNANSWERED);
        CompletableFuture<Outcome> first = submit("1", write("eggs"));
        CompletableFuture<Outcome> second = submit("2", write("eggs"));
        CompletableFuture<Outcome> third = submit("3", write("milk"));
        journal.flushed();
        assertThat(first.join()).isInstanceOf(Outcome.Unknown.class);
        assertThat(second).isNotDone();

        journal.flushed();
        assertThat(second.join()).isInstanceOf(Outcome.Refused.class);
        assertThat(third.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(counted()).extracting(NoteEvent.Counted::nth).containsExactly(1, 2);
    }

    @Test
    void what_another_engine_wrote_meanwhile_comes_first_and_both_rounds_after_it() {
        CompletableFuture<Outcome> eggs = submit("1", write("eggs"));
        CompletableFuture<Outcome> milk = submit("2", write("milk"));
        journal.slow(false);
        notebook.give(write("bread"));
        journal.slow(true);

        journal.flushed();
        journal.flushed();
        assertThat(eggs.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(milk.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(published()).isEqualTo(3);
        assertThat(counted()).extracting(NoteEvent.Counted::nth).containsExactly(1, 2, 3);
    }

    @Test
    void a_request_that_is_repeated_while_it_is_being_written_happens_once() {
        CompletableFuture<Outcome> first = submit("k", write("eggs"));
        CompletableFuture<Outcome> again = submit("k", write("eggs"));
        CompletableFuture<Outcome> other = submit("k", write("milk"));

        journal.flushed();
        assertThat(again.join()).isEqualTo(first.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(other.join())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("key-reused"));
        assertThat(published()).isEqualTo(1);
    }

    @Test
    void an_alarm_that_rings_in_what_is_being_written_does_not_ring_again() {
        journal.slow(false);
        notebook.give(ANotebook.writeWithReminder(notebook, "eggs", Duration.ofHours(1)));
        journal.slow(true);
        notebook.clock().pass(Duration.ofHours(2));
        CompletableFuture<Outcome> first = submit("1", write("milk"));
        CompletableFuture<Outcome> second = submit("2", write("bread"));

        journal.flushed();
        journal.flushed();
        assertThat(first.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(second.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(engine.read(STREAM, 0, Long.MAX_VALUE / 2))
                .extracting(recorded -> recorded.event().getClass().getSimpleName())
                .containsOnlyOnce("Reminded");
    }

    @Test
    void whoever_closes_the_engine_while_the_disk_writes_leaves_nobody_without_an_answer() {
        Queue<Runnable> turns = new ArrayDeque<>();
        boolean[] closed = {false};
        Engine closing = notebook.anotherEngine(task -> {
            if (closed[0]) {
                throw new RejectedExecutionException("closed");
            }
            turns.add(task);
        });
        CompletableFuture<Outcome> eggs = closing.submit(Submission.of(STREAM, ANN, write("eggs"), "1"));
        turns.remove().run();
        CompletableFuture<Outcome> milk = closing.submit(Submission.of(STREAM, ANN, write("milk"), "2"));
        turns.remove().run();
        closed[0] = true;
        CompletableFuture<Outcome> bread = closing.submit(Submission.of(STREAM, ANN, write("bread"), "3"));
        assertThat(bread.join()).isInstanceOf(Outcome.Unavailable.class);

        journal.flushed();
        journal.flushed();
        assertThat(eggs.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(milk.join()).isInstanceOf(Outcome.Committed.class);
    }
}
