package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.strike;
import static muster.testing.notes.ANotebook.write;
import static muster.testing.notes.ANotebook.writeWithReminder;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import muster.kernel.Actor;
import muster.kernel.Cause;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Event;
import muster.kernel.Outcome;
import muster.kernel.Recorded;
import muster.kernel.Submission;
import muster.testing.flaws.Flaw;
import muster.testing.flaws.Flawed;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;

class RingingAlarmsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Scenario notebook = ANotebook.open();
    private final Engine engine = notebook.engine();

    private void jumpInto(Duration future) {
        // time goes by and nobody wakes the streams
        notebook.clock().pass(future);
    }

    @Test
    void an_alarm_rings_when_it_is_due_and_once() {
        Instant due = notebook.now().plus(HOUR);
        notebook.give(writeWithReminder("eggs", due));

        assertThat(notebook.after(HOUR.minusMillis(1)).events(NoteEvent.Reminded.class))
                .isEmpty();
        assertThat(notebook.after(Duration.ofMillis(1)).events(NoteEvent.Reminded.class))
                .containsExactly(new NoteEvent.Reminded(Actors.id("eggs"), due));
        assertThat(notebook.after(HOUR).events(NoteEvent.Reminded.class)).hasSize(1);
    }

    @Test
    void its_entry_says_that_time_asked() {
        Instant due = notebook.now().plus(HOUR);
        notebook.give(writeWithReminder("eggs", due));
        Recorded<Event> reminded = notebook.after(HOUR).events().stream()
                .filter(each -> each.event() instanceof NoteEvent.Reminded)
                .findFirst()
                .orElseThrow();

        assertThat(reminded.actor()).isEqualTo(Actor.muster());
        assertThat(reminded.cause().by()).isEqualTo(new Cause.Rang("notes", "remind " + Actors.id("eggs"), due));
    }

    @Test
    void what_is_due_is_decided_before_a_command_in_the_order_in_which_it_was_due() {
        notebook.give(writeWithReminder(notebook, "late", HOUR.multipliedBy(2)));
        notebook.give(writeWithReminder(notebook, "early", HOUR));
        long before = notebook.events().size();
        jumpInto(HOUR.multipliedBy(3));
        notebook.when(write("milk")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);

        assertThat(notebook.events().subList((int) before, (int) before + 3))
                .extracting(each -> each.event().getClass().getSimpleName())
                .containsExactly("Reminded", "Reminded", "Written");
        assertThat(notebook.events(NoteEvent.Reminded.class))
                .extracting(NoteEvent.Reminded::note)
                .containsExactly(Actors.id("early"), Actors.id("late"));
    }

    @Test
    void whom_it_reminds_is_told() {
        notebook.give(writeWithReminder(notebook, "eggs", HOUR));
        assertThat(notebook.sent()).isEmpty();

        notebook.after(HOUR);

        assertThat(notebook.sent())
                .containsExactly(new Errand("notice", Map.of("to", ANN.person().text())));
    }

    @Test
    void an_alarm_whose_command_is_refused_stands_in_nobodys_way() {
        notebook.give(writeWithReminder(notebook, "struck", HOUR));
        notebook.give(writeWithReminder(notebook, "eggs", HOUR.multipliedBy(2)));
        notebook.give(strike("struck"));
        jumpInto(HOUR.multipliedBy(2));

        notebook.when(write("milk")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);

        assertThat(notebook.events(NoteEvent.Reminded.class))
                .extracting(NoteEvent.Reminded::note)
                .containsExactly(Actors.id("eggs"));
    }

    @Test
    void whoever_wakes_the_stream_learns_that_an_alarm_was_refused_and_is_not_asked_to_wake_it_again() {
        notebook.give(writeWithReminder(notebook, "struck", HOUR));
        notebook.give(strike("struck"));
        jumpInto(HOUR);
        assertThat(engine.nextAlarm(STREAM)).contains(notebook.now());

        assertThat(engine.wake(STREAM).join())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("struck"));
        assertThat(engine.nextAlarm(STREAM)).isEmpty();
    }

    @Test
    void waking_a_stream_where_nothing_is_due_changes_nothing() {
        notebook.give(writeWithReminder(notebook, "eggs", HOUR));
        long before = notebook.events().size();

        assertThat(engine.wake(STREAM).join())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("nothing-to-do"));
        assertThat(notebook.events()).hasSize((int) before);
    }

    @Test
    void two_engines_that_ask_at_once_ring_an_alarm_once() {
        Engine other = notebook.anotherEngine(new CallingThread());
        notebook.give(writeWithReminder(notebook, "eggs", HOUR));
        jumpInto(HOUR);

        assertThat(other.submit(Submission.of(STREAM, ANN, write("milk"), "k")).join())
                .isInstanceOf(Outcome.Committed.class);
        notebook.give(write("flour"));

        assertThat(notebook.events(NoteEvent.Reminded.class)).hasSize(1);
    }

    @Test
    void the_journal_knows_when_to_wake_streams_that_nobody_has_loaded() {
        Instant due = notebook.now().plus(HOUR);
        notebook.give(writeWithReminder("eggs", due));
        notebook.give(writeWithReminder("milk", due.plus(HOUR)));
        assertThat(engine.journal().alarms()).isEqualTo(Map.of(STREAM, due));

        notebook.after(HOUR);
        assertThat(engine.journal().alarms()).isEqualTo(Map.of(STREAM, due.plus(HOUR)));

        notebook.after(HOUR);
        assertThat(engine.journal().alarms()).isEmpty();
    }

    @Test
    void an_alarm_that_stays_set_when_it_has_rung_does_not_ring_again_and_stops_nobody() {
        Scenario pile = Scenario.with(Flawed.catalogue(Flaw.ENDLESS_ALARM));
        pile.give(new Flawed.Put(Actors.id("one"), "one"));
        pile.clock().pass(HOUR);
        for (String word : List.of("two", "three")) {
            assertThat(pile.engine()
                            .submit(Submission.of(
                                    pile.stream(), Actors.operator(), new Flawed.Put(Actors.id(word), word), word))
                            .join())
                    .isInstanceOf(Outcome.Committed.class);
        }
        assertThat(pile.events(Flawed.WasPut.class))
                .extracting(put -> put.word().or(""))
                .containsExactly("one", "again", "two", "three");
    }

    @Test
    void an_alarm_that_is_set_for_the_past_rings_at_the_next_turn() {
        notebook.give(writeWithReminder("eggs", notebook.now().minus(HOUR)));
        notebook.after(Duration.ZERO);
        assertThat(notebook.events(NoteEvent.Reminded.class)).hasSize(1);
    }
}
