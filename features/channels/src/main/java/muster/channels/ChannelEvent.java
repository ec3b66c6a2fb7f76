package muster.channels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What can happen to what people say to each other.
public sealed interface ChannelEvent extends Event {
    /// A topic was begun.
    record TopicOpened(Id topic, Optional<Ref> about, Content<String> title) implements ChannelEvent {}

    /// Something was said.
    ///
    /// @param handles under which handle, in lower case, the text mentions whom
    record Posted(
            Id topic,
            Id message,
            Optional<Id> replyTo,
            List<Id> mentions,
            Content<String> text,
            Content<Map<String, Id>> handles)
            implements ChannelEvent {}

    /// Its author said it in other words.
    ///
    /// @param version 2 for the first correction, counting up
    /// @param handles under which handle, in lower case, the text mentions whom
    record Corrected(
            Id message,
            int version,
            List<Id> mentions,
            Content<String> text,
            Content<Map<String, Id>> handles,
            Content<String> reason)
            implements ChannelEvent {}

    /// A topic was ended.
    record TopicClosed(Id topic, Content<String> outcome) implements ChannelEvent {}

    /// A closed topic goes on.
    record TopicReopened(Id topic, Content<String> reason) implements ChannelEvent {}
}
