package muster.crises;

import java.util.List;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.StreamId;

/// A crisis that is in the register gets a history of its own.
final class WhenOpenedBeginRoom implements Reaction<RegisterEvent.Opened> {
    @Override
    public String name() {
        return "when-opened-begin-room";
    }

    @Override
    public Class<RegisterEvent.Opened> on() {
        return RegisterEvent.Opened.class;
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(RoomEvent.Begun.class);
    }

    @Override
    public List<Directed> react(Recorded<RegisterEvent.Opened> recorded, Readings after) {
        RegisterEvent.Opened opened = recorded.event();
        return List.of(new Directed(
                new New(StreamId.of(opened.crisis()), opened.streamKind(), opened.charter(), opened.startsAt()),
                new RoomCommand.Begin(
                        opened.crisis(),
                        opened.label(),
                        recorded.by(),
                        RoomCard.words(opened.codeName()),
                        RoomCard.words(opened.summary()),
                        opened.extraSeats())));
    }
}
