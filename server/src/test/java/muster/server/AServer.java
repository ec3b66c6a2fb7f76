package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import muster.charter.ASmallCharter;
import muster.charter.AnOrganisation;
import muster.charter.CharterCommand;
import muster.crises.RegisterCommand;
import muster.crises.RoomCommand;
import muster.kernel.Actor;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Errand;
import muster.kernel.Fold;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.server.door.Limits;
import muster.server.screens.Screens;
import muster.server.signin.Tokens;
import muster.testing.Actors;
import muster.testing.HandClock;
import muster.testing.MemoryJournal;
import muster.testing.SeededEntropy;

/// A server that really listens, over the organisation that every test knows: dana leads incidents, marcus is
/// the CISO, george is counsel, judith is an outsider who takes part in nothing.
public final class AServer implements AutoCloseable {
    /// Where browsers believe it is.
    public static final String ORIGIN = "http://muster.test";

    public final HandClock clock = new HandClock(Instant.parse("2026-11-23T14:00:00Z"));
    public final Engine engine;
    public final Tokens tokens;
    final Server server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private int keys;

    private AServer(Catalogue catalogue, UnaryOperator<Limits> limits, Supplier<Health> health) {
        this(catalogue, new MemoryJournal(), limits, health, parts -> parts.with(Screens.none()));
    }

    private AServer(
            Catalogue catalogue,
            Journal journal,
            UnaryOperator<Limits> limits,
            Supplier<Health> health,
            UnaryOperator<Server.Parts> made) {
        Secret secret = new Secret("a secret of exactly enough bytes".getBytes(StandardCharsets.US_ASCII));
        this.tokens = new Tokens(secret);
        this.engine = new Engine(
                catalogue, journal, clock, new SeededEntropy(7), new Secret(new byte[32]), turns, "muster.test/muster");
        engine.found().join();
        AnOrganisation.setUp(clock.wall().plus(Duration.ofDays(30))).forEach(this::byHost);
        byHost(new CharterCommand.Adopt(
                Optional.of(Actors.id("the first charter")), ASmallCharter.charter(), "Where we start."));
        this.server = Server.start(made.apply(new Server.Parts(
                engine,
                secret,
                ORIGIN,
                "localhost",
                0,
                Optional.empty(),
                limits.apply(Limits.standard()),
                health,
                clock,
                new SeededEntropy(8))));
    }

    public static AServer running() {
        return with(Features.catalogue());
    }

    /// Over another journal, which is the caller's to close.
    public static AServer over(Journal journal) {
        return made(journal, parts -> parts.with(Screens.none()));
    }

    /// With screens, which the others do not have.
    public static AServer showing(Screens screens) {
        return made(new MemoryJournal(), parts -> parts.with(screens));
    }

    /// Of an invented company.
    public static AServer demonstrating() {
        return made(new MemoryJournal(), Server.Parts::asDemonstration);
    }

    private static AServer made(Journal journal, UnaryOperator<Server.Parts> made) {
        return new AServer(Features.catalogue(), journal, limits -> limits, () -> Health.READY, made);
    }

    public static AServer with(Catalogue catalogue) {
        return new AServer(catalogue, limits -> limits, () -> Health.READY);
    }

    public static AServer limited(UnaryOperator<Limits> limits) {
        return new AServer(Features.catalogue(), limits, () -> Health.READY);
    }

    public static AServer limited(Catalogue catalogue, UnaryOperator<Limits> limits) {
        return new AServer(catalogue, limits, () -> Health.READY);
    }

    public static AServer ofHealth(Supplier<Health> health) {
        return new AServer(Features.catalogue(), limits -> limits, health);
    }

    /// What the host asks of the organisation.
    public void byHost(Command command) {
        give(StreamId.ORGANISATION, new Actor.Operator("person"), command);
    }

    /// A command that does not come over the network; it has to be committed.
    public void give(StreamId stream, Actor actor, Command command) {
        keys++;
        Outcome outcome = engine.submit(Submission.of(stream, actor, command, "key " + keys))
                .join();
        assertThat(outcome).isInstanceOf(Outcome.Committed.class);
        settle();
    }

    /// Carries what goes from stream to stream, as the courier does.
    public void settle() {
        for (boolean idle = false; !idle; ) {
            idle = true;
            for (StreamId stream : engine.streams()) {
                List<Fold.Outstanding> outstanding = new ArrayList<>();
                engine.published(stream).fold().outstanding().forEach(outstanding::add);
                for (Fold.Outstanding each : outstanding) {
                    idle = false;
                    if (each.parcel() instanceof Fold.Across) {
                        engine.carry(stream, each).join();
                    }
                    engine.settle(stream, each.key(), Errand.Outcome.DONE, "").join();
                }
            }
        }
    }

    /// A declared crisis, opened by dana.
    public String crisis(String codeName) {
        return crisis(codeName, false);
    }

    public String exercise(String codeName) {
        return crisis(codeName, true);
    }

    private String crisis(String codeName, boolean exercise) {
        Id crisis = Actors.id(codeName);
        give(
                StreamId.ORGANISATION,
                Actors.responder("dana"),
                new RegisterCommand.Open(
                        Optional.of(crisis),
                        exercise,
                        codeName,
                        "File servers do not answer.",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        give(
                StreamId.of(crisis),
                Actors.responder("dana"),
                new RoomCommand.Declare(
                        "Encrypted file servers in Rotterdam", "sev-1", "Ransom notes on forty servers."));
        return crisis.text();
    }

    /// Somebody with the token of their session.
    public Web as(String name) {
        return anybody().header("Authorization", "Bearer " + token(name));
    }

    public String token(String name) {
        return tokens.token(Actors.id(name + "'s session"));
    }

    /// Somebody's browser, on Muster's own pages.
    public Web browser(String name) {
        return anybody()
                .header("Cookie", "__Host-muster=" + token(name))
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Muster", "1");
    }

    /// Nobody in particular.
    public Web anybody() {
        return new Web(client, URI.create("http://localhost:" + server.port()), List.of());
    }

    /// What SIGTERM does first.
    public void drain() {
        server.drain();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        client.close();
        turns.close();
    }
}
