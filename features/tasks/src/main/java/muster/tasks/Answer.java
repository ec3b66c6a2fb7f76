package muster.tasks;

/// What an owner does when told that the decision behind the work no longer holds.
public enum Answer {
    /// The work stops; the task is dropped.
    STOPPED,
    /// The work goes on in another way.
    CHANGED
}
