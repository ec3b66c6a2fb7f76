package muster.server.drill;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import muster.kernel.Id;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;

/// An entry of the record, as far as a participant sees it.
///
/// @param time crisis time
/// @param type wire name of the event
/// @param body the middle level of the entry as JSON
/// @param contents what people wrote, by name
public record Happened(
        long seq, Instant time, String type, JsonNode body, Function<String, Optional<String>> contents) {

    /// Reads the stored texts of an entry.
    ///
    /// @param contents the stored text of a content, by name
    static Happened of(long seq, String header, String body, Function<String, Optional<String>> contents) {
        JsonNode inside = Wire.mapper().readTree(body).path(1);
        return new Happened(
                seq,
                Instant.parse(Wire.mapper().readTree(header).path("time").asString()),
                inside.path("type").asString(),
                inside,
                contents.andThen(text -> text.map(
                        stored -> Wire.mapper().readTree(stored).path(1).asString(""))));
    }

    /// The bearing fields.
    JsonNode event() {
        return body.path("event");
    }

    Optional<Id> person() {
        return id(body.path("actor").path("person"));
    }

    /// The id in a bearing field.
    Optional<Id> id(String field) {
        return id(event().path(field));
    }

    static Optional<Id> id(JsonNode node) {
        return Optional.of(node.asString("")).filter(Id::wellFormed).map(Id::new);
    }

    String content(String name) {
        return contents.apply(name).orElse("");
    }
}
