package muster.server.signin;

import io.helidon.webserver.http.HttpRouting;
import java.util.Map;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Caller;
import muster.server.door.Callers;
import muster.server.door.CrossSite;
import muster.server.door.Entrance;
import muster.server.door.Routes;

/// Ends a session, by a form of the pages or by a call.
public final class SignOut {
    private static final int NO_BODY = 1024;

    private final Engine engine;
    private final Callers callers;
    private final Entrance entrance;
    private final CrossSite crossSite;
    private final Entropy entropy;

    public SignOut(Engine engine, Callers callers, Entrance entrance, CrossSite crossSite, Entropy entropy) {
        this.engine = engine;
        this.callers = callers;
        this.entrance = entrance;
        this.crossSite = crossSite;
        this.entropy = entropy;
    }

    public void addTo(HttpRouting.Builder routing, Routes routes) {
        routing.post("/sign-out", routes.to(this::byForm));
        routing.post("/api/signin/sign-out", routes.to(this::byCall));
    }

    private Answer byForm(Asked asked) {
        crossSite.checkForm(asked);
        asked.body(NO_BODY);
        callers.of(asked).ifPresent(this::end);
        return Answer.seeOther("/").with("Set-Cookie", Cookies.clear());
    }

    private Answer byCall(Asked asked) {
        Caller caller = entrance.caller(asked);
        crossSite.check(asked, caller);
        asked.body(NO_BODY);
        end(caller);
        return new Answer(204, Answer.JSON, new byte[0], Map.of("Set-Cookie", Cookies.clear()));
    }

    private void end(Caller caller) {
        engine.submit(Sessions.ending(caller.actor(), "Signed out.", entropy)).join();
    }
}
