package muster.testing;

import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.strike;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import muster.kernel.Cause;
import muster.kernel.Content;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.KernelEvent;
import muster.kernel.Outcome;
import muster.kernel.Recorded;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import muster.testing.notes.Shelf;
import muster.testing.notes.ShelfCommand;
import muster.testing.notes.ShelfEvent;
import org.junit.jupiter.api.Test;

class ReachingAnotherStreamTest {
    private final Scenario notebook = ANotebook.open();
    private final Scenario shelf = notebook.in(StreamId.ORGANISATION).as(Actors.operator());

    @Test
    void a_stream_begins_with_its_genesis_and_then_with_what_began_it() {
        List<Recorded<Event>> entries = notebook.events();

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().event()).isInstanceOfSatisfying(KernelEvent.Genesis.class, genesis -> {
            assertThat(genesis.streamKind()).isEqualTo(StreamKind.CRISIS);
            assertThat(genesis.origin()).isEqualTo("scenario.example/muster/crisis/" + STREAM + "/1");
            assertThat(genesis.charter()).contains("1@toy");
        });
        assertThat(entries.getLast().event()).isEqualTo(new NoteEvent.Begun(Content.of("Tuesday")));
        long opened = shelf.events().stream()
                .filter(each -> each.event() instanceof ShelfEvent.Opened)
                .findFirst()
                .orElseThrow()
                .seq();
        assertThat(entries.getLast().cause().by())
                .isEqualTo(new Cause.Crossed(StreamId.ORGANISATION, 1, opened, "when-opened-begin", 0));
        assertThat(entries.getLast().cause().count()).isEqualTo(2);
    }

    @Test
    void the_origin_of_an_exercise_says_so() {
        Scenario exercise = ANotebook.exercise(notebook.now());
        KernelEvent.Genesis genesis = exercise.events(KernelEvent.Genesis.class).getFirst();

        assertThat(genesis.origin()).isEqualTo("scenario.example/muster/exercise/" + STREAM + "/1");
        assertThat(genesis.streamKind()).isEqualTo(StreamKind.EXERCISE);
    }

    @Test
    void what_reaches_the_other_stream_is_settled_in_the_first() {
        notebook.give(write("eggs"));
        notebook.give(strike("eggs"));

        assertThat(shelf.state(Shelf.KEY).strikes()).isEqualTo(1);
        assertThat(notebook.events(KernelEvent.Settled.class))
                .extracting(KernelEvent.Settled::outcome)
                .containsExactly(Errand.Outcome.DONE);
    }

    @Test
    void a_refusal_of_the_other_stream_is_recorded_in_the_first() {
        for (String name : List.of("eggs", "milk", "flour")) {
            notebook.give(write(name));
            notebook.give(strike(name));
        }

        assertThat(shelf.state(Shelf.KEY).strikes()).isEqualTo(2);
        KernelEvent.Settled last = notebook.events(KernelEvent.Settled.class).getLast();
        assertThat(last.outcome()).isEqualTo(Errand.Outcome.REFUSED);
        assertThat(last.words().or("")).contains("enough");
    }

    @Test
    void carrying_and_settling_twice_happens_once() {
        notebook.give(write("eggs"));
        Engine engine = notebook.anotherEngine(new CallingThread());
        engine.submit(Submission.of(STREAM, ANotebook.ANN, strike("eggs"), "k")).join();
        Fold.Outstanding outstanding =
                engine.published(STREAM).fold().outstanding().iterator().next();

        Outcome first = engine.carry(STREAM, outstanding).join();
        assertThat(first).isInstanceOf(Outcome.Committed.class);
        assertThat(engine.carry(STREAM, outstanding).join()).isEqualTo(first);
        Outcome settled = engine.settle(STREAM, outstanding.key(), Errand.Outcome.DONE, "")
                .join();
        assertThat(settled).isInstanceOf(Outcome.Committed.class);
        assertThat(engine.settle(STREAM, outstanding.key(), Errand.Outcome.FAILED, "")
                        .join())
                .isEqualTo(settled);
        assertThat(shelf.events(ShelfEvent.StrikeCounted.class)).hasSize(1);
        assertThat(engine.published(STREAM).fold().outstanding()).isEmpty();
    }

    @Test
    void an_errand_that_was_never_sent_does_not_come_back() {
        assertThat(notebook.engine()
                        .settle(STREAM, "no such errand", Errand.Outcome.DONE, "")
                        .join())
                .isInstanceOf(Outcome.Unseen.class);
    }

    @Test
    void a_stream_that_was_not_begun_is_unseen_and_asking_leaves_nothing_behind() {
        StreamId nowhere = StreamId.of(Actors.id("nowhere"));

        notebook.in(nowhere).when(write("eggs")).isUnseen();
        assertThat(notebook.engine().exists(nowhere)).isFalse();
        assertThat(notebook.engine().streams()).containsExactly(StreamId.ORGANISATION, STREAM);
    }

    @Test
    void founding_again_changes_nothing() {
        Outcome again = notebook.engine().found().join();

        assertThat(again).isInstanceOfSatisfying(Outcome.Committed.class, committed -> {
            assertThat(committed.from()).isZero();
            assertThat(committed.to()).isZero();
        });
        assertThat(shelf.events(KernelEvent.Genesis.class)).hasSize(1);
    }

    @Test
    void an_entry_reads_the_organisation_as_it_stood_and_never_less_than_the_one_before() {
        notebook.give(write("eggs"));
        long before = shelf.events().size();
        shelf.give(new ShelfCommand.Open(Actors.id("another"), StreamKind.CRISIS, Optional.empty(), "Wednesday"));
        Recorded<Event> milk = notebook.give(write("milk")).getFirst();

        assertThat(milk.header().reads()).singleElement().satisfies(read -> {
            assertThat(read.stream()).isEqualTo(StreamId.ORGANISATION);
            assertThat(read.size()).isEqualTo(before + 2);
            assertThat(read.root())
                    .isEqualTo(notebook.engine()
                            .journal()
                            .tip(StreamId.ORGANISATION)
                            .root());
        });
    }
}
