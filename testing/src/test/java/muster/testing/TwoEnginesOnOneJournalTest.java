package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.EVE;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Lane;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import muster.testing.notes.Notes;
import org.junit.jupiter.api.Test;

class TwoEnginesOnOneJournalTest {
    private final FaultyJournal journal = new FaultyJournal(new MemoryJournal());
    private final Scenario notebook = ANotebook.on(journal);
    private final Engine other = notebook.anotherEngine(new CallingThread());

    private void otherEngine(StreamId stream, Actor actor, Command command) {
        Outcome outcome = other.submit(Submission.of(stream, actor, command, "other " + command))
                .join();
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    void who_loses_the_race_decides_again_on_what_the_winner_wrote() {
        journal.beforeNextAppend(() -> otherEngine(STREAM, ANN, write("milk")));

        notebook.when(write("eggs")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);

        assertThat(notebook.events(NoteEvent.Written.class))
                .extracting(NoteEvent.Written::note)
                .containsExactly(Actors.id("milk"), Actors.id("eggs"));
        assertThat(notebook.events(NoteEvent.Counted.class))
                .extracting(NoteEvent.Counted::nth)
                .containsExactly(1, 2);
    }

    @Test
    void who_loses_the_race_may_find_that_it_is_no_longer_allowed() {
        journal.beforeNextAppend(() -> otherEngine(STREAM, ANN, write("eggs")));

        // not by the scenario, which would expect what it foresaw
        Outcome outcome = notebook.engine()
                .submit(Submission.of(STREAM, ANN, write("eggs"), "k"))
                .join();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("written"));
    }

    @Test
    void who_loses_many_races_gets_through_in_the_end() {
        for (int i = 0; i < 20; i++) {
            String name = "milk " + i;
            journal.beforeNextAppend(() -> otherEngine(STREAM, ANN, write(name)));
            // the other engine's own append takes the next turn of the queue
            journal.beforeNextAppend(() -> {});
        }
        notebook.when(write("eggs")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
        assertThat(notebook.state(Notes.KEY).notes().size()).isEqualTo(21);
    }

    @Test
    void a_refusal_that_rested_on_a_command_which_lost_the_race_is_decided_again_too() {
        Queue<Runnable> turns = new ArrayDeque<>();
        Engine engine = notebook.anotherEngine(turns::add);
        // the first takes the id of the second, but only at this position; then somebody else moves the position
        CompletableFuture<Outcome> first = engine.submit(new Submission(
                STREAM, ANN, write("eggs"), "1", Optional.empty(), Optional.of(2L), Optional.empty(), Lane.GENERAL));
        CompletableFuture<Outcome> second = engine.submit(Submission.of(STREAM, ANN, write("eggs"), "2"));
        journal.beforeNextAppend(() -> otherEngine(STREAM, ANN, write("milk")));
        turns.remove().run();

        assertThat(first.join())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("position-moved"));
        assertThat(second.join()).isInstanceOf(Outcome.Committed.class);
    }

    @Test
    void followers_of_one_engine_are_told_in_order_of_what_the_other_wrote() {
        List<Long> told = new ArrayList<>();
        notebook.engine()
                .follow(advance -> advance.recorded().stream()
                        .filter(each -> each.header().stream().equals(STREAM))
                        .forEach(each -> told.add(each.seq())));
        long from = notebook.events().size();

        notebook.give(write("eggs"));
        otherEngine(STREAM, ANN, write("milk"));
        journal.beforeNextAppend(() -> otherEngine(STREAM, ANN, write("flour")));
        notebook.give(write("sugar"));
        otherEngine(STREAM, ANN, write("salt"));
        notebook.engine().wake(STREAM).join();

        assertThat(told).isEqualTo(LongStream.range(from, from + 10).boxed().toList());
    }

    @Test
    void what_a_stream_reads_of_the_organisation_never_goes_back() {
        notebook.give(write("eggs"));
        otherEngine(StreamId.ORGANISATION, Actors.operator(), ANotebook.admit(EVE, true, "notes.write"));
        otherEngine(STREAM, EVE, write("milk"));
        long read = other.published(StreamId.ORGANISATION).tip().size();
        assertThat(notebook.engine().published(StreamId.ORGANISATION).tip().size())
                .isLessThan(read);

        assertThat(notebook.give(write("flour")).getFirst().header().reads())
                .singleElement()
                .satisfies(reads -> assertThat(reads.size()).isEqualTo(read));
    }

    @Test
    void an_engine_that_starts_later_finds_everything_as_it_was() {
        notebook.give(write("eggs"));
        notebook.give(write("milk"));
        Engine restarted = notebook.anotherEngine(new CallingThread());

        assertThat(restarted
                        .published(STREAM)
                        .fold()
                        .sameAs(notebook.engine().published(STREAM).fold()))
                .isTrue();
        assertThat(restarted.published(STREAM).tip())
                .isEqualTo(notebook.engine().published(STREAM).tip());
        assertThat(restarted.at(STREAM, 2).stateOf(Notes.KEY).notes().isEmpty()).isTrue();
        assertThat(restarted.at(STREAM, 4).stateOf(Notes.KEY).notes().size()).isEqualTo(1);
    }
}
