package muster.tasks;

/// What kind of thing keeps the work from going on; waiting is counted by it.
public enum BlockCause {
    /// A question that needs authority is open.
    DECISION,
    /// Somebody has to agree first.
    APPROVAL,
    INFORMATION,
    /// Somebody named has to do or say something.
    PERSON,
    /// Another task has to be done first.
    TASK,
    /// A system, account or key cannot be reached.
    ACCESS,
    /// Somebody outside the organisation.
    OUTSIDE_PARTY,
    /// Two orders contradict each other.
    CONTRADICTION,
    OTHER
}
