package muster.testing.notes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Catalogue;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Scope;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.testing.Actors;
import muster.testing.MemoryJournal;
import muster.testing.Scenario;

/// A scenario with one notebook on the shelf: Ann may do everything in it, Bob may only write, Rob is a
/// robot, and nobody knows Eve.
public final class ANotebook {
    public static final Id BOOK = Actors.id("the notebook");
    public static final StreamId STREAM = StreamId.of(BOOK);
    public static final Actor.Responder ANN = Actors.responder("ann");
    public static final Actor.Responder BOB = Actors.responder("bob");
    public static final Actor.Responder ROB = Actors.responder("rob");
    public static final Actor.Responder EVE = Actors.responder("eve");

    private ANotebook() {}

    public static Catalogue catalogue() {
        Authority authority = new ShelfAuthority();
        return new Catalogue(
                List.of(new Shelf(), new Notes()), Map.of(Scope.ORGANISATION, authority, Scope.CRISIS, authority));
    }

    /// Speaks as Ann in the notebook.
    public static Scenario open() {
        return open(new MemoryJournal(), StreamKind.CRISIS, Optional.empty());
    }

    public static Scenario on(Journal journal) {
        return open(journal, StreamKind.CRISIS, Optional.empty());
    }

    /// Speaks as Ann in a notebook whose time can be moved.
    public static Scenario exercise(Instant startsAt) {
        return open(new MemoryJournal(), StreamKind.EXERCISE, Optional.of(startsAt));
    }

    private static Scenario open(Journal journal, StreamKind kind, Optional<Instant> startsAt) {
        Scenario shelf = Scenario.on(catalogue(), journal);
        shelf.give(admit(ANN, true, "*"));
        shelf.give(admit(BOB, true, "notes.write"));
        shelf.give(admit(ROB, false, "*"));
        shelf.give(new ShelfCommand.Open(BOOK, kind, startsAt, "Tuesday"));
        return shelf.in(STREAM).as(ANN);
    }

    public static ShelfCommand.Admit admit(Actor.Responder who, boolean human, String... rights) {
        return new ShelfCommand.Admit(who.person(), human, List.of(rights), List.of("writer"));
    }

    /// A plain note, with the id of this name.
    public static NoteCommand.Write write(String name) {
        return new NoteCommand.Write(Actors.id(name), name, Optional.empty(), Optional.empty(), 0);
    }

    public static NoteCommand.Write writeWithReminder(String name, Instant at) {
        return new NoteCommand.Write(Actors.id(name), name, Optional.of(at), Optional.empty(), 0);
    }

    public static NoteCommand.Write writeWithReminder(Scenario scenario, String name, Duration in) {
        return writeWithReminder(name, scenario.now().plus(in));
    }

    public static NoteCommand.Strike strike(String name) {
        return new NoteCommand.Strike(Actors.id(name));
    }
}
