package muster.channels;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import muster.crises.Crises;
import muster.crises.Room;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Situation;
import muster.people.People;
import muster.people.Person;

/// What becomes of commands about what people say.
final class ChannelRules {
    private static final int TITLE = 200;
    private static final int TEXT = 10_000;
    private static final int MOST_MENTIONS = 50;

    private ChannelRules() {}

    static Decision<ChannelEvent> decide(ChannelCommand command, Talk talk, Situation situation) {
        if (situation.stateOf(Crises.KEY).isClosed()) {
            return Decision.refuse("closed", "This crisis is closed: it can be read, and nothing can be added.");
        }
        return switch (command) {
            case ChannelCommand.OpenTopic open -> openTopic(open, talk, situation);
            case ChannelCommand.Post post -> post(post, talk, situation);
            case ChannelCommand.Correct correct -> correct(correct, talk, situation);
            case ChannelCommand.CloseTopic close -> closeTopic(close, talk);
            case ChannelCommand.ReopenTopic reopen -> reopenTopic(reopen, talk);
        };
    }

    private static Decision<ChannelEvent> openTopic(ChannelCommand.OpenTopic open, Talk talk, Situation situation) {
        if (open.topic().flatMap(talk::topic).isPresent()) {
            return Decision.refuse("exists", "There is a topic of this id already; leave the id out or draw another.");
        }
        if (open.about().flatMap(talk::openTopicAbout).isPresent()) {
            return Decision.refuse("has-topic", "There is a topic about this already; go on there.");
        }
        return wrong("title", open.title(), TITLE)
                .orElseGet(() -> Decision.accept(new ChannelEvent.TopicOpened(
                        open.topic().orElseGet(situation::newId),
                        open.about(),
                        Content.of(open.title().strip()))));
    }

    private static Decision<ChannelEvent> post(ChannelCommand.Post post, Talk talk, Situation situation) {
        Optional<Topic> topic = talk.topic(post.topic());
        if (topic.isEmpty()) {
            return Decision.unseen();
        }
        if (post.message().flatMap(talk::message).isPresent()) {
            return Decision.refuse(
                    "exists", "There is a message of this id already; leave the id out or draw another.");
        }
        return closedWrong(topic.get())
                .or(() -> post.replyTo().flatMap(earlier -> replyWrong(earlier, post.topic(), talk)))
                .or(() -> wrong("message", post.text(), TEXT))
                .or(() -> mentionsWrong(post.text(), post.mentions(), situation))
                .orElseGet(() -> Decision.accept(new ChannelEvent.Posted(
                        post.topic(),
                        post.message().orElseGet(situation::newId),
                        post.replyTo(),
                        post.mentions(),
                        Content.of(post.text()),
                        Content.of(handles(post.mentions(), situation)))));
    }

    private static Optional<Decision<ChannelEvent>> replyWrong(Id earlier, Id topic, Talk talk) {
        Optional<Message> message = talk.message(earlier);
        if (message.isEmpty()) {
            return Optional.of(Decision.unseen());
        }
        return message.get().topic().equals(topic)
                ? Optional.empty()
                : refuse("another-topic", "That message is in another topic; answer it there, or refer to it.");
    }

    private static Decision<ChannelEvent> correct(ChannelCommand.Correct correct, Talk talk, Situation situation) {
        Optional<Message> message = talk.message(correct.message());
        if (message.isEmpty()) {
            return Decision.unseen();
        }
        if (message.get()
                .present()
                .text()
                .value()
                .filter(correct.text()::equals)
                .isPresent()) {
            return Decision.accept(List.of());
        }
        return wrong("message", correct.text(), TEXT)
                .or(() -> wrong("reason", correct.reason(), TEXT))
                .or(() -> mentionsWrong(correct.text(), correct.mentions(), situation))
                .orElseGet(() -> Decision.accept(new ChannelEvent.Corrected(
                        correct.message(),
                        message.get().versions().size() + 1,
                        correct.mentions(),
                        Content.of(correct.text()),
                        Content.of(handles(correct.mentions(), situation)),
                        Content.of(correct.reason()))));
    }

