package muster.people;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Id;
import muster.kernel.Table;

/// Everybody the organisation knows, and their sessions. Nobody is ever taken out: those who left are no
/// longer active.
public record Directory(Table<Person> persons, Table<Partner> partners, Table<Session> sessions, Table<Link> links) {
    static final Directory EMPTY = new Directory(Table.empty(), Table.empty(), Table.empty(), Table.empty());

    /// The person of this id, active or not.
    public Optional<Person> person(Id id) {
        return persons.find(id);
    }

    public Optional<Partner> partner(Id id) {
        return partners.find(id);
    }

    public Optional<Session> session(Id id) {
        return sessions.find(id);
    }

    /// The active person of this handle, whatever its case.
    public Optional<Person> withHandle(String handle) {
        String wanted = handle.toLowerCase(Locale.ROOT);
        return persons.stream()
                .filter(Person::active)
                .filter(person ->
                        person.handle().or("").toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /// Whether the actor is at that real time who they claim to be: the session is open and was authenticated
    /// in every way the actor names, and the person is engaged.
    public boolean honours(Actor.Responder actor, Instant recordedAt) {
        return sessions.find(actor.session())
                        .filter(session -> session.person().equals(actor.person()))
                        .filter(session -> !session.ended() && recordedAt.isBefore(session.until()))
                        .filter(session -> session.amr().containsAll(actor.amr()))
                        .isPresent()
                && isEngaged(actor.person(), recordedAt);
    }

    /// Whether the person is active and engaged at that real time, and so is whoever answers for them: the
    /// partner organisation they come from, and the owner of what is not human.
    public boolean isEngaged(Id id, Instant recordedAt) {
        return persons.find(id)
                .filter(Person::active)
                .filter(person ->
                        person.engagedUntil().map(recordedAt::isBefore).orElse(true))
                .filter(person -> person.partner()
                        .map(partner ->
                                recordedAt.isBefore(partners.the(partner).until()))
                        .orElse(true))
                .filter(person -> person.owner()
                        .map(owner -> isEngaged(owner, recordedAt))
                        .orElse(true))
                .isPresent();
    }

    Directory with(Person person) {
        return new Directory(persons.with(person.id(), person), partners, sessions, links);
    }

    Directory with(Partner partner) {
        return new Directory(persons, partners.with(partner.id(), partner), sessions, links);
    }

    Directory with(Session session) {
        return new Directory(persons, partners, sessions.with(session.id(), session), links);
    }

    Directory with(Link link) {
        return new Directory(persons, partners, sessions, links.with(link.id(), link));
    }
}
