package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;

/// How a question was decided.
///
/// @param at crisis time
/// @param option what is ordered; empty: nothing
/// @param by the deciders, in the order in which they spoke; nobody where silence decided
/// @param silence the name of the charter's default, where nobody decided
public record Verdict(Instant at, Optional<String> option, List<Id> by, Optional<String> silence) {
    public Verdict {
        by = List.copyOf(by);
    }
}
