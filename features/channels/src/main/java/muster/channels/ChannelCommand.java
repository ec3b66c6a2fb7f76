package muster.channels;

import java.util.List;
import java.util.Optional;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What may be asked about what people say to each other.
public sealed interface ChannelCommand extends Command {
    /// Begins a topic.
    ///
    /// @param topic the id to use; absent: a new one
    /// @param about the task or decision that is talked about; it has one open topic
    record OpenTopic(Optional<Id> topic, String title, Optional<Ref> about) implements ChannelCommand {}

    /// Says something.
    ///
    /// @param message the id to use; absent: a new one
    /// @param mentions whom the text mentions by `@handle`
    /// @param replyTo a message of the same topic
    record Post(Id topic, Optional<Id> message, String text, List<Id> mentions, Optional<Id> replyTo)
            implements ChannelCommand {}

    /// Says a message of one's own in other words; the earlier ones stay on record.
    ///
    /// @param mentions whom the new text mentions by `@handle`
    record Correct(Id message, String text, List<Id> mentions, String reason) implements ChannelCommand {}

    /// Ends a topic.
    ///
    /// @param outcome what came of it, in one line
    record CloseTopic(Id topic, String outcome) implements ChannelCommand {}

    /// Goes on with a topic that was closed.
    record ReopenTopic(Id topic, String reason) implements ChannelCommand {}
}
