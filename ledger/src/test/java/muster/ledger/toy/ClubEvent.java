package muster.ledger.toy;

import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;

/// What can happen to the club.
public sealed interface ClubEvent extends Event {
    /// Somebody is a member.
    record Admitted(Id person, Content<String> name) implements ClubEvent, AuthorityBearing {}

    /// There is a new room.
    record Opened(Id room, Content<String> title) implements ClubEvent {}
}
