package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Table;

/// One crisis: what it is called, where it stands, who takes part, and what they have been told.
///
/// @param opening absent before the crisis has begun
public record Room(Optional<Opening> opening, Course course, Roster roster, Briefing briefing) {
    static final Room EMPTY = new Room(Optional.empty(), Course.NOT_BEGUN, Roster.NOBODY, Briefing.NOTHING);

    /// How it began.
    ///
    /// @param label what people call it aloud: `C-7`, an exercise `X-3`
    /// @param leadRole the role that leads, by the charter
    /// @param at crisis time
    /// @param digest of the entry that gave the crisis its present words
    public record Opening(
            Id crisis,
            String label,
            String leadRole,
            Id by,
            Instant at,
            Content<String> codeName,
            Content<String> summary,
            String digest) {
        Opening reworded(String entry) {
            return new Opening(crisis, label, leadRole, by, at, codeName, summary, entry);
        }
    }

    /// A closed crisis can be read; whatever else is asked of it, every feature refuses with the code `closed`.
    public boolean isClosed() {
        return course.closing().isPresent();
    }

    /// Declared, no longer a candidate.
    public boolean isDeclared() {
        return course.declaration().isPresent();
    }

    public Phase phase() {
        return course.phase();
    }

    public Optional<String> severity() {
        return course.severity();
    }

    public Table<Seat> seats() {
        return roster.seats();
    }

    public Optional<Seat> seat(String role) {
        return roster.seat(role);
    }

    /// Who leads now by the charter's leading role; empty while that seat is vacant.
    public Optional<Id> lead() {
        return opening.flatMap(begun -> seat(begun.leadRole())).flatMap(Seat::holder);
    }

    /// The persons who may speak for the role at this real time: its holder and a deputy who stands in.
    public List<Id> speakersFor(String role, Instant recordedAt) {
        return seat(role).map(seat -> seat.speakers(recordedAt)).orElse(List.of());
    }

    /// Whether the person was given a part, regardless of an end that may have passed: for what is shown.
    public boolean isResponder(Id person) {
        return roster.responders().has(person);
    }

    /// Whether the person takes part at this real time: for what is decided.
    public boolean isResponder(Id person, Instant recordedAt) {
        return roster.responder(person)
                .filter(each -> each.takesPart(recordedAt))
                .isPresent();
    }

    /// The functions that the person speaks for here, by seat or admission.
    public List<String> functionsOf(Id person) {
        return roster.responder(person).map(Responder::functions).orElse(List.of());
    }

    /// Crisis time by which the next update will be given.
    public Optional<Instant> updatePromisedFor() {
        return briefing.promise().map(Briefing.Promise::at);
    }

    Room with(Course now) {
        return new Room(opening, now, roster, briefing);
    }

    Room with(Roster now) {
        return new Room(opening, course, now, briefing);
    }

    Room with(Briefing now) {
        return new Room(opening, course, roster, now);
    }

    Room reworded(String entry) {
        return new Room(opening.map(begun -> begun.reworded(entry)), course, roster, briefing);
    }
}
