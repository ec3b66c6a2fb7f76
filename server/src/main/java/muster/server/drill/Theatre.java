package muster.server.drill;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import muster.kernel.Secret;
import muster.server.Instance;
import muster.server.Server;
import muster.server.console.Desk;
import muster.server.door.Limits;

/// A server of its own for one play: on this machine only, on a port that is free, in a directory that can be
/// thrown away. It is a whole Muster, with its record on disk, and takes commands as fast as they come.
public final class Theatre implements AutoCloseable {
    /// Many people are played from one place, so the limit that keeps one person's machine at bay is none here.
    private static final int NO_LIMIT = 1_000_000;

    private final Path data;
    private final Instance instance;
    private final Desk desk;
    private final Server server;

    private Theatre(Path data, Instance instance) {
        this.data = data;
        this.instance = instance;
        this.desk = instance.desk("http://localhost");
        instance.start(desk);
        Secret tokens = instance.keys().tokens();
        Server.Parts parts = Server.Parts.local(instance.engine(), tokens, 0);
        this.server = Server.start(new Server.Parts(
                parts.engine(),
                parts.tokens(),
                parts.origin(),
                parts.host(),
                parts.port(),
                parts.tls(),
                Limits.standard().withCommands(NO_LIMIT, NO_LIMIT),
                parts.health(),
                parts.time(),
                parts.entropy()));
    }

    /// Opens or makes the record in `data`, and its keys in `keys`.
    public static Theatre of(Path data, Path keys) {
        Optional<String> name = Instance.hasRecord(data) ? Optional.empty() : Optional.of("drill.localhost/muster");
        return new Theatre(data, Instance.open(data, keys, name));
    }

    /// Where the record is: what `verify` looks at once the theatre is closed.
    public Path data() {
        return data;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.port());
    }

    public Desk desk() {
        return desk;
    }

    /// Stops the server and closes the record.
    @Override
    public void close() {
        server.close();
        instance.close();
    }
}
