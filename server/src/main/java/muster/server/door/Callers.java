package muster.server.door;

import java.util.Optional;

/// Tells who asks. The ways to sign in come and go behind it; for any thread.
public interface Callers {
    /// Whose session the call shows; empty if it shows none, or one that is not honoured now.
    Optional<Caller> of(Asked asked);

    /// Whether a session that was honoured once is still.
    boolean honours(Caller caller);
}
