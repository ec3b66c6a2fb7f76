package muster.kernel;

import java.util.Map;

/// What the outside world is asked to do, after the event that asks for it is durable; at least once, under a
/// key that makes it once. Its outcome returns as history.
///
/// @param outlet which kind of connector carries it: `notice`
/// @param words what to do, bearing only: names are looked up by the courier
public record Errand(String outlet, Map<String, String> words) {
    public Errand {
        words = Map.copyOf(words);
    }

    /// How an errand ended.
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED,
        /// It may or may not have happened.
        UNKNOWN
    }
}
