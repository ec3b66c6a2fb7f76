package muster.server.library;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Wire;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON Schema (2020-12) of a file that is read into a record: what editors check while people write.
public final class SchemaOf {
    private final ObjectNode definitions = make().objectNode();

    private SchemaOf() {}

    /// The schema as text, as it lies in `docs/formats`.
    public static String file(Class<? extends Record> type, String title) {
        SchemaOf schema = new SchemaOf();
        ObjectNode root = make().objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", title);
        root.setAll(schema.record(type));
        root.set("$defs", schema.definitions);
        return Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static JsonNodeFactory make() {
        return JsonNodeFactory.instance;
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = make().objectNode();
        says(schema, type.getAnnotation(Says.class));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = make().arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            JavaType part = Wire.mapper().constructType(component.getGenericType());
            ObjectNode property = of(part.hasRawClass(Optional.class) ? part.containedType(0) : part);
            says(property, component.getAnnotation(Says.class));
            properties.set(component.getName(), property);
            if (!part.hasRawClass(Optional.class) && !part.hasRawClass(List.class) && !part.hasRawClass(Map.class)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        ExactlyOne one = type.getAnnotation(ExactlyOne.class);
        if (one != null) {
            ArrayNode choices = schema.putArray("oneOf");
            Arrays.stream(one.value())
                    .forEach(name -> choices.addObject().putArray("required").add(name));
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static void says(ObjectNode schema, Says says) {
        if (says != null) {
            schema.put("description", says.value());
        }
    }

    private ObjectNode of(JavaType type) {
        ObjectNode schema = make().objectNode();
        Class<?> raw = type.getRawClass();
        if (type.hasRawClass(List.class)) {
            schema.put("type", "array").set("items", of(type.containedType(0)));
        } else if (type.hasRawClass(Map.class)) {
            schema.put("type", "object").set("additionalProperties", of(type.containedType(1)));
        } else if (raw.isAnnotationPresent(Spelled.class)) {
            Spelled spelled = raw.getAnnotation(Spelled.class);
            schema.put("type", "string")
                    .put("pattern", spelled.pattern())
                    .putArray("examples")
                    .add(spelled.example());
        } else if (raw.isEnum()) {
            ArrayNode words = schema.putArray("enum");
            Arrays.stream(raw.getEnumConstants()).forEach(each -> words.add(Wire.tree(each)));
        } else if (raw.isRecord() && !raw.getPackageName().equals("muster.kernel")) {
            schema.put("$ref", "#/$defs/" + define(raw));
        } else if (raw == Duration.class) {
            schema.put("type", "string").put("pattern", Spans.PATTERN);
        } else if (raw == Instant.class) {
            schema.put("type", "string").put("format", "date-time").put("pattern", "Z$");
        } else {
            schema.put("type", plain(raw));
        }
        return schema;
    }

    private String define(Class<?> type) {
        String name = nameOf(type);
        if (!definitions.has(name)) {
            definitions.putObject(name);
            definitions.set(name, record(type));
        }
        return name;
    }

    /// With the file it belongs to, because a scenario's `Question` is another one than a playbook's.
    private static String nameOf(Class<?> type) {
        Class<?> file = type.getEnclosingClass();
        return file == null ? type.getSimpleName() : file.getSimpleName().replace("File", "") + type.getSimpleName();
    }

    private static String plain(Class<?> raw) {
        return switch (raw.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "integer";
            case "double", "Double" -> "number";
            case "boolean", "Boolean" -> "boolean";
            default -> "string";
        };
    }
}
