package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Event;
import muster.kernel.Lane;
import muster.kernel.Occurred;
import muster.kernel.Outcome;
import muster.kernel.Recorded;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class DecidingAtAPositionTest {
    private final Scenario notebook = ANotebook.open();

    private static Submission at(long position, String key, Command command) {
        return new Submission(
                STREAM,
                ANN,
                command,
                key,
                Optional.of(position - 1),
                Optional.of(position),
                Optional.empty(),
                Lane.GENERAL);
    }

    @Test
    void a_command_for_the_present_position_is_decided() {
        long size = notebook.events().size();
        notebook.when(at(size, "k", write("eggs"))).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void a_command_for_an_earlier_position_is_refused() {
        long size = notebook.events().size();
        notebook.give(write("milk"));
        notebook.when(at(size, "k", write("eggs"))).isRefused("position-moved");
    }

    @Test
    void within_one_batch_the_second_finds_the_position_moved_by_the_first() {
        Queue<Runnable> turns = new ArrayDeque<>();
        Engine engine = notebook.anotherEngine(turns::add);
        CompletableFuture<Outcome> first = engine.submit(at(2, "1", write("eggs")));
        CompletableFuture<Outcome> second = engine.submit(at(2, "2", write("milk")));
        turns.remove().run();

        assertThat(first.join()).isInstanceOf(Outcome.Committed.class);
        assertThat(second.join())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("position-moved"));
    }

    @Test
    void what_was_seen_and_when_it_happened_stand_in_the_entry_of_the_command_only() {
        Occurred occurred = new Occurred(
                Instant.parse("2026-11-23T13:30:00Z"), Occurred.Grade.RECONSTRUCTED, Optional.of("phone was dead"));
        Then then = notebook.when(new Submission(
                STREAM,
                ANN,
                write("eggs"),
                "k",
                Optional.of(1L),
                Optional.empty(),
                Optional.of(occurred),
                Lane.GENERAL));

        Recorded<Event> written = then.recorded().getFirst();
        Recorded<Event> counted = then.recorded().getLast();
        assertThat(written.seen()).contains(1L);
        assertThat(written.occurred()).contains(occurred);
        assertThat(counted.seen()).isEmpty();
        assertThat(counted.occurred()).isEmpty();
    }
}
