package muster.server;

import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Secret;
import muster.kernel.Time;
import muster.server.door.Answer;
import muster.server.door.Limits;
import muster.server.door.Problem;
import muster.server.door.SecurityHeaders;
import muster.server.screens.Screens;

/// Muster on the network. Everything that changes anything comes in here, and all that is to be seen goes out.
public final class Server implements AutoCloseable {
    private static final int LARGEST_HEADERS = 16 * 1024;
    private static final int LARGEST_LINE = 4 * 1024;
    private static final int LARGEST_BODY = 1024 * 1024;
    /// Whatever is larger goes out without being copied, and feeds write in one piece what they have: a buffer of
    /// the usual size would only lie beside every open feed.
    private static final int SMALLEST_WRITES = 512;
    /// Held here, because the logging of Java forgets what nobody holds.
    private static final Logger WEB_SERVER = Logger.getLogger("io.helidon");

    static {
        // that it started and stopped, whoever runs it says better
        WEB_SERVER.setLevel(Level.WARNING);
    }

    private final Duration patience;
    private final Doors doors;
    private final WebServer web;

    /// What a server is made of.
    ///
    /// @param engine running, with the organisation founded
    /// @param tokens the secret behind session tokens and sign-in links
    /// @param origin under which browsers know the server: `https://muster.example`, `http://localhost:8080`
    /// @param host the address to listen on
    /// @param port 0: any free one
    /// @param tls absent: plain HTTP, for loopback or behind a proxy that does TLS
    /// @param health whether the rest of Muster can do its work
    /// @param time of rate limits and idle sessions; everything else goes by the engine's
    /// @param screens what browsers are given
    /// @param demonstration whether the company is an invented one; the screens say so
    public record Parts(
            Engine engine,
            Secret tokens,
            String origin,
            String host,
            int port,
            Optional<SSLContext> tls,
            Limits limits,
            Supplier<Health> health,
            Time time,
            Entropy entropy,
            Screens screens,
            boolean demonstration) {

        /// In earnest, with the screens it was built with.
        public Parts(
                Engine engine,
                Secret tokens,
                String origin,
                String host,
                int port,
                Optional<SSLContext> tls,
                Limits limits,
                Supplier<Health> health,
                Time time,
                Entropy entropy) {
            this(engine, tokens, origin, host, port, tls, limits, health, time, entropy, Screens.shipped(), false);
        }

        /// A server for this machine only, by the machine's own clocks.
        public static Parts local(Engine engine, Secret tokens, int port) {
            return new Parts(
                    engine,
                    tokens,
                    "http://localhost:" + port,
                    "localhost",
                    port,
                    Optional.empty(),
                    Limits.standard(),
                    () -> Health.READY,
                    Time.ofMachine(),
                    Entropy.ofMachine());
        }

        /// The same with other screens, or none.
        public Parts with(Screens others) {
            return new Parts(
                    engine, tokens, origin, host, port, tls, limits, health, time, entropy, others, demonstration);
        }

        /// The same for an invented company.
        public Parts asDemonstration() {
            return new Parts(engine, tokens, origin, host, port, tls, limits, health, time, entropy, screens, true);
        }
    }

    private Server(Parts parts) {
        this.patience = parts.limits().answerWithin();
        this.doors = new Doors(parts);
        WebServerConfig.Builder config = WebServer.builder()
                .host(parts.host())
                .port(parts.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofSeconds(2))
                .maxPayloadSize(LARGEST_BODY)
                .backlog(4096)
                // else the system holds the end of an answer back until the client has confirmed its beginning: 40 ms
                .connectionOptions(socket -> socket.tcpNoDelay(true))
                .writeBufferSize(SMALLEST_WRITES)
                // a channel would have a second buffer beside every open feed, and be no faster
                .useNio(false)
                .idleConnectionTimeout(Duration.ofMinutes(2))
                .directHandlers(notHttp())
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(LARGEST_HEADERS)
                        .maxPrologueLength(LARGEST_LINE)
                        .build())
                .routing(doors.routing());
        parts.tls()
                .ifPresent(
                        context -> config.tls(Tls.builder().sslContext(context).build()));
        this.web = config.build().start();
    }

    /// Requests that reach no door, because they are not HTTP as it should be.
    private static DirectHandlers notHttp() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        DirectHandler refuse = (request, kind, status, headers, words) -> refusal(status);
        for (DirectHandler.EventType kind : DirectHandler.EventType.values()) {
            handlers.addHandler(kind, refuse);
        }
        return handlers.build();
    }

    private static DirectHandler.TransportResponse refusal(Status status) {
        Answer answer = Problem.of(status.code(), "not-http", "That is not a request that can be answered.");
        DirectHandler.TransportResponse.Builder response = DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(ServerResponseHeaders.create())
                .keepAlive(false)
                .header(HeaderNames.CONTENT_TYPE, answer.type())
                .entity(answer.body());
        SecurityHeaders.each(response::header);
        return response.build();
    }

    /// Listens when it returns.
    public static Server start(Parts parts) {
        return new Server(parts);
    }

    public int port() {
        return web.port();
    }

    /// From now on no commands are taken and readers of feeds are told to come again; reading goes on. What
    /// waits for its answer gets it.
    public void drain() {
        doors.entrance.drain();
        doors.live.close();
    }

    /// Drains, waits for what is on its way, and stops listening.
    @Override
    public void close() {
        drain();
        doors.entrance.awaitAnswers(patience);
        web.stop();
    }
}
