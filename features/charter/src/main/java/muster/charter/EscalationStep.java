package muster.charter;

import java.time.Duration;
import java.util.List;

/// Who else may decide once the time before has passed.
///
/// @param roles that join those who could decide before
/// @param within how long they have
public record EscalationStep(List<String> roles, Duration within) {
    public EscalationStep {
        roles = List.copyOf(roles);
    }
}
