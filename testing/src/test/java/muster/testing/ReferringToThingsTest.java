package muster.testing;

import static muster.testing.notes.ANotebook.BOB;
import static muster.testing.notes.ANotebook.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import muster.kernel.Digest;
import muster.kernel.Event;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import muster.testing.notes.ANotebook;
import muster.testing.notes.NoteCommand;
import muster.testing.notes.NoteEvent;
import muster.testing.notes.Notes;
import org.junit.jupiter.api.Test;

class ReferringToThingsTest {
    private final Scenario notebook = ANotebook.open();
    private final Recorded<Event> eggs = notebook.give(write("eggs")).getFirst();

    private static NoteCommand.Write about(Ref ref) {
        return new NoteCommand.Write(Actors.id("a remark"), "a remark", Optional.empty(), Optional.of(ref), 0);
    }

    @Test
    void a_thing_that_is_there_may_be_referred_to() {
        notebook.when(about(Ref.to("notes", Actors.id("eggs"))))
                .happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void the_words_that_were_meant_are_the_body_of_the_entry_that_gave_them() {
        assertThat(notebook.state(Notes.KEY).notes().the(Actors.id("eggs")).digest())
                .isEqualTo(eggs.digest());
        notebook.when(about(Ref.to("notes", Actors.id("eggs")).at(eggs.digest())))
                .happens(NoteEvent.Written.class, NoteEvent.Counted.class);
    }

    @Test
    void a_thing_that_has_other_words_by_now_is_looked_at_again() {
        notebook.when(about(Ref.to("notes", Actors.id("eggs")).at(Digest.key("other words"))))
                .isRefused("reference-changed");
    }

    @Test
    void a_thing_that_is_not_there_is_unseen() {
        notebook.when(about(Ref.to("notes", Actors.id("milk")))).isUnseen();
    }

    @Test
    void a_thing_of_a_feature_that_is_not_there_is_unseen() {
        notebook.when(about(Ref.to("tasks", Actors.id("eggs")))).isUnseen();
    }

    @Test
    void a_thing_of_another_stream_is_unseen() {
        notebook.when(about(Ref.to("shelf", ANotebook.BOOK))).isUnseen();
    }

    @Test
    void whoever_may_not_ask_is_not_told_that_it_changed() {
        Scenario shelf = notebook.in(muster.kernel.StreamId.ORGANISATION).as(Actors.operator());
        shelf.give(ANotebook.admit(BOB, true));
        notebook.as(BOB)
                .when(about(Ref.to("notes", Actors.id("eggs")).at(Digest.key("other words"))))
                .isForbidden();
    }
}
