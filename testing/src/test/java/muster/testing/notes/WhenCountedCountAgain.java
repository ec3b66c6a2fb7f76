package muster.testing.notes;

import java.util.List;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;

/// Some notes are counted more than once.
final class WhenCountedCountAgain implements Reaction<NoteEvent.Counted> {
    @Override
    public String name() {
        return "when-counted-count-again";
    }

    @Override
    public Class<NoteEvent.Counted> on() {
        return NoteEvent.Counted.class;
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(NoteEvent.Counted.class);
    }

    @Override
    public List<Directed> react(Recorded<NoteEvent.Counted> recorded, Readings after) {
        NoteEvent.Counted counted = recorded.event();
        return counted.again() == 0
                ? List.of()
                : List.of(Directed.here(new NoteCommand.Count(counted.note(), counted.again() - 1)));
    }
}
