package muster.server.door;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import muster.kernel.CanonicalJson;
import muster.kernel.Malformed;
import muster.kernel.Wire;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads what was sent as JSON, and says where it is wrong.
final class Body {
    private Body() {}

    /// The one JSON value of the body; turned away, naming the place, if it is not that.
    static JsonNode of(Asked asked, int most) {
        if (!asked.saysJson()) {
            throw new TurnedAway(Problem.notJson());
        }
        byte[] bytes = asked.body(most);
        try {
            return CanonicalJson.parse(bytes);
        } catch (IllegalArgumentException wrong) {
            throw new TurnedAway(Problem.malformed(place(bytes), String.valueOf(wrong.getMessage())));
        }
    }

    /// Where a second reader stumbles: a field that is there twice, a value that cannot be kept as it is, or
    /// the last field before the syntax went wrong.
    private static String place(byte[] bytes) {
        try (JsonParser parser = Wire.mapper().createParser(new String(bytes, StandardCharsets.UTF_8))) {
            String at = "";
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    at = place(parser);
                    keep(parser, token);
                }
            } catch (JacksonException wrong) {
                return wrong.getMessage() != null && wrong.getMessage().startsWith("Duplicate") ? place(parser) : at;
            } catch (IllegalArgumentException wrong) {
                return at;
            }
            return "";
        }
    }

    private static void keep(JsonParser parser, JsonToken token) {
        switch (token) {
            case VALUE_STRING -> CanonicalJson.text(JsonNodeFactory.instance.stringNode(parser.getString()));
            case VALUE_NUMBER_INT -> CanonicalJson.parse(parser.getString());
            case VALUE_NUMBER_FLOAT -> CanonicalJson.parse(parser.getString());
            default -> {}
        }
    }

    private static String place(JsonParser parser) {
        return parser.streamReadContext()
                .pathAsPointer()
                .toString()
                .replaceFirst("^/", "")
                .replaceAll("/([0-9]+)(?=/|$)", "[$1]")
                .replace('/', '.');
    }

    /// Runs a reading; turned away where something is malformed.
    static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Malformed malformed) {
            String field = malformed.field();
            String words = String.valueOf(malformed.getMessage());
            String said = words.startsWith(field + ": ") ? words.substring(field.length() + 2) : words;
            throw new TurnedAway(Problem.malformed(
                    field.startsWith(".") ? field.substring(1) : field,
                    said.endsWith("has a part of another type") ? "has the wrong type" : said));
        }
    }
}
