package muster.ledger.toy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;

/// A new room has a history of its own.
final class WhenOpenedBeginRoom implements Reaction<ClubEvent.Opened> {
    @Override
    public String name() {
        return "when-opened-begin-room";
    }

    @Override
    public Class<ClubEvent.Opened> on() {
        return ClubEvent.Opened.class;
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(TalkEvent.Begun.class);
    }

    @Override
    public List<Directed> react(Recorded<ClubEvent.Opened> recorded, Readings after) {
        ClubEvent.Opened opened = recorded.event();
        New target = new New(StreamId.of(opened.room()), StreamKind.CRISIS, "1@toy", Optional.empty());
        return List.of(new Directed(target, new TalkCommand.Begin(opened.title().or(""))));
    }
}
