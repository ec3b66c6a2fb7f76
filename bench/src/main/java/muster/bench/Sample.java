package muster.bench;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.channels.ChannelCommand;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.StreamId;

/// A crisis in which a crew has worked for a while, on a journal in a temporary directory that is gone afterwards.
public final class Sample implements AutoCloseable {
    private final Output.Scratch scratch = new Output().scratch();
    private final Site site;

    /// @param entries in the crisis
    /// @throws UncheckedIOException if nothing can be written
    public Sample(long entries) {
        this.site = Site.set(scratch.data(), Crew.of(8), 1);
        site.fill(0, entries);
    }

    public Engine engine() {
        return site.engine();
    }

    public StreamId crisis() {
        return Site.crisis(0);
    }

    /// Somebody of the crew.
    public Actor.Responder actor() {
        return site.crew().actor(1, Instant.now());
    }

    /// What most commands are.
    public Command post() {
        return new ChannelCommand.Post(
                Site.topic(),
                Optional.empty(),
                "The file servers of the second site answer again, the third one does not.",
                List.of(),
                Optional.empty());
    }

    @Override
    public void close() {
        try (scratch) {
            site.close();
        }
    }
}
