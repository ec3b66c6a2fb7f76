package muster.channels;

import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.kernel.Table;

/// Everything said in a crisis.
public record Talk(Table<Topic> topics, Table<Message> messages) {
    static final Talk NOTHING = new Talk(Table.empty(), Table.empty());

    public Optional<Topic> topic(Id id) {
        return topics.find(id);
    }

    public Optional<Message> message(Id id) {
        return messages.find(id);
    }

    /// The topic in which a thing is talked about now.
    public Optional<Topic> openTopicAbout(Ref thing) {
        return topics.stream()
                .filter(Topic::isOpen)
                .filter(topic -> topic.about()
                        .filter(about -> about.feature().equals(thing.feature())
                                && about.id().equals(thing.id()))
                        .isPresent())
                .findFirst();
    }

    Talk with(Topic topic) {
        return new Talk(topics.with(topic.id(), topic), messages);
    }

    Talk with(Message message) {
        return new Talk(topics, messages.with(message.id(), message));
    }
}
