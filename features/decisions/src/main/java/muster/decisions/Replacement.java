package muster.decisions;

/// What a later decision does to an earlier one.
public enum Replacement {
    /// Another order takes its place.
    SUPERSEDES,
    /// It holds on, but for less.
    LIMITS,
    /// What it ordered is to be undone.
    REVERSES
}
