package muster.server.door;

import muster.kernel.Actor;

/// Who asks, and how they showed it.
public record Caller(Actor.Responder actor, By by) {
    /// How the session was shown.
    public enum By {
        /// By a cookie, which a browser sends whoever made it ask: what changes something has to prove where
        /// it comes from.
        COOKIE,
        /// By a header, which no foreign page can make a browser send.
        BEARER
    }
}
