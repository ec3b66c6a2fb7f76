package muster.server.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One YAML 1.2 document as a JSON tree that knows where each of its nodes stands. Only what JSON can say: no
/// tags, no merge keys, no keys that are not texts, no key twice; aliases only as far as they do not blow the
/// tree up.
///
/// @param file as it was named to us
/// @param places line and column of every node by its field
public record YamlTree(String file, JsonNode root, Map<String, Place> places) {
    static final int MOST_CHARACTERS = 2_000_000;
    private static final int DEEPEST = 40;
    private static final int MOST_ALIASES = 200;
    private static final int MOST_NODES = 100_000;

    /// Where something stands, both from 1.
    public record Place(int line, int column) {
        static final Place START = new Place(1, 1);

        static Place of(Optional<Mark> mark) {
            return mark.map(at -> new Place(at.getLine() + 1, at.getColumn() + 1))
                    .orElse(START);
        }
    }

    public YamlTree {
        places = Map.copyOf(places);
    }

    /// @throws BadFile if it is no such document
    public static YamlTree parse(String file, String text) {
        return new Reading(file, text).document();
    }

    /// What is wrong with a field: placed at the field, or at the nearest thing around it that is there.
    public FileProblem problem(String field, String words) {
        String at = field;
        while (!at.isEmpty() && !places.containsKey(at)) {
            at = around(at);
        }
        Place place = places.getOrDefault(at, Place.START);
        return new FileProblem(file, place.line, place.column, field, words);
    }

    private static String around(String field) {
        int end = Math.max(field.lastIndexOf('.'), field.lastIndexOf('['));
        return end < 0 ? "" : field.substring(0, end);
    }

    /// The field of a name inside another field.
    static String inside(String field, String name) {
        return field.isEmpty() ? name : field + "." + name;
    }

    /// Builds the tree from the parser's events: the library's own composer would accept tags and forget the
    /// places.
    private static final class Reading {
        private static final ScalarResolver WORDS = new CoreScalarResolver(false);

        private record Anchored(JsonNode node, int weight) {}

        private final String file;
        private final Iterator<Event> events;
        private final Map<String, Place> places = new HashMap<>();
        private final Map<Anchor, Anchored> anchors = new HashMap<>();
        private int aliases;
        private int nodes;

        Reading(String file, String text) {
            this.file = file;
            if (text.length() > MOST_CHARACTERS) {
                throw wrong(Place.START, "", "is longer than " + MOST_CHARACTERS + " characters");
            }
            // the text is one already, so its length is bounded above
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setCodePointLimit(MOST_CHARACTERS)
                    .build();
            this.events = new Parse(settings).parseString(text).iterator();
        }

        YamlTree document() {
            try {
                events.next();
                if (events.next().getEventId() != Event.ID.DocumentStart) {
                    throw wrong(Place.START, "", "is empty");
                }
                JsonNode root = node(events.next(), "", 0);
                events.next();
                Event end = events.next();
                if (end.getEventId() != Event.ID.StreamEnd) {
                    throw wrong(Place.of(end.getStartMark()), "", "a second document begins here; a file has one");
                }
                return new YamlTree(file, root, places);
            } catch (MarkedYamlEngineException e) {
                throw wrong(Place.of(e.getProblemMark()), "", "this is not YAML: " + words(e));
            } catch (YamlEngineException e) {
                throw wrong(Place.START, "", "this is not YAML: " + e.getMessage());
            }
        }

        private static String words(MarkedYamlEngineException e) {
            String context = e.getContext();
            return (context == null || context.isEmpty() ? "" : context + ", ") + e.getProblem();
        }

        private JsonNode node(Event event, String field, int depth) {
            Place place = Place.of(event.getStartMark());
            places.putIfAbsent(field, place);
            if (depth > DEEPEST) {
                throw wrong(place, field, "nests deeper than " + DEEPEST + " levels");
            }
            if (event instanceof AliasEvent alias) {
                return aliased(alias, place, field);
            }
            int before = nodes;
            count(1, place, field);
            JsonNode node = switch (event) {
                case ScalarEvent scalar -> scalar(scalar, place, field);
                case MappingStartEvent mapping -> mapping(mapping, place, field, depth);
                case CollectionStartEvent sequence -> sequence(sequence, place, field, depth);
                default -> throw wrong(place, field, "a value is expected here");
            };
            ((NodeEvent) event)
                    .getAnchor()
                    .ifPresent(anchor -> anchors.put(anchor, new Anchored(node, nodes - before)));
            return node;
        }

