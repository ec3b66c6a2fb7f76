package muster.server.signin;

import java.time.Duration;

/// The cookie of a browser session: never seen by scripts, never sent to or from another site.
final class Cookies {
    static final String NAME = "__Host-muster";

    private Cookies() {}

    static String set(String token, Duration lasts) {
        return NAME + "=" + token + "; Path=/; Max-Age=" + Math.max(0, lasts.toSeconds())
                + "; Secure; HttpOnly; SameSite=Strict";
    }

    static String clear() {
        return set("", Duration.ZERO);
    }
}
