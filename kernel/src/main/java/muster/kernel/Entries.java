package muster.kernel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes events as entries and reads them back: three levels, each committed by the one above with a salted
/// hash, so that everything can be shown piece by piece and nothing about an entry shows from outside (in the
/// manner of RFC 9901).
public final class Entries {
    /// The version of the entry format.
    public static final int FORMAT = 1;
    /// An entry stays below this (header, body and contents together): longer texts are blobs.
    public static final int MOST_BYTES = 65_535;

    private final Catalogue catalogue;

    public Entries(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Everything of an entry that is not computed from the rest.
    ///
    /// @param at header with empty digests
    public record Draft(
            Header at,
            Lane lane,
            Actor actor,
            Entitlement authority,
            Optional<Occurred> occurred,
            Optional<Long> seen,
            Cause cause,
            Event event) {
        /// What an entry was sealed from.
        public static Draft of(Recorded<Event> recorded) {
            return new Draft(
                    recorded.header(),
                    recorded.lane(),
                    recorded.actor(),
                    recorded.authority(),
                    recorded.occurred(),
                    recorded.seen(),
                    recorded.cause(),
                    recorded.event());
        }
    }

    /// The middle level as JSON.
    ///
    /// @param event the bearing fields
    /// @param content digest of every content by name
    private record Body(
            String type,
            Lane lane,
            Actor actor,
            Entitlement authority,
            Optional<Occurred> occurred,
            Optional<Long> seen,
            Cause cause,
            ObjectNode event,
            Map<String, String> content) {}

    /// An entry and what it says.
    public record Sealed(Entry entry, Recorded<Event> recorded) {}

    /// Makes the entry; writes nothing.
    ///
    /// @throws Malformed if the entry would be too large
    public Sealed seal(Draft draft, Entropy entropy) {
        Shape<?> shape = catalogue.shapeOf(draft.event.getClass());
        List<byte @Nullable []> contents = new ArrayList<>();
        int[] written = {0};
        Map<String, String> digests = new LinkedHashMap<>();
        shape.contents(draft.event).forEach((name, value) -> {
            byte[] text = salted(value, entropy);
            contents.add(text);
            written[0] += text.length;
            digests.put(name, Digest.of(text));
        });
        ObjectNode bearing = shape.bearing(draft.event);
        Body body = new Body(
                shape.name(),
                draft.lane,
                draft.actor,
                draft.authority,
                draft.occurred,
                draft.seen,
                draft.cause,
                bearing,
                digests);
        byte[] bodyText = salted(Wire.tree(body), entropy);
        Header at = draft.at;
        Header header = new Header(
                at.v(),
                at.stream(),
                at.epoch(),
                at.seq(),
                at.recordedAt(),
                at.time(),
                at.rules(),
                draft.event instanceof Event.AuthorityBearing,
                at.reads(),
                Digest.of(bodyText),
                Digest.text(entropy.bytes(32)));
        Entry entry = new Entry(CanonicalJson.bytes(Wire.tree(header)), bodyText, contents);
        int size = entry.header().length + bodyText.length + written[0];
        if (size > MOST_BYTES) {
            throw new Malformed("", "the entry would have " + size + " bytes; the most is " + MOST_BYTES);
        }
        return new Sealed(entry, recorded(header, body, draft.event));
    }

    private static Recorded<Event> recorded(Header header, Body body, Event event) {
        return new Recorded<>(
                header, body.type, body.lane, body.actor, body.authority, body.occurred, body.seen, body.cause, event);
    }

    private static byte[] salted(JsonNode value, Entropy entropy) {
        ArrayNode pair = JsonNodeFactory.instance.arrayNode();
        pair.add(Digest.text(entropy.bytes(16)));
        pair.add(value);
        return CanonicalJson.bytes(pair);
    }

    /// The header of an entry.
    ///
    /// @throws Malformed if it is none
    public Header header(Entry entry) {
        return Wire.read(parse(entry.header(), "header"), Header.class, "header");
    }

    /// What an entry says, with every digest checked against the stored bytes; empty where its body is
    /// withheld.
    ///
    /// @throws Malformed naming what is damaged, or the type that this build does not know
    public Optional<Recorded<Event>> read(Entry entry) {
        return read(entry, header(entry));
    }

    /// The same, of an entry whose header has been read already.
    Optional<Recorded<Event>> read(Entry entry, Header header) {
        byte[] text = entry.body();
        if (text == null) {
            return Optional.empty();
        }
        if (!Digest.of(text).equals(header.body())) {
            throw new Malformed("body", "is not what the header committed to");
        }
        Body body = Wire.read(unsalted(parse(text, "body"), "body"), Body.class, "body");
        Shape<? extends Event> shape = shapeOf(header, body.type)
                .orElseThrow(() -> new Malformed("body.type", body.type + " is not known to this build"));
        return Optional.of(recorded(header, body, shape.read(body.event, contents(entry, body))));
    }

    private Optional<Shape<? extends Event>> shapeOf(Header header, String type) {
        return header.stream().isOrganisation()
                ? catalogue.event(Scope.ORGANISATION, type)
                : catalogue.event(Scope.CRISIS, type).or(() -> catalogue.event(Scope.CONTROL, type));
    }

    private static SortedMap<String, Optional<JsonNode>> contents(Entry entry, Body body) {
        List<String> names = new ArrayList<>(new TreeMap<>(body.content).keySet());
        if (names.size() != entry.contents().size()) {
            throw new Malformed("contents", "are " + entry.contents().size() + ", but the body lists " + names.size());
        }
        SortedMap<String, Optional<JsonNode>> contents = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            byte[] text = entry.contents().get(i);
            if (text != null && !Digest.of(text).equals(body.content.get(name))) {
                throw new Malformed("contents." + name, "is not what the body committed to");
            }
            contents.put(
                    name,
                    text == null
                            ? Optional.empty()
                            : Optional.of(unsalted(parse(text, "contents." + name), "contents." + name)));
        }
        return contents;
    }

    private static JsonNode parse(byte[] text, String what) {
        try {
            return CanonicalJson.parse(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Malformed(what, "is not JSON: " + e.getMessage());
        }
    }

    private static JsonNode unsalted(JsonNode pair, String what) {
        if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isString()) {
            throw new Malformed(what, "is not [salt, value]");
        }
        return pair.get(1);
    }
}