        private JsonNode aliased(AliasEvent alias, Place place, String field) {
            Anchored anchored = anchors.get(alias.getAlias());
            if (anchored == null) {
                throw wrong(place, field, "the anchor *" + alias.getAlias() + " is not known before here");
            }
            if (++aliases > MOST_ALIASES) {
                throw wrong(place, field, "there are more than " + MOST_ALIASES + " aliases");
            }
            count(anchored.weight, place, field);
            return anchored.node;
        }

        private void count(int more, Place place, String field) {
            nodes += more;
            if (nodes > MOST_NODES) {
                throw wrong(place, field, "there are more than " + MOST_NODES + " values");
            }
        }

        private JsonNode mapping(MappingStartEvent start, Place place, String field, int depth) {
            noTag(start.getTag(), place, field);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
                Place at = Place.of(next.getStartMark());
                String name = name(next, at, field);
                String inner = inside(field, name);
                if (object.has(name)) {
                    throw wrong(at, inner, "is there twice");
                }
                // a field stands where its name stands, so that a value on the next line is named by its line of name
                places.put(inner, at);
                count(1, at, inner);
                object.set(name, node(events.next(), inner, depth + 1));
            }
            return object;
        }

        private String name(Event event, Place place, String field) {
            if (!(event instanceof ScalarEvent key) || key.getAnchor().isPresent()) {
                throw wrong(place, field, "a key is a plain text");
            }
            noTag(key.getTag(), place, field);
            if (key.isPlain() && key.getValue().equals("<<")) {
                throw wrong(place, field, "merge keys (<<) are not known in YAML 1.2; repeat the fields");
            }
            return key.getValue();
        }

        private JsonNode sequence(CollectionStartEvent start, Place place, String field, int depth) {
            noTag(start.getTag(), place, field);
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                array.add(node(next, field + "[" + array.size() + "]", depth + 1));
            }
            return array;
        }

        private JsonNode scalar(ScalarEvent scalar, Place place, String field) {
            noTag(scalar.getTag(), place, field);
            JsonNodeFactory make = JsonNodeFactory.instance;
            String text = scalar.getValue();
            if (!scalar.isPlain()) {
                return make.stringNode(text);
            }
            Tag tag = WORDS.resolve(text, true);
            if (tag.equals(Tag.NULL)) {
                return make.nullNode();
            } else if (tag.equals(Tag.BOOL)) {
                return make.booleanNode(text.equalsIgnoreCase("true"));
            } else if (tag.equals(Tag.INT)) {
                return small(integer(text));
            } else if (tag.equals(Tag.FLOAT)) {
                return number(text, place, field);
            }
            return make.stringNode(text);
        }

        private static JsonNode small(BigInteger exact) {
            JsonNodeFactory make = JsonNodeFactory.instance;
            if (exact.bitLength() < Integer.SIZE) {
                return make.numberNode(exact.intValue());
            }
            return exact.bitLength() < Long.SIZE ? make.numberNode(exact.longValue()) : make.numberNode(exact);
        }

        private static BigInteger integer(String text) {
            return text.startsWith("0x")
                    ? new BigInteger(text.substring(2), 16)
                    : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
        }

        private JsonNode number(String text, Place place, String field) {
            try {
                return JsonNodeFactory.instance.numberNode(new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw wrong(place, field, text + " is not a number that can be used here");
            }
        }

        private void noTag(Optional<String> tag, Place place, String field) {
            if (tag.isPresent()) {
                throw wrong(place, field, "tags (" + tag.get() + ") are not allowed");
            }
        }

        private BadFile wrong(Place place, String field, String words) {
            return new BadFile(new FileProblem(file, place.line, place.column, field, words));
        }
    }
}
