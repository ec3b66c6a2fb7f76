package muster.testing;

import static muster.testing.notes.ANotebook.ANN;
import static muster.testing.notes.ANotebook.STREAM;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Entries;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Submission;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteCommand;
import muster.testing.notes.NoteEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreakingAFeatureTest {
    private final Scenario notebook = ANotebook.open();

    @ParameterizedTest
    @EnumSource
    void a_fault_changes_nothing_and_is_said(NoteCommand.Where where) {
        Journal.Tip before = notebook.engine().journal().tip(STREAM);

        Outcome outcome = notebook.when(new NoteCommand.Break(where)).outcome();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Faulted.class,
                        fault -> assertThat(fault.words())
                                .startsWith("notes.break: ")
                                .contains("broken in "));
        assertThat(notebook.engine().journal().tip(STREAM)).isEqualTo(before);
        notebook.when(write("eggs")).happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @ParameterizedTest
    @EnumSource
    void the_others_in_the_batch_do_not_notice(NoteCommand.Where where) {
        Queue<Runnable> turns = new ArrayDeque<>();
        Engine engine = notebook.anotherEngine(turns::add);
        List<Command> commands = List.of(write("eggs"), new NoteCommand.Break(where), write("milk"));
        List<CompletableFuture<Outcome>> answers = commands.stream()
                .map(command -> engine.submit(Submission.of(STREAM, ANN, command, command.toString())))
                .toList();
        turns.remove().run();

        assertThat(answers.get(0).join()).isInstanceOf(Outcome.Committed.class);
        assertThat(answers.get(1).join()).isInstanceOf(Outcome.Faulted.class);
        assertThat(answers.get(2).join()).isInstanceOfSatisfying(Outcome.Committed.class, committed -> {
            assertThat(committed.from()).isEqualTo(4);
            assertThat(committed.to()).isEqualTo(5);
        });
    }

    @Test
    void an_entry_that_would_be_too_large_cannot_be_read() {
        String text = "x".repeat(Entries.MOST_BYTES);
        notebook.when(new NoteCommand.Write(Actors.id("eggs"), text, Optional.empty(), Optional.empty(), 0))
                .isUnreadable();
        assertThat(notebook.events(NoteEvent.Written.class)).isEmpty();
    }
}
