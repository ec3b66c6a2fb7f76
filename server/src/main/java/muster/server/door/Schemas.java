package muster.server.door;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Shape;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas (2020-12) of records as they go on the wire; types with a name become components.
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> FORMATS = Map.of(
            Instant.class, "date-time",
            Duration.class, "duration",
            LocalDate.class, "date",
            LocalTime.class, "time");

    private final Map<String, ObjectNode> components = new TreeMap<>();

    /// The components so far, by name.
    ObjectNode components() {
        ObjectNode all = NODES.objectNode();
        components.forEach(all::set);
        return all;
    }

    /// A component written by hand.
    void put(String name, ObjectNode schema) {
        components.put(name, schema);
    }

    static ObjectNode ref(String component) {
        return NODES.objectNode().put("$ref", "#/components/schemas/" + component);
    }

    /// The schema of a command's fields, as a component of its wire name.
    ObjectNode command(Shape<?> shape) {
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        for (Shape.Field field : shape.fields()) {
            properties.set(field.name(), of(field.type()));
            if (!field.optional()) {
                required.add(field.name());
            }
        }
        components.put(shape.name(), object(properties, required));
        return ref(shape.name());
    }

    static ObjectNode object(ObjectNode properties, ArrayNode required) {
        ObjectNode schema = NODES.objectNode();
        schema.put("type", "object");
        if (!properties.isEmpty()) {
            schema.set("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    /// The schema of any type that a record may have a component of.
    ///
    /// @throws IllegalArgumentException for a type that has no business on the wire
    ObjectNode of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (FORMATS.containsKey(raw)) {
            return string().put("format", FORMATS.get(raw));
        }
        if (raw == String.class || raw == StreamId.class || raw == Lane.class) {
            return string();
        }
        if (raw == Id.class) {
            return component("Id", () -> string().put("pattern", "^[A-Za-z0-9_-]{21}[AQgw]$"));
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return NODES.objectNode().put("type", "boolean");
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return NODES.objectNode().put("type", "integer");
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return NODES.objectNode().put("type", "number");
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return NODES.objectNode();
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = NODES.objectNode().put("type", "array");
            list.set("items", of(type.getContentType()));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = NODES.objectNode().put("type", "object");
            map.set("additionalProperties", of(type.getContentType()));
            return map;
        }
        return named(raw);
    }

    private static ObjectNode string() {
        return NODES.objectNode().put("type", "string");
    }

    private ObjectNode named(Class<?> type) {
        String name = name(type);
        if (type.isEnum()) {
            return component(name, () -> words(type));
        }
        if (type.isRecord()) {
            return component(name, () -> record(type, Optional.empty()));
        }
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes subtypes = type.getAnnotation(JsonSubTypes.class);
        if (info != null && subtypes != null) {
            return component(name, () -> oneOf(info.property(), subtypes));
        }
        throw new IllegalArgumentException(type.getName() + " has no schema");
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode schema = string();
        ArrayNode words = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants())
                .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(words::add);
        return schema;
    }

    /// @param kind the word by which one of several forms is told, and its field
    private ObjectNode record(Class<?> type, Optional<Map.Entry<String, String>> kind) {
        ObjectNode properties = NODES.objectNode();
        ArrayNode required = NODES.arrayNode();
        kind.ifPresent(word -> {
            properties.set(word.getKey(), string().put("const", word.getValue()));
            required.add(word.getKey());
        });
        for (RecordComponent component : type.getRecordComponents()) {
            JavaType whole = Wire.mapper().constructType(component.getGenericType());
            boolean optional = whole.hasRawClass(Optional.class);
            properties.set(component.getName(), of(optional ? whole.containedType(0) : whole));
            if (!optional) {
                required.add(component.getName());
            }
        }
        return object(properties, required);
    }

    private ObjectNode oneOf(String property, JsonSubTypes subtypes) {
        ObjectNode schema = NODES.objectNode();
        ArrayNode forms = schema.putArray("oneOf");
        ObjectNode mapping = NODES.objectNode();
        for (JsonSubTypes.Type form : subtypes.value()) {
            String name = name(form.value());
            forms.add(component(name, () -> record(form.value(), Optional.of(Map.entry(property, form.name())))));
            mapping.put(form.name(), "#/components/schemas/" + name);
        }
        ObjectNode discriminator = schema.putObject("discriminator");
        discriminator.put("propertyName", property);
        discriminator.set("mapping", mapping);
        return schema;
    }

    /// `muster.people.Person.Kind` is `people.Person.Kind`.
    private static String name(Class<?> type) {
        String canonical = String.valueOf(type.getCanonicalName());
        return canonical.startsWith("muster.") ? canonical.substring("muster.".length()) : type.getSimpleName();
    }

    private ObjectNode component(String name, java.util.function.Supplier<ObjectNode> schema) {
        if (!components.containsKey(name)) {
            // its place first, for types that contain themselves
            components.put(name, NODES.objectNode());
            components.put(name, schema.get());
        }
        return ref(name);
    }
}
