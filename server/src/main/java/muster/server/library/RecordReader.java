package muster.server.library;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import muster.kernel.Malformed;
import muster.kernel.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns a tree into records, and goes on after the first error so that all of them are said together.
final class RecordReader {
    private final YamlTree tree;
    private final List<FileProblem> problems = new ArrayList<>();

    RecordReader(YamlTree tree) {
        this.tree = tree;
    }

    /// @throws BadFile with everything that is wrong
    <T extends Record> T read(Class<T> type) {
        Object record = value(tree.root(), Wire.mapper().constructType(type), "");
        if (record == null || !problems.isEmpty()) {
            throw new BadFile(problems);
        }
        return type.cast(record);
    }

    /// The value, or null after a problem was noted.
    private @Nullable Object value(JsonNode node, JavaType type, String field) {
        if (node.isNull()) {
            return wrong(field, "has no value");
        }
        if (type.hasRawClass(Optional.class)) {
            Object inside = value(node, type.containedType(0), field);
            return inside == null ? null : Optional.of(inside);
        }
        if (type.hasRawClass(List.class)) {
            return list(node, type.containedType(0), field);
        }
        if (type.hasRawClass(Map.class)) {
            return map(node, type, field);
        }
        if (type.getRawClass().isAnnotationPresent(Spelled.class)) {
            return spelled(node, type.getRawClass(), field);
        }
        if (type.getRawClass().isRecord() && !isKernels(type.getRawClass())) {
            return record(node, type.getRawClass(), field);
        }
        return leaf(node, type, field);
    }

    /// Records of the kernel that are one text on the wire.
    private static boolean isKernels(Class<?> type) {
        return type.getPackageName().equals("muster.kernel");
    }

    private @Nullable Object list(JsonNode node, JavaType type, String field) {
        if (!node.isArray()) {
            return wrong(field, "is not a list");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object value = value(node.get(i), type, field + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private @Nullable Object map(JsonNode node, JavaType type, String field) {
        if (!node.isObject()) {
            return wrong(field, "is not a mapping of names to values");
        }
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String inner = YamlTree.inside(field, entry.getKey());
            Object key = key(entry.getKey(), type.containedType(0), inner);
            Object value = value(entry.getValue(), type.containedType(1), inner);
            if (key != null && value != null) {
                values.put(key, value);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private @Nullable Object key(String key, JavaType type, String field) {
        return type.hasRawClass(String.class) ? key : value(JsonNodeFactory.instance.stringNode(key), type, field);
    }

    private @Nullable Object record(JsonNode node, Class<?> type, String field) {
        if (!node.isObject()) {
            return wrong(field, "is not a mapping with the fields " + String.join(", ", names(type)));
        }
        Set<String> unknown = new LinkedHashSet<>(node.propertyNames());
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            unknown.remove(name);
            JavaType part = Wire.mapper().constructType(component.getGenericType());
            JsonNode given = node.get(name);
            Object value = given == null
                    ? absent(part, YamlTree.inside(field, name))
                    : value(given, part, YamlTree.inside(field, name));
            if (value != null) {
                values.add(value);
            }
        }
        for (String name : unknown) {
            wrong(YamlTree.inside(field, name), "is not a known field; there are " + String.join(", ", names(type)));
        }
        exactlyOne(node, type, field);
        return values.size() == type.getRecordComponents().length ? create(type, values, field) : null;
    }

    private @Nullable Object absent(JavaType type, String field) {
        if (type.hasRawClass(Optional.class)) {
            return Optional.empty();
        }
        if (type.hasRawClass(List.class)) {
            return List.of();
        }
        return type.hasRawClass(Map.class) ? Map.of() : wrong(field, "is missing");
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private void exactlyOne(JsonNode node, Class<?> type, String field) {
        ExactlyOne rule = type.getAnnotation(ExactlyOne.class);
        if (rule != null && Arrays.stream(rule.value()).filter(node::has).count() != 1) {
            wrong(field, "needs exactly one of the fields " + String.join(", ", rule.value()));
        }
    }

    private @Nullable Object spelled(JsonNode node, Class<?> type, String field) {
        if (!node.isString()) {
            return wrong(
                    field,
                    "is not a text such as " + type.getAnnotation(Spelled.class).example());
        }
        try {
            return type.getMethod("parse", String.class).invoke(null, node.stringValue());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                return wrong(field, String.valueOf(wrong.getMessage()));
            }
            throw new IllegalStateException(type.getName() + " cannot be parsed", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " has no public static parse(String)", e);
        }
    }

    private @Nullable Object create(Class<?> type, List<Object> values, String field) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            return switch (e.getCause()) {
                case Malformed inside -> wrong(YamlTree.inside(field, inside.field()), wordsOf(inside));
                case IllegalArgumentException wrong -> wrong(field, String.valueOf(wrong.getMessage()));
                case null, default -> throw new IllegalStateException(type.getName() + " cannot be made", e);
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be made", e);
        }
    }

    private static String wordsOf(Malformed e) {
        String words = String.valueOf(e.getMessage());
        return e.field().isEmpty() ? words : words.substring(e.field().length() + 2);
    }

    private @Nullable Object leaf(JsonNode node, JavaType type, String field) {
        if (type.hasRawClass(JsonNode.class)) {
            return node;
        }
        if (node.isObject() || node.isArray()) {
            return wrong(
                    field, "is a " + (node.isArray() ? "list" : "mapping") + " where " + article(type) + " belongs");
        }
        if (type.hasRawClass(String.class) && !node.isString()) {
            return wrong(
                    field,
                    "is read as a " + (node.isBoolean() ? "yes or no" : "number")
                            + "; put quotes around it to make it a text");
        }
        try {
            return type.hasRawClass(Duration.class) ? Spans.parse(node.asString()) : Wire.read(node, type, field);
        } catch (Malformed e) {
            return wrong(field, plain(wordsOf(e), type));
        } catch (DateTimeParseException e) {
            return wrong(field, "is not " + article(type));
        } catch (IllegalArgumentException e) {
            return wrong(field, String.valueOf(e.getMessage()));
        }
    }

    private static String plain(String words, JavaType type) {
        return words.startsWith("is not a ") || words.startsWith("Text ") ? "is not " + article(type) : words;
    }

    private static String article(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw.isEnum()) {
            return "one of "
                    + Arrays.stream(raw.getEnumConstants())
                            .map(each -> Wire.tree(each).stringValue())
                            .collect(Collectors.joining(", "));
        }
        return switch (raw.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "Duration" -> "a span of time such as 15min";
            case "Instant" -> "a time such as 2026-03-24T08:30:00Z";
            default -> "a " + raw.getSimpleName();
        };
    }

    private @Nullable Object wrong(String field, String words) {
        problems.add(tree.problem(field, words));
        return null;
    }
}
