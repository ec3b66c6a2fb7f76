package muster.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import muster.kernel.Engine;
import muster.kernel.Event;
import muster.kernel.Recorded;
import muster.kernel.StreamId;

/// Waits for something to happen in a stream, by Muster's own account of it.
public final class Happens {
    private static final long PATIENCE_SECONDS = 60;

    private final CompletableFuture<Recorded<Event>> seen = new CompletableFuture<>();
    private final Engine engine;
    private final StreamId stream;
    private final String type;
    private final Consumer<Engine.Advance> follower = this::look;

    private Happens(Engine engine, StreamId stream, String type) {
        this.engine = engine;
        this.stream = stream;
        this.type = type;
    }

    /// Looks out from now on.
    public static Happens in(Engine engine, StreamId stream, String type) {
        Happens happens = new Happens(engine, stream, type);
        engine.follow(happens.follower);
        return happens;
    }

    private void look(Engine.Advance advance) {
        if (advance.published().fold().stream().equals(stream)) {
            advance.recorded().stream()
                    .filter(recorded -> recorded.type().equals(type))
                    .findFirst()
                    .ifPresent(seen::complete);
        }
    }

    /// The first one.
    public Recorded<Event> await() throws Exception {
        try {
            return seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no " + type + " in " + stream, e);
        } finally {
            engine.unfollow(follower);
        }
    }
}
