package muster.kernel;

/// Whose history a feature belongs to.
public enum Scope {
    /// The organisation: people, charters, the register of crises.
    ORGANISATION,
    /// One crisis or exercise, as its responders live it.
    CRISIS,
    /// What the controllers of an exercise know and the players do not.
    CONTROL
}
