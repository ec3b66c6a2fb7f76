package muster.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// Somebody, or something that acts on somebody's behalf, as the organisation knows it.
public record Person(Id id, Kind kind, Words words, Whereabouts whereabouts, Engagement engagement) {

    /// What kind of identity it is; only humans decide.
    public enum Kind {
        HUMAN,
        /// A service account, API key or workload.
        SERVICE,
        /// A bot or AI agent.
        AGENT
    }

    /// What others call it and how they get hold of it.
    ///
    /// @param handle how others mention it, without the `@`; unique among the active, whatever its case
    /// @param reach ways to get hold of it, in the order in which to try them
    /// @param purpose what it is there for; empty words where nobody said
    /// @param digest of the entry that gave it its present words
    public record Words(
            Content<String> name,
            Content<String> handle,
            Content<List<Reach>> reach,
            Content<String> purpose,
            String digest) {}

    /// Where and when it is to be found: for people to read, never for authority.
    ///
    /// @param zone IANA name of the time zone: `Europe/Berlin`
    /// @param absences times away, by their beginning
    public record Whereabouts(String zone, Optional<Hours> hours, List<Absence> absences) {
        public Whereabouts {
            absences = List.copyOf(absences);
        }
    }

    /// On what terms it is here.
    ///
    /// @param owner the human who answers for it; present exactly where it is not human
    /// @param partner the partner organisation it comes from; empty for one's own people
    /// @param until end of its engagement, real time; empty: until removed
    /// @param active false once removed
    public record Engagement(Optional<Id> owner, Optional<Id> partner, Optional<Instant> until, boolean active) {}

    public boolean isHuman() {
        return kind == Kind.HUMAN;
    }

    public Content<String> name() {
        return words.name;
    }

    public Content<String> handle() {
        return words.handle;
    }

    public Content<List<Reach>> reach() {
        return words.reach;
    }

    public Content<String> purpose() {
        return words.purpose;
    }

    public String digest() {
        return words.digest;
    }

    public String zone() {
        return whereabouts.zone;
    }

    public Optional<Hours> hours() {
        return whereabouts.hours;
    }

    public List<Absence> absences() {
        return whereabouts.absences;
    }

    public Optional<Id> owner() {
        return engagement.owner;
    }

    public Optional<Id> partner() {
        return engagement.partner;
    }

    public Optional<Instant> engagedUntil() {
        return engagement.until;
    }

    public boolean active() {
        return engagement.active;
    }

    Person with(Words next) {
        return new Person(id, kind, next, whereabouts, engagement);
    }

    Person with(Whereabouts next) {
        return new Person(id, kind, words, next, engagement);
    }

    Person with(Engagement next) {
        return new Person(id, kind, words, whereabouts, next);
    }
}
