package muster.charter;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// A charter on the shelf: proposed, in force, or of the past.
///
/// @param version `3@<digest>`: what is approved is exactly these words
/// @param note what it changes and why
/// @param proposer empty where the operator on the host brought it
/// @param gaining the persons it would give more than they have; they do not approve it
/// @param quorum approvals so far
/// @param digest of the entry that brought it
public record Edition(
        Id id,
        String version,
        Charter charter,
        Content<String> note,
        Optional<Id> proposer,
        List<Id> gaining,
        Quorum quorum,
        State state,
        String digest) {

    /// Where an edition stands.
    public enum State {
        PROPOSED,
        IN_FORCE,
        /// Was in force until a later one was adopted.
        REPLACED,
        WITHDRAWN,
        /// Another one was adopted while it was proposed: it was made against words that no longer hold.
        OVERTAKEN
    }

    public Edition {
        gaining = List.copyOf(gaining);
    }

    boolean isProposed() {
        return state == State.PROPOSED;
    }

    Edition now(State next) {
        return new Edition(id, version, charter, note, proposer, gaining, quorum, next, digest);
    }

    Edition with(Quorum next) {
        return new Edition(id, version, charter, note, proposer, gaining, next, state, digest);
    }
}