    private static Decision<ChannelEvent> closeTopic(ChannelCommand.CloseTopic close, Talk talk) {
        return talk.topic(close.topic())
                .map(topic -> closedWrong(topic)
                        .or(() -> wrong("outcome", close.outcome(), TITLE))
                        .orElseGet(() -> Decision.accept(new ChannelEvent.TopicClosed(
                                close.topic(), Content.of(close.outcome().strip())))))
                .orElseGet(Decision::unseen);
    }

    private static Decision<ChannelEvent> reopenTopic(ChannelCommand.ReopenTopic reopen, Talk talk) {
        Optional<Topic> topic = talk.topic(reopen.topic());
        if (topic.isEmpty()) {
            return Decision.unseen();
        }
        if (topic.get().isOpen()) {
            return Decision.refuse("topic-open", "This topic is open.");
        }
        if (topic.get().about().flatMap(talk::openTopicAbout).isPresent()) {
            return Decision.refuse("has-topic", "There is another topic about this by now; go on there.");
        }
        return wrong("reason", reopen.reason(), TEXT)
                .orElseGet(() ->
                        Decision.accept(new ChannelEvent.TopicReopened(reopen.topic(), Content.of(reopen.reason()))));
    }

    private static Optional<Decision<ChannelEvent>> closedWrong(Topic topic) {
        return topic.isOpen()
                ? Optional.empty()
                : refuse("topic-closed", "This topic is closed; reopen it, or begin another.");
    }

    /// Nobody is mentioned who could not read it, or whom the text does not name.
    private static Optional<Decision<ChannelEvent>> mentionsWrong(String text, List<Id> mentions, Situation situation) {
        if (mentions.size() > MOST_MENTIONS) {
            return refuse("too-many-mentions", "A message mentions at most " + MOST_MENTIONS + " people.");
        }
        if (new HashSet<>(mentions).size() < mentions.size()) {
            return refuse("mentioned-twice", "Somebody is named twice in the list of mentions.");
        }
        Room room = situation.stateOf(Crises.KEY);
        if (!mentions.stream().allMatch(person -> room.isResponder(person, situation.recordedAt()))) {
            return refuse(
                    "not-in-room", "Somebody who is mentioned takes no part in this crisis; have them admitted first.");
        }
        return handles(mentions, situation).keySet().stream().allMatch(handle -> names(text, handle))
                ? Optional.empty()
                : refuse("mention-not-in-text", "Somebody is listed as mentioned whose @handle is not in the text.");
    }

    private static boolean names(String text, String handle) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])@" + Pattern.quote(handle) + "(?![\\p{L}\\p{N}])")
                .matcher(text.toLowerCase(Locale.ROOT))
                .find();
    }

    /// By which handles the people are called now: kept with the text, because handles change.
    private static Map<String, Id> handles(List<Id> mentions, Situation situation) {
        Map<String, Id> handles = new TreeMap<>();
        for (Id person : mentions) {
            situation
                    .stateOf(People.KEY)
                    .person(person)
                    .map(Person::handle)
                    .flatMap(Content::value)
                    .ifPresent(handle -> handles.put(handle.toLowerCase(Locale.ROOT), person));
        }
        return handles;
    }

    private static Optional<Decision<ChannelEvent>> wrong(String what, String text, int most) {
        if (text.isBlank()) {
            return refuse("blank", "The " + what + " is blank; write one.");
        }
        return text.length() > most
                ? refuse("too-long", "The " + what + " has " + text.length() + " characters; the most is " + most + ".")
                : Optional.empty();
    }

    private static Optional<Decision<ChannelEvent>> refuse(String code, String words) {
        return Optional.of(Decision.refuse(code, words));
    }
}
