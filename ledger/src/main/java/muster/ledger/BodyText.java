package muster.ledger;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.kernel.CanonicalJson;
import muster.kernel.Cause;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;

/// What a stored body says that can be read without knowing any feature.
///
/// @param type wire name of the event
/// @param content digest of every content by its name, in the order in which they are stored
/// @param event the bearing fields
record BodyText(String type, Cause cause, SortedMap<String, String> content, JsonNode event) {
    static final String GENESIS = "kernel.genesis";

    /// @throws Malformed if it is no body
    static BodyText parse(byte[] stored) {
        JsonNode pair;
        try {
            pair = CanonicalJson.parse(stored);
        } catch (IllegalArgumentException e) {
            throw new Malformed("body", "is not JSON: " + e.getMessage());
        }
        if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isString()) {
            throw new Malformed("body", "is not [salt, object]");
        }
        JsonNode body = pair.get(1);
        SortedMap<String, String> content = new TreeMap<>();
        for (String name : part(body, "content").propertyNames()) {
            content.put(name, body.get("content").get(name).asString(""));
        }
        return new BodyText(
                part(body, "type").asString(""),
                Wire.read(part(body, "cause"), Cause.class, "body.cause"),
                content,
                part(body, "event"));
    }

    private static JsonNode part(JsonNode body, String name) {
        return Optional.ofNullable(body.get(name)).orElseThrow(() -> new Malformed("body." + name, "is missing"));
    }

    /// The genesis, if it is one.
    ///
    /// @throws Malformed if it is one and a field is wrong
    Optional<KernelEvent.Genesis> genesis() {
        return type.equals(GENESIS)
                ? Optional.of(Wire.read(event, KernelEvent.Genesis.class, "body.event"))
                : Optional.empty();
    }
}
