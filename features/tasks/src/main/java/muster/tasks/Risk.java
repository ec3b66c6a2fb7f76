package muster.tasks;

/// How much harm the task keeps away.
public enum Risk {
    CRITICAL(8),
    HIGH(4),
    MEDIUM(2),
    LOW(1);

    private final int weight;

    Risk(int weight) {
        this.weight = weight;
    }

    /// Each step counts twice the one below.
    int weight() {
        return weight;
    }
}
