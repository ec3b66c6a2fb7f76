package muster.testing;

import static muster.testing.notes.ANotebook.BOB;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static muster.testing.notes.ANotebook.writeWithReminder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import muster.kernel.KernelCommand;
import muster.kernel.KernelEvent;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class MovingTheTimeOfAnExerciseTest {
    private static final Instant START = Instant.parse("2027-03-01T06:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Scenario notebook = ANotebook.exercise(START);

    private Instant timeOfANewNote() {
        return notebook.give(write("at " + notebook.events().size())).getFirst().time();
    }

    @Test
    void an_exercise_begins_at_its_own_time_and_goes_on_like_the_real_one() {
        assertThat(timeOfANewNote()).isEqualTo(START);
        notebook.after(HOUR);
        assertThat(timeOfANewNote()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void real_time_stands_beside_it() {
        Instant real = notebook.now();
        assertThat(notebook.give(write("eggs")).getFirst().recordedAt()).isEqualTo(real);
    }

    @Test
    void time_can_be_made_to_run_faster() {
        notebook.when(new KernelCommand.SetTime(START, 6_000)).happens(new KernelEvent.TimeSet(START, 6_000));
        notebook.after(Duration.ofMinutes(1));
        assertThat(timeOfANewNote()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void an_alarm_rings_early_in_real_time_when_time_runs_faster() {
        notebook.give(writeWithReminder("eggs", START.plus(HOUR)));
        notebook.give(new KernelCommand.SetTime(START, 6_000));

        assertThat(notebook.engine().nextAlarm(STREAM)).contains(notebook.now().plus(Duration.ofMinutes(1)));
        notebook.after(Duration.ofMinutes(1));
        assertThat(notebook.events(NoteEvent.Reminded.class))
                .containsExactly(new NoteEvent.Reminded(Actors.id("eggs"), START.plus(HOUR)));
    }

    @Test
    void nothing_rings_while_time_stands_still() {
        notebook.give(writeWithReminder("eggs", START.plus(HOUR)));
        notebook.give(new KernelCommand.SetTime(START, 0));

        assertThat(notebook.engine().nextAlarm(STREAM)).isEmpty();
        assertThat(notebook.engine().journal().alarms()).isEmpty();
        notebook.after(HOUR.multipliedBy(24));
        assertThat(timeOfANewNote()).isEqualTo(START);
        assertThat(notebook.events(NoteEvent.Reminded.class)).isEmpty();

        notebook.give(new KernelCommand.SetTime(START, 100));
        notebook.after(HOUR);
        assertThat(notebook.events(NoteEvent.Reminded.class)).hasSize(1);
    }

    @Test
    void a_jump_rings_what_was_due_on_the_way() {
        notebook.give(writeWithReminder("eggs", START.plus(HOUR)));
        notebook.give(new KernelCommand.SetTime(START.plus(HOUR.multipliedBy(5)), 100));

        notebook.after(Duration.ZERO);

        assertThat(notebook.events(NoteEvent.Reminded.class))
                .containsExactly(new NoteEvent.Reminded(Actors.id("eggs"), START.plus(HOUR.multipliedBy(5))));
    }

    @Test
    void time_never_goes_back() {
        notebook.after(HOUR);
        notebook.when(new KernelCommand.SetTime(START, 100)).isRefused("time-goes-forward");
    }

    @Test
    void its_speed_has_limits() {
        notebook.when(new KernelCommand.SetTime(START, -1)).isRefused("bad-speed");
        notebook.when(new KernelCommand.SetTime(START, 1_000_001)).isRefused("bad-speed");
    }

    @Test
    void whoever_may_only_write_does_not_move_time() {
        notebook.as(BOB).when(new KernelCommand.SetTime(START.plus(HOUR), 100)).isForbidden();
    }

    @Test
    void the_time_of_a_real_crisis_is_never_moved() {
        Scenario real = ANotebook.open();
        real.when(new KernelCommand.SetTime(real.now().plus(HOUR), 100)).isRefused("not-an-exercise");
    }
}
