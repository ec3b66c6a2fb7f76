package muster.decisions;

import java.util.Optional;
import muster.kernel.Decision;

/// What is refused about words that people wrote.
final class Texts {
    static final int TITLE = 200;
    static final int ROW = 500;
    static final int TEXT = 10_000;

    private Texts() {}

    static Optional<Decision<DecisionEvent>> reasonWrong(String reason) {
        return wrong("reason", reason, TEXT);
    }

    /// @param what the text is, for people: `reason`
    static Optional<Decision<DecisionEvent>> wrong(String what, String text, int most) {
        return text.isBlank()
                ? Optional.of(Decision.refuse("blank", "The " + what + " is empty; say it in a few words."))
                : tooLong(what, text, most);
    }

    static Optional<Decision<DecisionEvent>> tooLong(String what, String text, int most) {
        return text.length() <= most
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        "too-long",
                        "The " + what + " has " + text.length() + " characters; at most " + most + " can be kept."));
    }
}
