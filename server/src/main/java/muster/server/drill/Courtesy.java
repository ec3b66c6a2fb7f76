package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import muster.kernel.Id;

/// Leaves visitors time: what waits for somebody whom a visitor plays is left to the visitor for a while, and time does
/// not
/// jump past it. Then the member of the cast does it, so that nothing hangs on somebody who only looks on.
final class Courtesy {
    /// So long, real time, from when it was first seen.
    private static final Duration TURN = Duration.ofSeconds(60);

    private final Predicate<Id> played;
    private final Map<String, Instant> since = new HashMap<>();

    /// @param played whether a visitor has signed in as a person
    Courtesy(Predicate<Id> played) {
        this.played = played;
    }

    /// Whether something waits that a visitor ought to have time for.
    ///
    /// @param now real time
    boolean isDue(Sight sight, Instant now) {
        boolean work = sight.tasks().stream()
                .filter(task -> task.person("offer.to").filter(played).isPresent()
                        || (task.text("state").equals("awaiting-verification")
                                && task.person("verifier").filter(played).isPresent()))
                .anyMatch(task -> isFresh(task, task.text("state") + task.text("since"), now));
        return work
                || sight.decisions().stream()
                        .filter(DecisionHabits::isOpen)
                        .filter(question ->
                                question.persons("waitingFor").stream().anyMatch(played))
                        .anyMatch(question -> isFresh(question, question.text("wording"), now));
    }

    private boolean isFresh(Card card, String version, Instant now) {
        return now.isBefore(
                since.computeIfAbsent(card.id() + version, key -> now).plus(TURN));
    }
}
