package muster.server;

import io.helidon.webserver.http.HttpRouting;
import java.util.List;
import java.util.function.LongSupplier;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.people.People;
import muster.server.door.CommandDoor;
import muster.server.door.Counts;
import muster.server.door.CrossSite;
import muster.server.door.DryDoor;
import muster.server.door.Entrance;
import muster.server.door.KeyDoor;
import muster.server.door.Limits;
import muster.server.door.OpenApi;
import muster.server.door.PolicyDoor;
import muster.server.door.Problem;
import muster.server.door.ProofDoor;
import muster.server.door.Routes;
import muster.server.door.SecurityHeaders;
import muster.server.door.Served;
import muster.server.door.StatusDoor;
import muster.server.door.Throttle;
import muster.server.feed.FeedDoor;
import muster.server.feed.HistoryDoor;
import muster.server.feed.LiveFeed;
import muster.server.feed.Names;
import muster.server.feed.TimelineDoor;
import muster.server.feed.ViewDoor;
import muster.server.feed.Viewer;
import muster.server.pages.Brief;
import muster.server.pages.NoScreens;
import muster.server.pages.Style;
import muster.server.screens.ScreenDoor;
import muster.server.screens.Screens;
import muster.server.signin.Links;
import muster.server.signin.MeDoor;
import muster.server.signin.Sessions;
import muster.server.signin.SignOut;
import muster.server.signin.Tokens;
import muster.server.signin.Way;

/// Every door of the server and what stands behind it: the whole wiring, in the order of the interface's
/// description.
final class Doors {
    private static final List<String> STREAMS = List.of("/api/organisation", "/api/crises/{crisis}");

    private final Engine engine;
    private final Limits limits;
    private final Entropy entropy;
    private final LongSupplier nanos;
    private final Counts counts = new Counts();
    private final Served served = new Served();
    private final CrossSite crossSite;
    private final Sessions sessions;
    private final Routes routes;
    private final Viewer viewer;
    private final HistoryDoor history;
    private final List<Way> ways;
    private final StatusDoor status;
    private final Screens screens;
    private final MeDoor me;
    final Entrance entrance;
    final LiveFeed live;

    Doors(Server.Parts parts) {
        this.engine = parts.engine();
        this.limits = parts.limits();
        this.entropy = parts.entropy();
        this.nanos = parts.time()::monotonic;
        Tokens tokens = new Tokens(parts.tokens());
        this.crossSite = new CrossSite(parts.origin());
        this.sessions = new Sessions(engine, tokens, entropy, limits.idle(), nanos);
        this.entrance = new Entrance(engine, sessions, crossSite);
        this.live = new LiveFeed(engine, entrance, limits, counts, entropy);
        this.routes = new Routes(counts, entropy);
        this.viewer = new Viewer(engine);
        this.history = new HistoryDoor(engine, entrance, names(), served);
        this.ways = List.of(new Links(engine, tokens, entropy, crossSite, entrance, limits, nanos));
        this.status = new StatusDoor(parts.health(), entrance, counts);
        this.screens = parts.screens();
        this.me = new MeDoor(engine, entrance, parts.origin(), parts.demonstration());
    }

    private static Names names() {
        return (Id person, Readings organisation) -> organisation
                .stateOf(People.KEY)
                .person(person)
                .map(each -> each.name().or("(withheld)"));
    }

    HttpRouting.Builder routing() {
        HttpRouting.Builder routing = HttpRouting.builder();
        routing.addFilter((chain, request, response) -> {
            SecurityHeaders.each(response::header);
            chain.proceed();
        });
        commands(routing);
        views(routing);
        proofs(routing);
        routing.get("/api/policy", routes.to(new PolicyDoor(engine, entrance)));
        routing.get("/api/me", routes.to(me));
        routing.get("/openapi.json", routes.to(new OpenApi(engine.catalogue())));
        routing.get("/health/live", routes.to(status::live));
        routing.get("/health/ready", routes.to(status::ready));
        routing.get("/metrics", routes.to(status::metrics));
        ways.forEach(way -> way.addTo(routing, routes));
        new SignOut(engine, sessions, entrance, crossSite, entropy).addTo(routing, routes);
        routing.get(
                Brief.place("{crisis}"),
                routes.to(new Brief(engine, sessions, entrance, viewer, history, screens.arePresent())));
        new ScreenDoor(screens).addTo(routing, routes, new NoScreens(engine, sessions, entrance, viewer), Style::open);
        routing.any(routes.to(asked -> Problem.unseen()));
        return routing;
    }

    private void commands(HttpRouting.Builder routing) {
        CommandDoor commands = new CommandDoor(engine, entrance, throttle(), served, counts, limits);
        DryDoor dry = new DryDoor(engine, entrance, throttle(), limits);
        KeyDoor keys = new KeyDoor(engine, entrance);
        for (String stream : STREAMS) {
            routing.post(stream + "/commands/{name}", routes.to(commands));
            routing.get(stream + "/keys/{key}", routes.to(keys));
            routing.post(stream + "/dry", routes.to(dry));
        }
    }

    private Throttle throttle() {
        return new Throttle(limits.commandsPerSecond(), limits.commandBurst(), nanos);
    }

    private void views(HttpRouting.Builder routing) {
        ViewDoor views = new ViewDoor(entrance, viewer, served);
        TimelineDoor timeline = new TimelineDoor(engine, entrance, viewer, sessions);
        FeedDoor feed = new FeedDoor(live, entrance, served, counts, limits);
        routing.get("/api/crises", routes.to(views::crises));
        for (String stream : STREAMS) {
            routing.get(stream + "/views/{view}", routes.to(views));
            routing.get(stream + "/at/{when}/views/{view}", routes.to(timeline));
            routing.get(stream + "/feed", routes.toFeed(feed));
        }
    }

    private void proofs(HttpRouting.Builder routing) {
        ProofDoor proofs = new ProofDoor(engine, entrance);
        for (String stream : STREAMS) {
            routing.get(stream + "/history", routes.to(history));
            routing.get(stream + "/checkpoint", routes.to(proofs::checkpoint));
            routing.get(stream + "/proof/inclusion", routes.to(proofs::inclusion));
            routing.get(stream + "/proof/consistency", routes.to(proofs::consistency));
        }
        routing.get("/api/keys", routes.to(proofs::keys));
    }
}
