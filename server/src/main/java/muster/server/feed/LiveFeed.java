package muster.server.feed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Fold;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.server.door.Caller;
import muster.server.door.Counts;
import muster.server.door.Entrance;
import muster.server.door.Limits;

/// The live feeds of all streams that somebody reads. Follows the engine, whose turns it never holds up.
/// Thread-safe.
public final class LiveFeed implements AutoCloseable {
    private final Engine engine;
    private final Entrance entrance;
    private final Limits limits;
    private final Counts counts;
    private final String boot;
    private final Map<StreamId, StreamFeed> feeds = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Consumer<Engine.Advance> follower = this::advanced;

    public LiveFeed(Engine engine, Entrance entrance, Limits limits, Counts counts, Entropy entropy) {
        this.engine = engine;
        this.entrance = entrance;
        this.limits = limits;
        this.counts = counts;
        this.boot = entropy.id().text();
        engine.follow(follower);
    }

    /// On the thread of a turn. What happens in the organisation may show anywhere.
    private void advanced(Engine.Advance advance) {
        StreamId stream = advance.published().fold().stream();
        if (stream.isOrganisation()) {
            feeds.values().forEach(StreamFeed::move);
        } else {
            StreamFeed feed = feeds.get(stream);
            if (feed != null) {
                feed.move();
            }
        }
    }

    void join(StreamId stream, Subscriber subscriber, Optional<String> lastId) {
        if (stopped.get()) {
            subscriber.end(Frame.reconnect());
            return;
        }
        // told within the table's lock, so that a feed that is given up cannot be told anything more
        feeds.compute(stream, (id, feed) -> {
            StreamFeed joined = feed == null ? started(id) : feed;
            joined.join(subscriber, lastId);
            return joined;
        });
    }

    private StreamFeed started(StreamId stream) {
        StreamFeed feed = new StreamFeed(this, stream);
        feed.start();
        return feed;
    }

    void leave(StreamId stream, Subscriber subscriber) {
        StreamFeed feed = feeds.get(stream);
        if (feed != null) {
            feed.leave(subscriber);
        }
    }

    /// Gives up a feed that nobody reads; false if somebody is about to.
    boolean forget(StreamId stream, StreamFeed quiet) {
        feeds.computeIfPresent(stream, (id, feed) -> feed == quiet && feed.isQuiet() ? null : feed);
        return feeds.get(stream) != quiet;
    }

    /// Takes a feed off the table that cannot go on.
    void replace(StreamId stream, StreamFeed broken) {
        feeds.remove(stream, broken);
    }

    /// The stream as it is now, with the organisation as it is now.
    Snapshot now(StreamId stream) {
        Fold own = engine.published(stream).fold();
        return new Snapshot(
                own,
                stream.isOrganisation()
                        ? own
                        : engine.published(StreamId.ORGANISATION).fold());
    }

    /// The organisation's position in such a snapshot.
    long organisation(Snapshot now) {
        return now.outside() instanceof Fold organisation ? organisation.size() : 0;
    }

    Optional<Clearance> open(Caller caller, StreamId stream) {
        return entrance.stillOpen(caller, stream);
    }

    Catalogue catalogue() {
        return engine.catalogue();
    }

    Limits limits() {
        return limits;
    }

    Counts counts() {
        return counts;
    }

    String boot() {
        return boot;
    }

    /// Tells every reader to come again, to whoever serves then.
    @Override
    public void close() {
        if (stopped.compareAndSet(false, true)) {
            engine.unfollow(follower);
            feeds.values().forEach(StreamFeed::stop);
        }
    }
}
