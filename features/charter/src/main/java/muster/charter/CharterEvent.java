package muster.charter;

import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;

/// What can happen to the charter. All of it bears on who may do what later.
public sealed interface CharterEvent extends Event.AuthorityBearing {
    /// The organisation has its first charter.
    record Established(Id edition, String version, Charter charter, Content<String> note) implements CharterEvent {}

    /// Somebody wants another charter.
    ///
    /// @param proposer absent: the operator on the host
    record Proposed(Id edition, String version, Charter charter, Optional<Id> proposer, Content<String> note)
            implements CharterEvent {}

    /// Somebody agreed to a proposed charter.
    ///
    /// @param role as what
    record Approved(Id edition, String version, String role) implements CharterEvent {}

    /// Enough people agreed: it is in force from here on. Crises that have begun keep the one they pinned.
    record Adopted(Id edition, String version) implements CharterEvent {}

    record Withdrawn(Id edition, String version, Content<String> reason) implements CharterEvent {}
}
