package muster.kernel;

/// What a history is the history of; fixed by its genesis entry.
public enum StreamKind {
    ORGANISATION(Scope.ORGANISATION),
    CRISIS(Scope.CRISIS),
    /// A crisis with a script: same features, its own time, and nothing of it leaves.
    EXERCISE(Scope.CRISIS),
    CONTROL(Scope.CONTROL);

    private final Scope scope;

    StreamKind(Scope scope) {
        this.scope = scope;
    }

    /// Which features live in a history of this kind.
    public Scope scope() {
        return scope;
    }
}
