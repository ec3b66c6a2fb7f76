package muster.people;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import muster.kernel.Decision;
import muster.kernel.Id;

/// Single things that can be wrong with what is asked; empty where nothing is.
///
/// @param now real time
record PeopleChecks(Directory directory, Instant now) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_WAYS = 20;
    /// Nobody is vouched for longer than this without being asked again.
    private static final Duration LONGEST_TERM = Duration.ofDays(366);

    Optional<Decision<PeopleEvent>> fresh(boolean fresh, String what) {
        return fresh
                ? fine()
                : refuse("exists", "There is a " + what + " of this id already; leave the id out or draw another.");
    }

    Optional<Decision<PeopleEvent>> name(String name) {
        return words("name", name, LONGEST_NAME);
    }

    Optional<Decision<PeopleEvent>> reason(String reason) {
        return text("reason", reason);
    }

    Optional<Decision<PeopleEvent>> text(String what, String text) {
        return words(what, text, LONGEST_TEXT);
    }

    private static Optional<Decision<PeopleEvent>> words(String what, String words, int most) {
        if (words.isBlank()) {
            return refuse("blank", "The " + what + " is blank; write one.");
        }
        return words.length() > most
                ? refuse(
                        "too-long", "The " + what + " has " + words.length() + " characters; the most is " + most + ".")
                : fine();
    }

    /// @param holder who may have it already
    Optional<Decision<PeopleEvent>> handle(String handle, Optional<Id> holder) {
        if (!handle.matches("[A-Za-z0-9]([A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")) {
            return refuse(
                    "bad-handle",
                    "A handle has up to 40 letters, digits, dots, hyphens or underscores; it begins and ends with a"
                            + " letter or digit.");
        }
        return directory
                        .withHandle(handle)
                        .filter(person -> !holder.equals(Optional.of(person.id())))
                        .isPresent()
                ? refuse("handle-taken", "Somebody else is called @" + handle + " already; choose another handle.")
                : fine();
    }

    Optional<Decision<PeopleEvent>> zone(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone)
                ? fine()
                : refuse("unknown-zone", "There is no time zone of this name; use one like Europe/Berlin.");
    }

    Optional<Decision<PeopleEvent>> reach(List<Reach> reach) {
        if (reach.size() > MOST_WAYS) {
            return refuse("too-many-ways", "Nobody is reached in more than " + MOST_WAYS + " ways; name fewer.");
        }
        return reach.stream()
                .flatMap(way -> words("address", way.address(), LONGEST_NAME).stream())
                .findFirst();
    }

    Optional<Decision<PeopleEvent>> owner(Person.Kind kind, Optional<Id> owner) {
        if (kind == Person.Kind.HUMAN) {
            return owner.isPresent()
                    ? refuse("human-has-no-owner", "A human answers for themselves; leave the owner out.")
                    : fine();
        }
        if (owner.isEmpty()) {
            return refuse("needs-owner", "Somebody has to answer for what is not human; name its owner.");
        }
        Person answering = directory.persons().the(owner.get());
        return answering.isHuman() && answering.active()
                ? fine()
                : refuse(
                        "owner-cannot-answer", "Only a human who is still here can answer for it; name another owner.");
    }

    Optional<Decision<PeopleEvent>> purpose(Person.Kind kind, String purpose) {
        if (kind != Person.Kind.HUMAN && purpose.isBlank()) {
            return refuse("needs-purpose", "Say what it is there for; nobody can judge its access otherwise.");
        }
        return purpose.isBlank() ? fine() : text("purpose", purpose);
    }

    Optional<Decision<PeopleEvent>> ahead(Instant until) {
        return until.isAfter(now)
                ? fine()
                : refuse("already-over", "That end is in the past; name one that is to come.");
    }

    Optional<Decision<PeopleEvent>> term(Instant until) {
        return until.isAfter(now.plus(LONGEST_TERM))
                ? refuse("too-far", "That is more than a year away; name an earlier end.")
                : ahead(until);
    }

    Optional<Decision<PeopleEvent>> active(Person person) {
        return person.active() ? fine() : refuse("removed", "This person was removed; add them anew if they are back.");
    }

    Optional<Decision<PeopleEvent>> engaged(Person person) {
        return directory.isEngaged(person.id(), now)
                ? fine()
                : refuse("engagement-over", "The engagement is over; extend it first.");
    }

    Optional<Decision<PeopleEvent>> stillEngaged(Partner partner) {
        return now.isBefore(partner.until())
                ? fine()
                : refuse("engagement-over", "The engagement of this partner is over; extend it first.");
    }

    Optional<Decision<PeopleEvent>> answersForNobody(Person person) {
        List<String> owned = directory.persons().stream()
                .filter(Person::active)
                .filter(other -> other.owner().equals(Optional.of(person.id())))
                .map(other -> "@" + other.handle().or("(withheld)"))
                .toList();
        return owned.isEmpty()
                ? fine()
                : refuse(
                        "answers-for-others",
                        "This person answers for " + String.join(", ", owned) + "; name another owner first.");
    }

    Optional<Decision<PeopleEvent>> amr(List<String> amr) {
        return !amr.isEmpty() && amr.stream().allMatch(way -> way.matches("[a-z0-9]{1,20}"))
                ? fine()
                : refuse("bad-amr", "Say by at least one word of RFC 8176 how the person was authenticated.");
    }

    Optional<Decision<PeopleEvent>> good(Link link) {
        if (link.redeemed()) {
            return refuse("link-used", "This sign-in link was used before; ask for another.");
        }
        return link.isGood(now) ? fine() : refuse("link-over", "This sign-in link is too old; ask for another.");
    }

    Optional<Decision<PeopleEvent>> open(Session session) {
        return !session.ended() && now.isBefore(session.until())
                ? fine()
                : refuse("session-over", "This session is over already.");
    }

    Optional<Decision<PeopleEvent>> absence(Person person, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return refuse("ends-before-it-begins", "An absence ends after it begins; look at the two times.");
        }
        Absence absence = new Absence(from, until);
        return person.absences().stream().anyMatch(absence::overlaps)
                ? refuse("overlaps", "Another absence is noted for a part of that time; cancel it first.")
                : ahead(until);
    }

    Optional<Decision<PeopleEvent>> away(Person person, Instant from) {
        return person.absences().stream().anyMatch(absence -> absence.from().equals(from))
                ? fine()
                : refuse("no-such-absence", "No absence is noted that begins then.");
    }

    private static Optional<Decision<PeopleEvent>> fine() {
        return Optional.empty();
    }

    private static Optional<Decision<PeopleEvent>> refuse(String code, String words) {
        return Optional.of(Decision.refuse(code, words));
    }
}
