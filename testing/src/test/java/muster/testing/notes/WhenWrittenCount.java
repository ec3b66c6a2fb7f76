package muster.testing.notes;

import java.util.List;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;

/// Every note that is written is counted.
final class WhenWrittenCount implements Reaction<NoteEvent.Written> {
    @Override
    public String name() {
        return "when-written-count";
    }

    @Override
    public Class<NoteEvent.Written> on() {
        return NoteEvent.Written.class;
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(NoteEvent.Counted.class);
    }

    @Override
    public List<Directed> react(Recorded<NoteEvent.Written> recorded, Readings after) {
        return List.of(Directed.here(
                new NoteCommand.Count(recorded.event().note(), recorded.event().counts())));
    }
}
