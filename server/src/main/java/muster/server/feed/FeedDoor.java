package muster.server.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import muster.server.door.Asked;
import muster.server.door.Counts;
import muster.server.door.Entrance;
import muster.server.door.Limits;
import muster.server.door.LongDoor;
import muster.server.door.Problem;
import muster.server.door.Served;
import muster.server.door.TurnedAway;
import muster.server.door.Visit;

/// `GET …/feed`: everything there is to see, then every change, until the reader leaves or is no longer entitled.
public final class FeedDoor implements LongDoor {
    private final LiveFeed live;
    private final Entrance entrance;
    private final Served served;
    private final Counts counts;
    private final Limits limits;

    public FeedDoor(LiveFeed live, Entrance entrance, Served served, Counts counts, Limits limits) {
        this.live = live;
        this.entrance = entrance;
        this.served = served;
        this.counts = counts;
        this.limits = limits;
    }

    @Override
    public Pour open(Asked asked) {
        asked.onlyQueries();
        Visit visit = entrance.visit(asked);
        Optional<String> lastId = asked.header("Last-Event-ID");
        if (entrance.isDraining()) {
            throw new TurnedAway(Problem.unavailable("draining", "This server is being stopped."));
        }
        if (!counts.feedOpened(limits.feeds())) {
            throw new TurnedAway(
                    Problem.unavailable("too-many-feeds", "There are as many live feeds as there can be."));
        }
        return out -> pour(visit, lastId, out);
    }

    private void pour(Visit visit, Optional<String> lastId, OutputStream out) throws IOException {
        Subscriber subscriber = new Subscriber(visit.caller(), limits.feedQueue());
        try {
            live.join(visit.stream(), subscriber, lastId);
            subscriber.pump(out, limits.heartbeat(), counts, seq -> {
                if (seq >= 0) {
                    served.sent(visit.actor().session(), visit.stream(), seq);
                }
            });
        } catch (InterruptedException cut) {
            throw new IOException("the reader was cut off", cut);
        } finally {
            live.leave(visit.stream(), subscriber);
            counts.feedClosed();
            // the thread goes on to serve others
            Thread.interrupted();
        }
    }
}
