package muster.ledger.toy;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;

/// What can happen in a room.
public sealed interface TalkEvent extends Event {
    /// The room is open.
    record Begun(Content<String> title) implements TalkEvent {}

    /// Somebody said something.
    record Said(Id saying, Optional<Instant> remindAt, Content<String> words, Content<String> mood)
            implements TalkEvent {}

    /// Somebody was reminded of it.
    record Reminded(Id saying) implements TalkEvent {}
}
