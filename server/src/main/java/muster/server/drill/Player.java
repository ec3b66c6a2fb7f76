package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import muster.kernel.Id;
import muster.people.Person;
import muster.server.library.ScenarioFile;
import muster.server.library.Span;

/// A simulated participant: when they are reached, how long they take, and how the dice fall for them.
///
/// @param member as the scenario describes them
record Player(ScenarioFile.Member member, Badge badge, Ids ids) {
    private static final Duration YAWN = Duration.ofMinutes(10);

    Id person() {
        return badge.person();
    }

    String handle() {
        return member.handle();
    }

    boolean isHuman() {
        return member.kind().orElse(Person.Kind.HUMAN) == Person.Kind.HUMAN;
    }

    private ZoneId zone() {
        return ZoneId.of(member.zone());
    }

    private Optional<ScenarioFile.Absence> away(Instant at) {
        return member.away().stream()
                .filter(absence -> !at.isBefore(absence.from()) && at.isBefore(absence.until()))
                .findFirst();
    }

    private boolean sleeps(Instant at) {
        return member.sleeps().filter(night -> night.holds(at.atZone(zone()))).isPresent();
    }

    boolean isAwake(Instant at) {
        return away(at).isEmpty() && !sleeps(at);
    }

    /// The first moment, not before the given one, at which they can do something.
    Instant awakeAt(Instant from) {
        Instant at = from;
        while (!isAwake(at)) {
            Instant now = at;
            at = away(now)
                    .map(ScenarioFile.Absence::until)
                    .orElseGet(() -> member.sleeps()
                            .map(night -> night.endAround(now.atZone(zone())).toInstant())
                            .orElse(now));
        }
        return at;
    }

    /// When they get to something that waits for them.
    ///
    /// @param since when it began to wait
    /// @param what it is, for the dice
    /// @param wakes whether it is worth waking them
    Instant getsTo(Instant since, String what, boolean wakes) {
        double roll = roll(what);
        if (wakes
                && away(since).isEmpty()
                && sleeps(since)
                && member.habits().woken().isPresent()) {
            return since.plus(member.habits().woken().get().at(roll));
        }
        Instant awake = awakeAt(since);
        Span delay = member.works().holds(awake.atZone(zone()))
                ? member.habits().atWork()
                : member.habits().offWork();
        Instant at = awake.plus(delay.at(roll));
        Instant ready = awakeAt(at);
        return ready.equals(at) ? at : ready.plus(YAWN);
    }

    /// When so much work is done: nobody works asleep or away.
    Instant worksUntil(Instant from, Duration effort) {
        Instant at = awakeAt(from);
        Duration left = effort;
        Duration step = Duration.ofMinutes(5);
        while (left.isPositive()) {
            Duration part = left.compareTo(step) < 0 ? left : step;
            at = awakeAt(at.plus(part));
            left = left.minus(part);
        }
        return at;
    }

    /// From 0 to 1.
    double roll(String what) {
        return ids.roll(handle() + " " + what);
    }

    /// Whether something happens that happens in so many of a hundred cases.
    boolean happens(Optional<Integer> ofHundred, String what) {
        return roll(what) * 100 < ofHundred.orElse(0);
    }
}
