package muster.testing.notes;

import java.util.List;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.StreamId;

/// The shelf counts the notes that were struck.
final class WhenStruckTellTheShelf implements Reaction<NoteEvent.Struck> {
    @Override
    public String name() {
        return "when-struck-tell-the-shelf";
    }

    @Override
    public Class<NoteEvent.Struck> on() {
        return NoteEvent.Struck.class;
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(ShelfEvent.StrikeCounted.class);
    }

    @Override
    public List<Directed> react(Recorded<NoteEvent.Struck> recorded, Readings after) {
        return List.of(new Directed(
                new There(StreamId.ORGANISATION),
                new ShelfCommand.CountStrike(recorded.event().note())));
    }
}
