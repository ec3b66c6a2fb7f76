package muster.decisions;

import java.util.Map;
import muster.kernel.Id;

/// Which earlier decision a question puts in doubt, and which of its options would do what to it.
///
/// @param by what choosing an option does to the earlier decision; an option that is not named leaves it in force
public record Replaces(Id decision, Map<String, Replacement> by) {
    public Replaces {
        by = Map.copyOf(by);
    }
}
