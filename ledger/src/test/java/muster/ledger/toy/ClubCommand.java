package muster.ledger.toy;

import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked of the club.
public sealed interface ClubCommand extends Command {
    /// Makes somebody a member.
    record Admit(Id person, String name) implements ClubCommand {}

    /// Opens a room.
    record Open(Id room, String title) implements ClubCommand {}
}
