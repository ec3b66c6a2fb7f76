package muster.testing;

import static muster.testing.notes.ANotebook.BOB;
import static muster.testing.notes.ANotebook.write;
import static muster.testing.notes.ANotebook.writeWithReminder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.kernel.Event;
import muster.kernel.KernelCommand;
import muster.kernel.KernelEvent;
import muster.kernel.Recorded;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class WhenTheClockJumpsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Scenario notebook = ANotebook.open();
    private final Instant start = notebook.now();

    private Instant recordedNow() {
        return notebook.give(write("at " + notebook.events().size())).getFirst().recordedAt();
    }

    @Test
    void a_small_correction_is_followed() {
        notebook.clock().jump(Duration.ofSeconds(59));
        assertThat(recordedNow()).isEqualTo(start.plusSeconds(59));
        assertThat(notebook.events(KernelEvent.ClockAnomaly.class)).isEmpty();
    }

    @Test
    void a_jump_is_noted_once_before_the_next_command_and_time_goes_on_without_it() {
        notebook.clock().jump(HOUR);
        assertThat(recordedNow()).isEqualTo(start);
        notebook.clock().pass(Duration.ofMinutes(5));
        assertThat(recordedNow()).isEqualTo(start.plus(Duration.ofMinutes(5)));

        assertThat(notebook.events(KernelEvent.ClockAnomaly.class))
                .containsExactly(new KernelEvent.ClockAnomaly(start.plus(HOUR)));
        List<Recorded<Event>> events = notebook.events();
        assertThat(events.get(2).event()).isInstanceOf(KernelEvent.ClockAnomaly.class);
        assertThat(events.get(3).event()).isInstanceOf(NoteEvent.Written.class);
    }

    @Test
    void alarms_go_by_the_clock_that_did_not_jump() {
        notebook.give(writeWithReminder("eggs", start.plus(HOUR)));
        notebook.clock().jump(HOUR);
        notebook.give(write("milk"));
        assertThat(notebook.events(NoteEvent.Reminded.class)).isEmpty();

        notebook.clock().pass(HOUR);
        notebook.give(write("flour"));
        assertThat(notebook.events(NoteEvent.Reminded.class)).hasSize(1);
    }

    @Test
    void once_it_is_confirmed_the_wall_clock_counts_again() {
        notebook.clock().jump(HOUR);
        notebook.give(write("eggs"));
        notebook.when(new KernelCommand.ConfirmClock(start.plus(HOUR)))
                .happens(new KernelEvent.ClockConfirmed(start.plus(HOUR)));

        assertThat(recordedNow()).isEqualTo(start.plus(HOUR));
        notebook.when(new KernelCommand.ConfirmClock(start.plus(HOUR))).isRefused("clock-not-in-doubt");
    }

    @Test
    void a_clock_that_was_set_back_never_takes_the_record_back() {
        notebook.after(HOUR);
        notebook.give(write("eggs"));
        notebook.clock().jump(HOUR.negated());
        notebook.give(write("milk"));
        notebook.give(new KernelCommand.ConfirmClock(start));

        assertThat(recordedNow()).isEqualTo(start.plus(HOUR));
        notebook.clock().pass(HOUR.plusMinutes(1));
        assertThat(recordedNow()).isEqualTo(start.plus(HOUR).plus(Duration.ofMinutes(1)));
    }

    @Test
    void not_everybody_confirms_the_clock() {
        notebook.clock().jump(HOUR);
        notebook.give(write("eggs"));
        notebook.as(BOB).when(new KernelCommand.ConfirmClock(start)).isForbidden();
        notebook.as(Actors.operator())
                .when(new KernelCommand.ConfirmClock(start))
                .happens(KernelEvent.ClockConfirmed.class);
    }
}
