package muster.channels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.kernel.Circumstances;
import muster.kernel.Decision;
import muster.kernel.Errand;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.Permission;
import muster.kernel.Recorded;
import muster.kernel.Scope;
import muster.kernel.Situation;
import muster.kernel.View;

/// What people say to each other, by topics. A message is never deleted: its author corrects it, and both
/// wordings stay. To make a task or a decision of a message, the other feature is asked with the message as
/// its origin.
public final class Channels implements Feature<ChannelCommand, ChannelEvent, Talk> {
    public static final Key<Talk> KEY = new Key<>("channels", Scope.CRISIS, Talk.class);

    public Channels() {}

    @Override
    public Key<Talk> key() {
        return KEY;
    }

    @Override
    public Class<ChannelCommand> commands() {
        return ChannelCommand.class;
    }

    @Override
    public Class<ChannelEvent> events() {
        return ChannelEvent.class;
    }

    @Override
    public Talk initial() {
        return Talk.NOTHING;
    }

    @Override
    public Decision<ChannelEvent> decide(ChannelCommand command, Talk talk, Situation situation) {
        return ChannelRules.decide(command, talk, situation);
    }

    @Override
    public Permission needed(ChannelEvent event, Talk before, Circumstances circumstances) {
        return switch (event) {
            case ChannelEvent.TopicOpened opened -> Permission.right("channels.open-topic");
            case ChannelEvent.Posted posted -> Permission.right("channels.post");
            case ChannelEvent.Corrected corrected ->
                Permission.right("channels.correct")
                        .and(new Permission.OneOf("the author", authors(corrected, before)));
            case ChannelEvent.TopicClosed closed -> Permission.right("channels.close-topic");
            case ChannelEvent.TopicReopened reopened -> Permission.right("channels.reopen-topic");
        };
    }

    private static List<Id> authors(ChannelEvent.Corrected corrected, Talk before) {
        return before.message(corrected.message()).flatMap(Message::author).stream()
                .toList();
    }

    @Override
    public Talk evolve(Talk talk, Recorded<ChannelEvent> recorded) {
        return ChannelHistory.evolve(talk, recorded);
    }

    @Override
    public Optional<Found> find(Talk talk, Id id) {
        return talk.message(id)
                .map(message -> message.present().digest())
                .or(() -> talk.topic(id).map(Topic::digest))
                .map(digest -> new Found(digest, Lane.GENERAL));
    }

    @Override
    public Headline tell(Recorded<ChannelEvent> recorded, Talk before) {
        return switch (recorded.event()) {
            case ChannelEvent.TopicOpened opened ->
                Headline.of("Opened the topic {0}", Headline.thing(KEY.name(), opened.topic(), opened.title()));
            case ChannelEvent.Posted posted ->
                Headline.of("In {0}: {1}", topic(posted.topic(), before), Headline.text(posted.text()));
            case ChannelEvent.Corrected corrected ->
                Headline.of(
                        "Corrected a message: {0} ({1})",
                        Headline.text(corrected.text()), Headline.text(corrected.reason()));
            case ChannelEvent.TopicClosed closed ->
                Headline.of(
                        "Closed the topic {0}: {1}", topic(closed.topic(), before), Headline.text(closed.outcome()));
            case ChannelEvent.TopicReopened reopened ->
                Headline.of(
                        "Reopened the topic {0}: {1}",
                        topic(reopened.topic(), before), Headline.text(reopened.reason()));
        };
    }

    private static Headline.Part topic(Id topic, Talk before) {
        return before.topic(topic)
                .map(each -> Headline.thing(KEY.name(), topic, each.title()))
                .orElseGet(() -> Headline.text("a topic"));
    }

    @Override
    public List<View<Talk>> views() {
        return List.of(new TopicBoard(), new MessageBoard());
    }

    /// Whoever is mentioned is told, once for each message.
    @Override
    public List<Errand> errands(Recorded<ChannelEvent> recorded, Talk after) {
        return switch (recorded.event()) {
            case ChannelEvent.Posted posted -> mentioned(posted.message(), posted.mentions());
            case ChannelEvent.Corrected corrected -> mentioned(corrected.message(), newlyMentioned(corrected, after));
            case ChannelEvent.TopicOpened opened -> List.of();
            case ChannelEvent.TopicClosed closed -> List.of();
            case ChannelEvent.TopicReopened reopened -> List.of();
        };
    }

    private static List<Id> newlyMentioned(ChannelEvent.Corrected corrected, Talk after) {
        List<Message.Version> versions =
                after.messages().the(corrected.message()).versions();
        return corrected.mentions().stream()
                .filter(person -> versions.subList(0, versions.size() - 1).stream()
                        .noneMatch(version -> version.mentions().contains(person)))
                .toList();
    }

    private static List<Errand> mentioned(Id message, List<Id> persons) {
        return persons.isEmpty()
                ? List.of()
                : List.of(new Errand(
                        "notice",
                        Map.of(
                                "feature", KEY.name(),
                                "id", message.text(),
                                "asking", "mention",
                                "persons", persons.stream().map(Id::text).collect(Collectors.joining(" ")))));
    }
}
