package muster.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Digest;
import muster.kernel.Id;

/// Who acts in a scenario, and ids that can be told apart by a name.
public final class Actors {
    /// When everybody signed in, unless a test says otherwise.
    public static final Instant SIGNED_IN = Instant.parse("2026-11-23T08:00:00Z");

    private Actors() {}

    /// Always the same id for a name.
    public static Id id(String name) {
        return Id.of(Arrays.copyOf(Digest.sha256(name.getBytes(StandardCharsets.UTF_8)), 16));
    }

    /// Somebody at the command line of the host.
    public static Actor.Operator operator() {
        return new Actor.Operator("person");
    }

    /// The person with the id of this name, in the session with the id of "<name>'s session".
    public static Actor.Responder responder(String name) {
        return responder(id(name), id(name + "'s session"), "operator");
    }

    /// @param amr how the session was authenticated (RFC 8176 words)
    public static Actor.Responder responder(Id person, Id session, String... amr) {
        return new Actor.Responder(person, session, List.of(amr), Optional.empty(), SIGNED_IN);
    }

    /// The same person in the same session, authenticated in these ways.
    public static Actor.Responder signedInBy(Actor.Responder actor, String... amr) {
        return new Actor.Responder(actor.person(), actor.session(), List.of(amr), actor.acr(), actor.authTime());
    }
}
