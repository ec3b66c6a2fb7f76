package muster.tasks;

/// Where a task stands among the open ones.
///
/// @param matters risk times what hangs on it: the higher, the sooner
/// @param hanging how many open tasks cannot start before it is done, directly or through others
/// @param critical whether it is on the longest chain of open tasks, so that every delay of it is a delay of
///     the whole
public record Place(int matters, int hanging, boolean critical) {
    /// Of a task that is over.
    static final Place OVER = new Place(0, 0, false);

    /// Of a task that nothing hangs on and that hangs on nothing.
    static Place alone(Risk risk) {
        return of(risk, 0, false);
    }

    /// @param highest the highest risk among it and what hangs on it: a small task before a critical one is
    ///     critical
    static Place of(Risk highest, int hanging, boolean critical) {
        return new Place(highest.weight() * (1 + hanging), hanging, critical);
    }
}
