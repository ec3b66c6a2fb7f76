package muster.testing.flaws;

/// Which rule the feature breaks.
public enum Flaw {
    /// None: the feature is as it should be.
    NONE,
    /// `evolve` depends on something outside.
    IMPURE_EVOLVE,
    /// `evolve` cannot do without contents.
    NEEDS_CONTENT,
    /// A card shows what is neither its subject nor declared.
    READS_MORE,
    /// A card has not the id of its subject.
    OTHER_ID,
    /// `decide` depends on something outside.
    IMPURE_DECIDE,
    /// A command reads back as another.
    LOSSY_COMMAND,
    /// An alarm stays when it has rung.
    ENDLESS_ALARM
}
