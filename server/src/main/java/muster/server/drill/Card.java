package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Id;
import tools.jackson.databind.JsonNode;

/// A card as a client gets it; fields are found by a path with dots.
record Card(JsonNode json) {
    Id id() {
        return new Id(json.path("id").asString());
    }

    JsonNode at(String path) {
        JsonNode node = json;
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        return node;
    }

    boolean has(String path) {
        return !at(path).isMissingNode();
    }

    String text(String path) {
        return at(path).asString("");
    }

    boolean is(String path) {
        return at(path).asBoolean(false);
    }

    Optional<Id> person(String path) {
        return Happened.id(at(path));
    }

    List<Id> persons(String path) {
        return at(path).valueStream()
                .flatMap(node -> Happened.id(node).stream())
                .toList();
    }

    Stream<String> texts(String path) {
        return at(path).valueStream().map(node -> node.asString(""));
    }

    Stream<Card> parts(String path) {
        return at(path).valueStream().map(Card::new);
    }

    Optional<Instant> time(String path) {
        return has(path) ? Optional.of(Instant.parse(text(path))) : Optional.empty();
    }

    Optional<Duration> span(String path) {
        return has(path) ? Optional.of(Duration.parse(text(path))) : Optional.empty();
    }
}
