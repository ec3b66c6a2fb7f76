package muster.kernel;

import java.util.List;
import java.util.stream.Stream;

/// What an event asks of whoever brings it about: a right that the charter grants, and the relation in which
/// the actor must stand to the thing. Data, so that the engine and the verifier judge the same.
public sealed interface Permission {
    /// One of the actor's seats has the right. Rights are named like the commands they allow:
    /// `tasks.hand-over`.
    record Right(String right) implements Permission {}

    /// The actor is one of these persons: `the owner`.
    record OneOf(String relation, List<Id> persons) implements Permission {}

    /// The actor holds one of these roles, himself or as an active deputy: `a decider`.
    record Seated(String relation, List<String> roles) implements Permission {}

    /// The actor is none of these persons: separation of duties. `not the proposer`.
    record NoneOf(String rule, List<Id> persons) implements Permission {}

    /// The session was authenticated in one of these ways (RFC 8176 words).
    record Authenticated(List<String> amr) implements Permission {}

    /// Not a service account, bot or agent: non-human identities never decide.
    record Human() implements Permission {}

    /// Somebody at the command line of the host.
    record OnHost() implements Permission {}

    /// Anybody who is in the room.
    record Member() implements Permission {}

    record Every(List<Permission> all) implements Permission {}

    record Either(List<Permission> any) implements Permission {}

    /// Nobody: only Muster itself brings the event about, by a declared reaction or a due alarm.
    record Nobody() implements Permission {}

    static Permission right(String right) {
        return new Right(right);
    }

    static Permission oneOf(String relation, Id... persons) {
        return new OneOf(relation, List.of(persons));
    }

    static Permission seated(String relation, List<String> roles) {
        return new Seated(relation, List.copyOf(roles));
    }

    static Permission onHost() {
        return new OnHost();
    }

    static Permission nobody() {
        return new Nobody();
    }

    default Permission and(Permission other) {
        return new Every(join(this instanceof Every every ? every.all : List.of(this), other));
    }

    default Permission or(Permission other) {
        return new Either(join(this instanceof Either either ? either.any : List.of(this), other));
    }

    private static List<Permission> join(List<Permission> some, Permission other) {
        return Stream.concat(some.stream(), Stream.of(other)).toList();
    }
}
