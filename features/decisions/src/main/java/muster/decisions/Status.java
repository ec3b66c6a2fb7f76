package muster.decisions;

import java.util.Locale;

/// Where a question stands; the words that people read.
public enum Status {
    WAITING,
    /// "Not yet until": an outcome, not a delay.
    DEFERRED,
    /// "Not mine, goes to": still waiting, for somebody named.
    HANDED_OVER,
    APPROVED,
    REJECTED,
    LAPSED_TO_DEFAULT,
    WITHDRAWN,
    LIMITED,
    SUPERSEDED,
    REVERSED;

    /// Whether somebody still has to decide.
    public boolean isOpen() {
        return switch (this) {
            case WAITING, DEFERRED, HANDED_OVER -> true;
            case APPROVED, REJECTED, LAPSED_TO_DEFAULT, WITHDRAWN, LIMITED, SUPERSEDED, REVERSED -> false;
        };
    }

    /// Whether an order of it holds.
    public boolean isInForce() {
        return switch (this) {
            case APPROVED, LAPSED_TO_DEFAULT, LIMITED -> true;
            case WAITING, DEFERRED, HANDED_OVER, REJECTED, WITHDRAWN, SUPERSEDED, REVERSED -> false;
        };
    }

    /// For the middle of a sentence: `handed over`.
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
