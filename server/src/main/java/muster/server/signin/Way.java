package muster.server.signin;

import io.helidon.webserver.http.HttpRouting;
import muster.server.door.Routes;

/// A way to sign in: its own pages and calls, at the end of which there is a session and a cookie. One-time
/// links are one; passkeys and identity providers are others.
public interface Way {
    void addTo(HttpRouting.Builder routing, Routes routes);
}
