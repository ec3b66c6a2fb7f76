package muster.server.feed;

import java.util.List;
import muster.kernel.Id;
import muster.kernel.StreamId;
import muster.server.AServer;
import muster.server.Web;
import muster.server.whispers.Whispers;
import muster.testing.Actors;
import tools.jackson.databind.JsonNode;

/// A crisis with a lane of its own, of which kenji is a member.
final class ARoomThatWhispers implements AutoCloseable {
    final AServer server;
    final String id;
    final String crisis;
    private int said;

    ARoomThatWhispers() {
        this(AServer.with(Whispers.catalogue()));
    }

    ARoomThatWhispers(AServer server) {
        this.server = server;
        this.id = server.crisis("Blackbird");
        this.crisis = "/api/crises/" + id;
        letIn("kenji");
    }

    /// Says something, and gives the position of the entry.
    long says(String name, String text, String... waitsFor) {
        return says(name, text, false, waitsFor);
    }

    long whispers(String name, String text, String... waitsFor) {
        return says(name, text, true, waitsFor);
    }

    private long says(String name, String text, boolean secret, String... waitsFor) {
        said++;
        return say("whisper " + said, name, text, secret, waitsFor);
    }

    /// Says something under an id that may have been used before.
    long say(String whisper, String name, String text, boolean secret, String... waitsFor) {
        String ids = String.join(
                ",",
                List.of(waitsFor).stream()
                        .map(each -> "\"" + Actors.id(each) + "\"")
                        .toList());
        return at(server.as(name)
                .command(
                        crisis,
                        "whispers.say",
                        "{\"whisper\":\"%s\",\"secret\":%b,\"text\":\"%s\",\"waitsFor\":[%s]}"
                                .formatted(Actors.id(whisper), secret, text, ids)));
    }

    long forgets(String whisper) {
        return at(server.as("dana").command(crisis, "whispers.forget", "{\"whisper\":\"" + Actors.id(whisper) + "\"}"));
    }

    long letIn(String name) {
        return at(server.as("dana").command(crisis, "whispers.let-in", "{\"person\":\"" + Actors.id(name) + "\"}"));
    }

    long letOut(String name) {
        return at(server.as("dana").command(crisis, "whispers.let-out", "{\"person\":\"" + Actors.id(name) + "\"}"));
    }

    static long at(Web.Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.body());
        }
        return reply.json().path("to").asLong();
    }

    long last() {
        return server.engine.published(new StreamId(id)).fold().size() - 1;
    }

    /// What a viewer sees of the whispers.
    static List<String> texts(Iterable<JsonNode> cards) {
        List<String> texts = new java.util.ArrayList<>();
        cards.forEach(card -> texts.add(card.path("text").asString()));
        return texts;
    }

    List<String> sees(String name, String place) {
        return texts(server.as(name).get(crisis + place).json().path("cards"));
    }

    Id person(String name) {
        return Actors.id(name);
    }

    @Override
    public void close() {
        server.close();
    }
}
