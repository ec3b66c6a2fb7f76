package muster.tasks;

/// Why a decision is no reason for the work any more, or not as before.
public enum Overturned {
    TURNED_DOWN("was turned down"),
    WITHDRAWN("was withdrawn"),
    /// Another option was chosen than the one the work is for.
    OTHER_OPTION("went for another option"),
    SUPERSEDED("was superseded"),
    LIMITED("was limited"),
    REVERSED("was reversed");

    private final String words;

    Overturned(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
