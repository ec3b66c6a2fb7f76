package muster.crises;

import java.util.List;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.StreamId;

/// The register learns that a crisis is closed.
final class WhenClosedNoteInRegister implements Reaction<RoomEvent.Closed> {
    @Override
    public String name() {
        return "when-closed-note-in-register";
    }

    @Override
    public Class<RoomEvent.Closed> on() {
        return RoomEvent.Closed.class;
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(RegisterEvent.ClosedNoted.class);
    }

    @Override
    public List<Directed> react(Recorded<RoomEvent.Closed> recorded, Readings after) {
        return after.stateOf(Crises.KEY).opening().stream()
                .map(opening -> new Directed(
                        new There(StreamId.ORGANISATION), new RegisterCommand.NoteClosed(opening.crisis())))
                .toList();
    }
}
