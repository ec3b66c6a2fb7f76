package muster.server.feed;

import java.util.Optional;
import muster.kernel.StreamId;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Caller;
import muster.server.door.Door;
import muster.server.door.Entrance;
import muster.server.door.Served;
import muster.server.door.Visit;

/// `GET …/views/{view}` and `GET /api/crises`: the cards as the caller may see them now, with the last entry
/// that they are true at. Has no limit: to see where things stand must always work.
public final class ViewDoor implements Door {
    private final Entrance entrance;
    private final Viewer viewer;
    private final Served served;

    public ViewDoor(Entrance entrance, Viewer viewer, Served served) {
        this.entrance = entrance;
        this.viewer = viewer;
        this.served = served;
    }

    @Override
    public Answer open(Asked asked) {
        asked.onlyQueries();
        return show(entrance.visit(asked), asked.part("view"));
    }

    /// The list of the crises that the caller may know of.
    public Answer crises(Asked asked) {
        asked.onlyQueries();
        Caller caller = entrance.caller(asked);
        return show(entrance.visit(caller, Optional.of(StreamId.ORGANISATION)), "crises.register");
    }

    private Answer show(Visit visit, String view) {
        Sheet sheet = viewer.now(visit, view);
        long seq = visit.size() - 1;
        Text text = new Text()
                .put("{\"stream\":")
                .value(visit.stream())
                .put(",\"view\":")
                .value(view)
                .put(",\"seq\":" + seq + ",\"cards\":")
                .put(sheet.cards())
                .put(",\"waiting\":")
                .value(sheet.waitingFor(visit.actor().person()))
                .put("}");
        served.sent(visit.actor().session(), visit.stream(), seq);
        return Answer.written(text.bytes());
    }
}
