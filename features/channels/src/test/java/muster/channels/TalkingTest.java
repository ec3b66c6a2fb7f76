package muster.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.crises.ARoom;
import muster.crises.RoomCommand;
import muster.kernel.Clearance;
import muster.kernel.Content;
import muster.kernel.Errand;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class TalkingTest {
    private static final Id TOPIC = Actors.id("a topic");
    private static final Id MESSAGE = Actors.id("a message");

    private final ARoom room = ARoom.with(new Channels());

    @Test
    void a_topic_is_opened_about_a_thing_and_messages_go_there() {
        Ref seat = room.refTo("ciso");
        Instant now = room.scenario().now();
        room.as("kenji")
                .when(new ChannelCommand.OpenTopic(Optional.of(TOPIC), " EMEA isolation ", Optional.of(seat)))
                .happens(new ChannelEvent.TopicOpened(TOPIC, Optional.of(seat), Content.of("EMEA isolation")));
        post("dana", "Who is *awake*?")
                .happens(new ChannelEvent.Posted(
                        TOPIC,
                        MESSAGE,
                        Optional.empty(),
                        List.of(),
                        Content.of("Who is *awake*?"),
                        Content.of(Map.of())));

        TopicCard topic =
                room.scenario().view("channels.topics", TopicCard.class).getFirst();
        assertThat(topic.title()).isEqualTo("EMEA isolation");
        assertThat(topic.messages()).isEqualTo(1);
        assertThat(topic.last()).isEqualTo(now);
        MessageCard message = card();
        assertThat(message.author()).contains(room.id("dana"));
        assertThat(message.source()).isEqualTo("Who is *awake*?");
        assertThat(message.text())
                .containsExactly(new Block.Paragraph(List.of(
                        new Span.Plain("Who is "),
                        new Span.Emphasis(List.of(new Span.Plain("awake"))),
                        new Span.Plain("?"))));
        assertThat(room.scenario().view("channels.messages", Clearance.NONE)).isEmpty();
    }

    @Test
    void a_thing_has_one_open_topic() {
        Ref seat = room.refTo("ciso");
        open(TOPIC, seat).happens(ChannelEvent.TopicOpened.class);
        open(Actors.id("another topic"), seat.at(room.seat("ciso").digest())).isRefused("has-topic");
        close("dana", "Done.").happens(ChannelEvent.TopicClosed.class);
        open(Actors.id("another topic"), seat).happens(ChannelEvent.TopicOpened.class);
        room.as("dana").when(new ChannelCommand.ReopenTopic(TOPIC, "Not done.")).isRefused("has-topic");
        room.as("dana")
                .when(new ChannelCommand.OpenTopic(
                        Optional.empty(), "Nothing", Optional.of(Ref.to("crises", Actors.id("nothing")))))
                .isUnseen();
    }

    @Test
    void a_topic_has_a_title_and_an_id_of_its_own() {
        open("dana", "").isRefused("blank");
        open("dana", "x".repeat(201)).isRefused("too-long");
        open("dana", "EMEA").happens(ChannelEvent.TopicOpened.class);
        open("dana", "EMEA again").isRefused("exists");
    }

    @Test
    void a_message_says_something_in_a_topic_that_is_open() {
        post("dana", "Hello").isUnseen();
        open("dana", "EMEA").recorded();
        post("dana", " \n").isRefused("blank");
        post("dana", "x".repeat(10_001)).isRefused("too-long");
        post("judith", "Hello").isUnseen();
        post("dana", "Hello").happens(ChannelEvent.Posted.class);
        post("dana", "Hello again").isRefused("exists");
        close("dana", "Nobody is awake.").recorded();
        room.as("dana")
                .when(new ChannelCommand.Post(TOPIC, Optional.empty(), "Hello?", List.of(), Optional.empty()))
                .isRefused("topic-closed");
    }

    @Test
    void whoever_was_let_in_may_talk() {
        open("dana", "EMEA").recorded();
        room.admitted();
        post("judith", "I am here.").happens(ChannelEvent.Posted.class);
    }

    @Test
    void an_answer_is_in_the_same_topic() {
        open("dana", "EMEA").recorded();
        post("dana", "Who is awake?").recorded();
        Id other = Actors.id("another topic");
        room.as("dana").give(new ChannelCommand.OpenTopic(Optional.of(other), "APAC", Optional.empty()));
        reply(other, MESSAGE).isRefused("another-topic");
        reply(TOPIC, Actors.id("no message")).isUnseen();
        reply(TOPIC, MESSAGE).happens(ChannelEvent.Posted.class);
        assertThat(room.scenario()
                        .view("channels.messages", MessageCard.class)
                        .getLast()
                        .replyTo())
                .contains(MESSAGE);
    }

    @Test
    void who_is_mentioned_is_told_and_found_in_the_text() {
        open("dana", "EMEA").recorded();
        post("dana", "@Kenji, can you look? And @tomas.", "kenji", "tomas")
                .happens(new ChannelEvent.Posted(
                        TOPIC,
                        MESSAGE,
                        Optional.empty(),
                        List.of(room.id("kenji"), room.id("tomas")),
                        Content.of("@Kenji, can you look? And @tomas."),
                        Content.of(Map.of("kenji", room.id("kenji"), "tomas", room.id("tomas")))));
        assertThat(card().text())
                .containsExactly(new Block.Paragraph(List.of(
                        new Span.Mention(room.id("kenji"), "Kenji"),
                        new Span.Plain(", can you look? And "),
                        new Span.Mention(room.id("tomas"), "tomas"),
                        new Span.Plain("."))));
        assertThat(room.scenario().sent())
                .containsExactly(new Errand(
                        "notice",
                        Map.of(
                                "feature",
                                "channels",
                                "id",
                                MESSAGE.text(),
                                "asking",
                                "mention",
                                "persons",
                                room.id("kenji") + " " + room.id("tomas"))));
    }

    @Test
    void nobody_is_mentioned_who_could_not_read_it_or_is_not_named() {
        open("dana", "EMEA").recorded();
        post("dana", "@judith, please.", "judith").isRefused("not-in-room");
        post("dana", "Somebody please.", "kenji").isRefused("mention-not-in-text");
        post("dana", "@kenjiro, please.", "kenji").isRefused("mention-not-in-text");
        post("dana", "@kenji, please.", "kenji", "kenji").isRefused("mentioned-twice");
        String[] many = IntStream.range(0, 51).mapToObj(i -> "person " + i).toArray(String[]::new);
        post("dana", "@all", many).isRefused("too-many-mentions");
        post("dana", "@kenji without a list").happens(ChannelEvent.Posted.class);
        assertThat(room.scenario().sent()).isEmpty();
    }

    @Test
    void a_correction_keeps_both_wordings() {
        open("dana", "EMEA").recorded();
        post("dana", "It is *three* sites, @kenji.", "kenji").recorded();
        String digest = card().digest();
        Instant first = room.scenario().now();
        room.scenario().after(Duration.ofMinutes(1));
        correct("dana", "It is *four* sites, @kenji and @tomas.", "kenji", "tomas")
                .happens(new ChannelEvent.Corrected(
                        MESSAGE,
                        2,
                        List.of(room.id("kenji"), room.id("tomas")),
                        Content.of("It is *four* sites, @kenji and @tomas."),
                        Content.of(Map.of("kenji", room.id("kenji"), "tomas", room.id("tomas"))),
                        Content.of("I had miscounted.")));

        MessageCard card = card();
        assertThat(card.at()).isEqualTo(first);
        assertThat(card.source()).isEqualTo("It is *four* sites, @kenji and @tomas.");
        assertThat(card.digest()).isNotEqualTo(digest);
        assertThat(card.earlier()).hasSize(1);
        assertThat(card.earlier().getFirst().reason()).isEqualTo("I had miscounted.");
        assertThat(card.earlier().getFirst().at()).isEqualTo(first);
        assertThat(card.earlier().getFirst().until()).isEqualTo(room.scenario().now());
        assertThat(card.earlier().getFirst().text())
                .isEqualTo(Markup.read("It is *three* sites, @kenji.", Map.of("kenji", room.id("kenji"))));
        assertThat(room.scenario().sent().getLast().words())
                .as("only who was not told before")
                .containsEntry("persons", room.id("tomas").text());
    }

    @Test
    void only_the_author_corrects_and_says_why() {
        open("dana", "EMEA").recorded();
        post("dana", "Three sites.").recorded();
        correct("marcus", "Four sites.").isForbidden().saysWhoCan(room.id("dana"));
        correct("dana", "").isRefused("blank");
        correct("dana", "Four sites, @judith.", "judith").isRefused("not-in-room");
        correct("dana", "Three sites.").isRefused("nothing-to-do");
        room.as("dana")
                .when(new ChannelCommand.Correct(MESSAGE, "Four sites.", List.of(), " "))
                .isRefused("blank");
        room.as("dana")
                .when(new ChannelCommand.Correct(Actors.id("no message"), "Four.", List.of(), "I had miscounted."))
                .isUnseen();
        close("dana", "Counted.").recorded();
        correct("dana", "Four sites.").happens(ChannelEvent.Corrected.class);
    }

    @Test
    void a_message_can_be_referred_to_in_the_wording_that_was_read() {
        open("dana", "EMEA").recorded();
        post("dana", "Three sites.").recorded();
        Ref read = Ref.to("channels", MESSAGE).at(card().digest());
        open(Actors.id("about it"), read).happens(ChannelEvent.TopicOpened.class);
        correct("dana", "Four sites.").recorded();
        open(Actors.id("about it again"), read).isRefused("reference-changed");
        open(Actors.id("about the topic"), Ref.to("channels", TOPIC)).happens(ChannelEvent.TopicOpened.class);
    }

    @Test
    void a_topic_ends_with_what_came_of_it_and_can_go_on() {
        close("dana", "Done.").isUnseen();
        room.as("dana").when(new ChannelCommand.ReopenTopic(TOPIC, "Not done.")).isUnseen();
        open("dana", "EMEA").recorded();
        room.as("dana").when(new ChannelCommand.ReopenTopic(TOPIC, "Not done.")).isRefused("topic-open");
        close("dana", "").isRefused("blank");
        close("dana", "x".repeat(201)).isRefused("too-long");
        close("dana", "All sites are isolated.")
                .happens(new ChannelEvent.TopicClosed(TOPIC, Content.of("All sites are isolated.")));
        close("dana", "Twice.").isRefused("topic-closed");
        TopicCard topic =
                room.scenario().view("channels.topics", TopicCard.class).getFirst();
        assertThat(topic.closed().orElseThrow().outcome()).isEqualTo("All sites are isolated.");
        room.as("dana").when(new ChannelCommand.ReopenTopic(TOPIC, "")).isRefused("blank");
        room.as("kenji")
                .when(new ChannelCommand.ReopenTopic(TOPIC, "One is back."))
                .happens(new ChannelEvent.TopicReopened(TOPIC, Content.of("One is back.")));
        post("dana", "Again.").happens(ChannelEvent.Posted.class);
    }

    @Test
    void an_open_topic_does_not_keep_a_crisis_open_and_a_closed_crisis_is_silent() {
        open("dana", "EMEA").recorded();
        room.as("dana").give(new RoomCommand.Close("All is well.", Optional.empty()));
        post("dana", "Hello?").isRefused("closed");
    }

    private Then open(String who, String title) {
        return room.as(who).when(new ChannelCommand.OpenTopic(Optional.of(TOPIC), title, Optional.empty()));
    }

    private Then open(Id topic, Ref about) {
        return room.as("dana").when(new ChannelCommand.OpenTopic(Optional.of(topic), "About it", Optional.of(about)));
    }

    private Then post(String who, String text, String... mentions) {
        return room.as(who)
                .when(new ChannelCommand.Post(TOPIC, Optional.of(MESSAGE), text, ids(mentions), Optional.empty()));
    }

    private Then reply(Id topic, Id to) {
        return room.as("kenji")
                .when(new ChannelCommand.Post(topic, Optional.empty(), "Me.", List.of(), Optional.of(to)));
    }

    private Then correct(String who, String text, String... mentions) {
        return room.as(who).when(new ChannelCommand.Correct(MESSAGE, text, ids(mentions), "I had miscounted."));
    }

    private Then close(String who, String outcome) {
        return room.as(who).when(new ChannelCommand.CloseTopic(TOPIC, outcome));
    }

    private List<Id> ids(String... names) {
        return Arrays.stream(names).map(room::id).toList();
    }

    private MessageCard card() {
        return room.scenario().view("channels.messages", MessageCard.class).getFirst();
    }
}
