package muster.testing.notes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Alarm;
import muster.kernel.Alarms;
import muster.kernel.Circumstances;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Errand;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.Permission;
import muster.kernel.Reaction;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.Table;
import muster.kernel.View;

/// The toy's notebook.
public final class Notes implements Feature<NoteCommand, NoteEvent, Notes.Pages> {
    public static final Key<Pages> KEY = new Key<>("notes", Scope.CRISIS, Pages.class);

    /// A note.
    public record Note(
            Id id, Id author, Optional<Instant> remindAt, Content<String> text, boolean struck, String digest) {}

    /// @param counted how often any note was counted
    public record Pages(Table<Note> notes, int counted, Alarms alarms) {}

    @Override
    public Key<Pages> key() {
        return KEY;
    }

    @Override
    public Class<NoteCommand> commands() {
        return NoteCommand.class;
    }

    @Override
    public Class<NoteEvent> events() {
        return NoteEvent.class;
    }

    @Override
    public Pages initial() {
        return new Pages(Table.empty(), 0, Alarms.none());
    }

    @Override
    public Decision<NoteEvent> decide(NoteCommand command, Pages state, Situation situation) {
        return switch (command) {
            case NoteCommand.Begin begin -> Decision.accept(new NoteEvent.Begun(Content.of(begin.title())));
            case NoteCommand.Write write -> {
                if (write.text().isBlank()) {
                    yield Decision.refuse("blank", "A note says something.");
                }
                yield state.notes.has(write.note())
                        ? Decision.refuse("written", "That note is written already.")
                        : Decision.accept(new NoteEvent.Written(
                                write.note(),
                                write.remindAt(),
                                write.about(),
                                write.counts(),
                                Content.of(write.text())));
            }
            case NoteCommand.Strike strike -> {
                Optional<Note> note = state.notes.find(strike.note());
                if (note.isEmpty()) {
                    yield Decision.unseen();
                }
                yield note.get().struck()
                        ? Decision.accept(List.of())
                        : Decision.accept(new NoteEvent.Struck(strike.note()));
            }
            case NoteCommand.Seal seal -> Decision.accept(new NoteEvent.Sealed(seal.note()));
            case NoteCommand.Count count ->
                count.again() < 0
                        ? Decision.refuse("unlucky", "That note is not counted.")
                        : Decision.accept(new NoteEvent.Counted(count.note(), state.counted + 1, count.again()));
            case NoteCommand.Remind remind ->
                state.notes.the(remind.note()).struck()
                        ? Decision.refuse("struck", "Nobody is reminded of a struck note.")
                        : Decision.accept(new NoteEvent.Reminded(remind.note(), situation.time()));
            case NoteCommand.Break broken -> {
                if (broken.where() == NoteCommand.Where.IN_DECIDE) {
                    throw new IllegalStateException("broken in decide");
                }
                yield Decision.accept(new NoteEvent.Broken(broken.where()));
            }
        };
    }

    @Override
    public Permission needed(NoteEvent event, Pages before, Circumstances circumstances) {
        return switch (event) {
            case NoteEvent.Begun begun -> Permission.nobody();
            case NoteEvent.Written written -> Permission.right("notes.write");
            case NoteEvent.Struck struck ->
                Permission.right("notes.strike")
                        .and(Permission.oneOf(
                                "the author", before.notes.the(struck.note()).author()));
            case NoteEvent.Sealed sealed ->
                Permission.right("notes.seal")
                        .and(new Permission.Human())
                        .and(new Permission.Authenticated(List.of("hwk", "swk")));
            case NoteEvent.Counted counted -> Permission.nobody();
            case NoteEvent.Reminded reminded -> Permission.nobody();
            case NoteEvent.Broken broken -> {
                if (broken.where() == NoteCommand.Where.IN_NEEDED) {
                    throw new IllegalStateException("broken in needed");
                }
                yield new Permission.Member();
            }
        };
    }

    @Override
    public Pages evolve(Pages state, Recorded<NoteEvent> recorded) {
        return switch (recorded.event()) {
            case NoteEvent.Begun begun -> state;
            case NoteEvent.Written written ->
                new Pages(
                        state.notes.with(
                                written.note(),
                                new Note(
                                        written.note(),
                                        recorded.by(),
                                        written.remindAt(),
                                        written.text(),
                                        false,
                                        recorded.digest())),
                        state.counted,
                        written.remindAt()
                                .map(at -> state.alarms.with(new Alarm(
                                        "remind " + written.note(), at, new NoteCommand.Remind(written.note()))))
                                .orElse(state.alarms));
            case NoteEvent.Struck struck -> {
                // the alarm of a struck note stays, and is refused when it rings: the engine has to live with that
                Note note = state.notes.the(struck.note());
                Note gone = new Note(note.id(), note.author(), note.remindAt(), note.text(), true, note.digest());
                yield new Pages(state.notes.with(note.id(), gone), state.counted, state.alarms);
            }
            case NoteEvent.Sealed sealed -> state;
            case NoteEvent.Counted counted -> new Pages(state.notes, counted.nth(), state.alarms);
            case NoteEvent.Reminded reminded ->
                new Pages(state.notes, state.counted, state.alarms.without("remind " + reminded.note()));
            case NoteEvent.Broken broken -> throw new IllegalStateException("broken in evolve");
        };
    }

    @Override
    public Optional<Found> find(Pages state, Id id) {
        return state.notes.find(id).map(note -> new Found(note.digest(), Lane.GENERAL));
    }

    @Override
    public Headline tell(Recorded<NoteEvent> recorded, Pages before) {
        return Headline.of("The notebook has changed");
    }

    @Override
    public List<View<Pages>> views() {
        return List.of(new NoteBoard(), new AuthorBoard());
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(new WhenWrittenCount(), new WhenCountedCountAgain(), new WhenStruckTellTheShelf());
    }

    @Override
    public List<Errand> errands(Recorded<NoteEvent> recorded, Pages after) {
        return switch (recorded.event()) {
            case NoteEvent.Reminded reminded -> {
                Id author = after.notes.the(reminded.note()).author();
                yield List.of(new Errand("notice", Map.of("to", author.text())));
            }
            case NoteEvent.Begun begun -> List.of();
            case NoteEvent.Written written -> List.of();
            case NoteEvent.Struck struck -> List.of();
            case NoteEvent.Sealed sealed -> List.of();
            case NoteEvent.Counted counted -> List.of();
            case NoteEvent.Broken broken -> List.of();
        };
    }

    @Override
    public Alarms alarms(Pages state) {
        return state.alarms;
    }
}
