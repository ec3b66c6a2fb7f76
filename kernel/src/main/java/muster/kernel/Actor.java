package muster.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who acts.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Actor.Responder.class, name = "responder"),
    @JsonSubTypes.Type(value = Actor.Operator.class, name = "operator"),
    @JsonSubTypes.Type(value = Actor.Muster.class, name = "system")
})
public sealed interface Actor {
    /// A person or a non-human identity with a session.
    ///
    /// @param person the random id; the name is content of one entry of the organisation
    /// @param session the public id of the session, never its token
    /// @param amr how the session was authenticated (RFC 8176 words; `operator` for a token issued on the
    ///     host)
    /// @param acr the authentication context, where the sign-in named one
    /// @param authTime when the person last proved who they are
    record Responder(Id person, Id session, List<String> amr, Optional<String> acr, Instant authTime) implements Actor {
        public Responder {
            amr = List.copyOf(amr);
        }
    }

    /// Somebody at the command line of the host that holds the data directory.
    ///
    /// @param via what they used: `person`, `token`, `setup`
    record Operator(String via) implements Actor {}

    /// Muster itself: only for what a declared reaction, an alarm that is due, or an errand's outcome brings
    /// about.
    record Muster() implements Actor {}

    static Actor muster() {
        return new Muster();
    }

    /// The person behind the actor, if there is one.
    default Optional<Id> asPerson() {
        return this instanceof Responder responder ? Optional.of(responder.person()) : Optional.empty();
    }

    /// By whom idempotency keys are told apart.
    default String name() {
        return switch (this) {
            case Responder responder -> responder.person().text();
            case Operator operator -> "operator";
            case Muster muster -> "system";
        };
    }
}
