package muster.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// On what terms the task is to be done.
///
/// @param riskReason why the risk is what it is; empty until somebody changes it
/// @param due crisis time
/// @param overdue whether that time has passed before the work was done
/// @param expected how long the work should take
/// @param verifier who looks at the result before it counts as done
public record Terms(
        Risk risk,
        Content<String> riskReason,
        Optional<Instant> due,
        boolean overdue,
        Optional<Duration> expected,
        boolean evidenceRequired,
        Optional<Id> verifier) {

    Terms dueBy(Optional<Instant> time) {
        return new Terms(risk, riskReason, time, false, expected, evidenceRequired, verifier);
    }

    Terms late() {
        return new Terms(risk, riskReason, due, true, expected, evidenceRequired, verifier);
    }

    Terms risking(Risk other, Content<String> reason) {
        return new Terms(other, reason, due, overdue, expected, evidenceRequired, verifier);
    }

    Terms verifiedBy(Id person) {
        return new Terms(risk, riskReason, due, overdue, expected, evidenceRequired, Optional.of(person));
    }
}
