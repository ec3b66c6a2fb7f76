package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import muster.kernel.Id;

/// What a play cost in waiting, and what was decided: counted from the record, not from what the players
/// meant to do.
///
/// @param waits who waited for whom, each with its cause, in the order in which it ended
/// @param decisions in the order of asking
/// @param escalations in words, in order
/// @param missedUpdates crisis times at which a promised update was not there
/// @param entries of the crisis
public record Measures(
        List<Wait> waits,
        List<Decision> decisions,
        List<Escalation> escalations,
        List<Instant> missedUpdates,
        long entries) {

    /// Why somebody waited.
    public enum Cause {
        NOT_ACCEPTED("not accepted"),
        DECISION("decision"),
        BLOCKED("blocked"),
        VERIFICATION("verification");

        private final String word;

        Cause(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// @param what it was about
    /// @param by who waited
    /// @param on for whom or what
    public record Wait(Cause cause, String what, String by, String on, Instant since, Duration lasted) {}

    /// @param outcome the option, or what became of the question
    /// @param authority by whom, as what, under which rule
    /// @param objections how many are on record
    public record Decision(
            String question,
            String outcome,
            String authority,
            String reason,
            Duration took,
            int level,
            int objections) {}

    /// Something that went to others because nobody had done it in time.
    public record Escalation(Instant at, String words) {}

    /// Counts a record.
    ///
    /// @param names what people are called
    public static Measures of(List<Happened> history, Function<Id, String> names) {
        Counting counting = new Counting(names);
        history.forEach(counting::count);
        return counting.measures(history.size());
    }

    /// Everything waited for a cause.
    public Duration total(Cause cause) {
        return waits.stream()
                .filter(wait -> wait.cause == cause)
                .map(Wait::lasted)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
