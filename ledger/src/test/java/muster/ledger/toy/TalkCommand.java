package muster.ledger.toy;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;

/// What may be asked in a room.
public sealed interface TalkCommand extends Command {
    /// Opens the room; only the club asks it.
    record Begin(String title) implements TalkCommand {}

    /// Says something.
    record Say(Id saying, String words, Optional<Instant> remindAt) implements TalkCommand {}

    /// Reminds of it; an alarm asks it.
    record Remind(Id saying) implements TalkCommand {}
}
