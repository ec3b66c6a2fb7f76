package muster.server.door;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Shape;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/// TypeScript of records as they go on the wire: an absent `Optional` is left out, an enum is one of its words, a
/// sealed family is told by its kind.
final class TypeScript {
    private static final Map<Class<?>, String> TEXTS = Map.of(
            Id.class, "Id",
            StreamId.class, "StreamId",
            Lane.class, "Lane",
            Instant.class, "Instant",
            Duration.class, "Duration",
            LocalDate.class, "LocalDate",
            LocalTime.class, "LocalTime");

    private final Map<Class<?>, String> given = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();
    private final Map<String, Class<?>> taken = new HashMap<>();
    private final TreeMap<String, String> declarations = new TreeMap<>();

    /// The names of all that are texts of a special form.
    static List<String> texts() {
        return TEXTS.values().stream().sorted().toList();
    }

    /// What a type is to be called that has no good name of its own. `Envelope<C>` for one with a parameter.
    TypeScript call(Class<?> type, String name) {
        given.put(type, name);
        return this;
    }

    /// What Java does not know of a component: `HistoryLine.parts`.
    TypeScript spell(String component, String type) {
        spelled.put(component, type);
        return this;
    }

    /// All that was declared, in alphabetical order.
    String declarations() {
        return String.join("\n", declarations.values());
    }

    /// The name of a record, an enum or a sealed family, which is declared if it was not.
    String of(Class<?> type) {
        return of(Wire.mapper().constructType(type));
    }

    String command(Shape<?> shape) {
        String name = Arrays.stream(shape.name().split("[.-]"))
                .map(TypeScript::capital)
                .collect(Collectors.joining());
        StringBuilder text = new StringBuilder("export interface " + name + " {\n");
        shape.fields().forEach(field -> text.append(line(field.name(), field.optional(), of(field.type()))));
        declarations.put(name, text.append("}\n").toString());
        return name;
    }

    private String of(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (TEXTS.containsKey(raw)) {
            return TEXTS.get(raw);
        }
        if (raw == String.class) {
            return "string";
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return "boolean";
        }
        if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
            return "number";
        }
        if (JsonNode.class.isAssignableFrom(raw)) {
            return "Json";
        }
        if (Collection.class.isAssignableFrom(raw)) {
            String each = inside(type.getContentType());
            return "readonly " + (each.contains(" ") ? "(" + each + ")" : each) + "[]";
        }
        if (Map.class.isAssignableFrom(raw)) {
            return "{ readonly [key: " + of(type.getKeyType()) + "]: " + inside(type.getContentType()) + " }";
        }
        return named(raw);
    }

    /// Within lists and maps what is absent is null.
    private String inside(JavaType type) {
        return type.hasRawClass(Optional.class) ? of(type.containedType(0)) + " | null" : of(type);
    }

    private String named(Class<?> type) {
        String declared = given.getOrDefault(type, usualName(type));
        String name = declared.replaceAll("<.*", "");
        Class<?> before = taken.putIfAbsent(name, type);
        if (before == null) {
            declarations.put(name, declaration(type, declared, name));
        } else if (before != type) {
            throw new IllegalStateException(type.getName() + " and " + before.getName() + " are both called " + name);
        }
        return name;
    }

    /// `Person.Kind` is `PersonKind`.
    private static String usualName(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return (around == null ? "" : usualName(around)) + type.getSimpleName();
    }

    private String declaration(Class<?> type, String declared, String name) {
        if (type.isEnum()) {
            return "export type " + name + " = " + words(type) + ";\n";
        }
        if (type.isRecord()) {
            return record(type, declared, Optional.empty());
        }
        JsonTypeInfo info = type.getAnnotation(JsonTypeInfo.class);
        JsonSubTypes forms = type.getAnnotation(JsonSubTypes.class);
        if (info == null || forms == null) {
            throw new IllegalStateException(type.getName() + " cannot be written in TypeScript");
        }
        String union = Arrays.stream(forms.value())
                .map(form -> form(form, info.property()))
                .collect(Collectors.joining(" | "));
        return "export type " + name + " = " + union + ";\n";
    }

    private String form(JsonSubTypes.Type form, String property) {
        String name = given.getOrDefault(form.value(), usualName(form.value()));
        taken.put(name, form.value());
        declarations.put(name, record(form.value(), name, Optional.of(line(property, false, quoted(form.name())))));
        return name;
    }

    private static String words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(each ->
                        quoted(((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.joining(" | "));
    }

    private String record(Class<?> type, String declared, Optional<String> kind) {
        nothingElse(type);
        StringBuilder text = new StringBuilder("export interface " + declared + " {\n" + kind.orElse(""));
        for (RecordComponent component : type.getRecordComponents()) {
            JavaType whole = Wire.mapper().constructType(component.getGenericType());
            boolean optional = whole.hasRawClass(Optional.class);
            String by = declared.replaceAll("<.*", "") + "." + component.getName();
            text.append(line(
                    component.getName(),
                    optional,
                    spelled.containsKey(by) ? spelled.get(by) : of(optional ? whole.containedType(0) : whole)));
        }
        return text.append("}\n").toString();
    }

    /// Jackson takes such methods for properties, so a record with one would be written with more than it shows.
    private static void nothingElse(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getDeclaringClass() == type
                    && method.getName().matches("(is|get)[A-Z].*")) {
                throw new IllegalStateException(type.getName() + " would be written with " + method.getName());
            }
        }
    }

    private static String line(String name, boolean optional, String type) {
        return "  readonly " + name + (optional ? "?: " : ": ") + type + ";\n";
    }

    static String quoted(String word) {
        return "'" + word + "'";
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
