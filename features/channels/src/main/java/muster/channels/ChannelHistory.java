package muster.channels;

import java.util.List;
import java.util.Optional;
import muster.kernel.Recorded;

/// What the events make of the talk; whatever could not have followed is rejected.
final class ChannelHistory {
    private ChannelHistory() {}

    static Talk evolve(Talk talk, Recorded<ChannelEvent> recorded) {
        return switch (recorded.event()) {
            case ChannelEvent.TopicOpened opened -> {
                follows(talk.topic(opened.topic()).isEmpty(), "a topic is opened once");
                yield talk.with(new Topic(
                        opened.topic(),
                        opened.title(),
                        opened.about(),
                        recorded.actor().asPerson(),
                        recorded.time(),
                        0,
                        recorded.time(),
                        Optional.empty(),
                        recorded.digest()));
            }
            case ChannelEvent.Posted posted -> posted(talk, posted, recorded);
            case ChannelEvent.Corrected corrected -> corrected(talk, corrected, recorded);
            case ChannelEvent.TopicClosed closed -> {
                Topic topic = talk.topics().the(closed.topic());
                follows(topic.isOpen(), "a topic is closed once");
                yield talk.with(topic.with(Optional.of(
                        new Topic.Closing(recorded.actor().asPerson(), recorded.time(), closed.outcome()))));
            }
            case ChannelEvent.TopicReopened reopened -> {
                Topic topic = talk.topics().the(reopened.topic());
                follows(!topic.isOpen(), "only a closed topic is reopened");
                yield talk.with(topic.with(Optional.empty()));
            }
        };
    }

    private static Talk posted(Talk talk, ChannelEvent.Posted posted, Recorded<ChannelEvent> recorded) {
        Topic topic = talk.topics().the(posted.topic());
        follows(topic.isOpen(), "nothing is said in a closed topic");
        follows(talk.message(posted.message()).isEmpty(), "a message is posted once");
        Message.Version first = new Message.Version(
                recorded.time(),
                posted.mentions(),
                posted.text(),
                posted.handles(),
                Optional.empty(),
                recorded.digest());
        return talk.with(topic.withMessage(recorded.time()))
                .with(new Message(
                        posted.message(),
                        posted.topic(),
                        recorded.actor().asPerson(),
                        posted.replyTo(),
                        List.of(first)));
    }

    private static Talk corrected(Talk talk, ChannelEvent.Corrected corrected, Recorded<ChannelEvent> recorded) {
        Message message = talk.messages().the(corrected.message());
        follows(corrected.version() == message.versions().size() + 1, "versions are counted");
        return talk.with(message.with(new Message.Version(
                recorded.time(),
                corrected.mentions(),
                corrected.text(),
                corrected.handles(),
                Optional.of(corrected.reason()),
                recorded.digest())));
    }

    private static void follows(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
