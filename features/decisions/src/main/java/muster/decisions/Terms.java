package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What a question was put under, and never changes about it.
///
/// @param asker empty where Muster itself asked
/// @param at crisis time
/// @param barred who may not decide it, whatever their role
/// @param subject what the options act upon
/// @param origin the message or task that it came from
public record Terms(
        Optional<Id> asker,
        Instant at,
        Rule rule,
        List<Id> barred,
        Optional<String> subject,
        Optional<Replaces> replaces,
        Optional<Ref> origin) {
    public Terms {
        barred = List.copyOf(barred);
    }
}
