package muster.server.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Secret;

/// What proves that a request belongs to a session, or that a sign-in link is ours: the public id and a keyed
/// hash over it. Nothing needs to be stored, and nothing in the record lets anybody make one.
public final class Tokens {
    private static final String VERSION = "m1";
    private static final String LINKS = "/sign-in/link/";

    private final Secret secret;

    /// @param secret kept outside the data directory; with another one every token is void
    public Tokens(Secret secret) {
        this.secret = secret;
    }

    /// The token of a session: `m1.<session>.<hash>`.
    public String token(Id session) {
        return VERSION + "." + session + "." + secret.mac("session", session.text());
    }

    /// The session that a token is of; empty if it is not one of ours.
    Optional<Id> session(String token) {
        return token.startsWith(VERSION + ".")
                ? proved("session", token.substring(VERSION.length() + 1))
                : Optional.empty();
    }

    /// The path of a sign-in link, to be put behind the server's origin.
    public String linkPath(Id link) {
        return LINKS + link + "." + secret.mac("link", link.text());
    }

    /// The link behind `<link>.<hash>`; empty if it is not one of ours.
    Optional<Id> link(String text) {
        return proved("link", text);
    }

    private Optional<Id> proved(String kind, String text) {
        int dot = text.indexOf('.');
        if (dot < 0 || !Id.wellFormed(text.substring(0, dot))) {
            return Optional.empty();
        }
        String id = text.substring(0, dot);
        byte[] given = text.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] right = secret.mac(kind, id).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, right) ? Optional.of(new Id(id)) : Optional.empty();
    }
}
