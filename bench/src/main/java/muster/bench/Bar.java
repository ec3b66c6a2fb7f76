package muster.bench;

/// What a figure is held against.
///
/// @param most whether the figure may be at most the limit; else it must be at least that
record Bar(boolean most, double limit) {
    static Bar atMost(double limit) {
        return new Bar(true, limit);
    }

    static Bar atLeast(double limit) {
        return new Bar(false, limit);
    }

    boolean met(double figure) {
        return most ? figure <= limit : figure >= limit;
    }

    /// `at most 2000: met`; `at least 0.5: missed by 12 %`.
    String verdict(double figure) {
        String bar = (most ? "at most " : "at least ") + Sheet.number(limit);
        if (met(figure)) {
            return bar + ": met";
        }
        return limit == 0
                ? bar + ": missed"
                : bar + ": missed by " + Math.round(100 * Math.abs(figure - limit) / limit) + " %";
    }
}
