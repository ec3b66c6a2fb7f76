package muster.server.signin;

import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import muster.kernel.Actor;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.people.Session;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.CrossSite;
import muster.server.door.Entrance;
import muster.server.door.Limits;
import muster.server.door.Routes;
import muster.server.door.Throttle;
import muster.server.pages.Notice;

/// Signing in by a link that works once. To follow it changes nothing, because mail scanners follow links:
/// the page that it leads to has a button, and the button signs in.
public final class Links implements Way {
    private static final Actor BY_LINK = new Actor.Operator("link");
    private static final int NO_BODY = 1024;

    private final Engine engine;
    private final Tokens tokens;
    private final Entropy entropy;
    private final CrossSite crossSite;
    private final Entrance entrance;
    private final Throttle throttle;

    public Links(
            Engine engine,
            Tokens tokens,
            Entropy entropy,
            CrossSite crossSite,
            Entrance entrance,
            Limits limits,
            LongSupplier nanos) {
        this.engine = engine;
        this.tokens = tokens;
        this.entropy = entropy;
        this.crossSite = crossSite;
        this.entrance = entrance;
        this.throttle =
                new Throttle(limits.signInsPerMinute() / 60, (int) Math.max(1, limits.signInsPerMinute()), nanos);
    }

    @Override
    public void addTo(HttpRouting.Builder routing, Routes routes) {
        routing.get("/sign-in/link/{link}", routes.to(this::show));
        routing.post("/sign-in/link/{link}", routes.to(this::redeem));
    }

    private Answer show(Asked asked) {
        return tokens.link(asked.part("link")).isPresent()
                ? Notice.button(
                        200,
                        "Sign in to Muster",
                        "This link signs you in once, in this browser.",
                        asked.place(),
                        "Sign in")
                : strange();
    }

    private static Answer strange() {
        return Notice.of(
                404,
                "That is not a sign-in link",
                "It may be incomplete. Copy it whole, or ask whoever sent it for another.");
    }

    private Answer redeem(Asked asked) {
        crossSite.checkForm(asked);
        asked.body(NO_BODY);
        Optional<Id> link = tokens.link(asked.part("link"));
        if (link.isEmpty()) {
            return strange();
        }
        throttle.pass(link.get());
        if (entrance.isDraining()) {
            return Notice.of(503, "Not now", "This server is being stopped. Try again in a moment.")
                    .with("Retry-After", "5");
        }
        Id session = entropy.id();
        Outcome outcome = engine.submit(Submission.of(
                        StreamId.ORGANISATION,
                        BY_LINK,
                        new PeopleCommand.RedeemLink(link.get(), session),
                        entropy.id().text()))
                .join();
        return switch (outcome) {
            case Outcome.Committed committed -> welcome(session);
            case Outcome.Refused(String code, String words, java.util.List<Id> whoCan) ->
                Notice.of(409, "This link does not sign you in", words);
            case Outcome.Unseen unseen -> strange();
            case Outcome.Forbidden forbidden -> strange();
            case Outcome.StepUp stepUp -> strange();
            case Outcome.Unreadable unreadable -> strange();
            case Outcome.Unavailable unavailable -> unavailable();
            case Outcome.Unknown unknown -> unavailable();
            case Outcome.Faulted faulted -> unavailable();
        };
    }

    private static Answer unavailable() {
        return Notice.of(503, "Not now", "Nothing can be written at the moment. Try the link again in a minute.")
                .with("Retry-After", "10");
    }

    private Answer welcome(Id session) {
        Session opened = engine.published(StreamId.ORGANISATION)
                .fold()
                .stateOf(People.KEY)
                .session(session)
                .orElseThrow(() -> new IllegalStateException("the session was recorded a moment ago"));
        return Answer.seeOther("/")
                .with("Set-Cookie", Cookies.set(tokens.token(session), Duration.between(engine.now(), opened.until())));
    }
}
