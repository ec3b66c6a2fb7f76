package muster.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One command or event record on the wire: its name, its fields, and how it is written and read.
public final class Shape<T> {
    /// One component. `type` is the type inside, for `Content` and `Optional`.
    ///
    /// @param content whether it is content; else bearing
    /// @param optional whether it may be left out
    public record Field(String name, JavaType type, boolean content, boolean optional, RecordComponent component) {}

    private final Class<T> type;
    private final String name;
    private final List<Field> fields;
    private final java.lang.reflect.Constructor<T> constructor;

    Shape(Class<T> type, String name) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        this.type = type;
        this.name = name;
        this.fields =
                Arrays.stream(type.getRecordComponents()).map(Shape::field).toList();
        try {
            this.constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
        } catch (NoSuchMethodException e) {
            throw new AssertionError("every record has its canonical constructor", e);
        }
    }

    private static Field field(RecordComponent component) {
        JavaType whole = Wire.mapper().constructType(component.getGenericType());
        boolean content = whole.hasRawClass(Content.class);
        boolean optional = whole.hasRawClass(Optional.class);
        return new Field(
                component.getName(),
                content || optional ? whole.containedTypeOrUnknown(0) : whole,
                content,
                optional,
                component);
    }

    /// `tasks.hand-over`.
    public String name() {
        return name;
    }

    public Class<T> type() {
        return type;
    }

    public List<Field> fields() {
        return fields;
    }

    /// The bearing fields of a record of this shape.
    ObjectNode bearing(Object record) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            if (!field.content) {
                Object value = value(field, record);
                if (value instanceof Optional<?> optional) {
                    optional.ifPresent(present -> node.set(field.name, Wire.tree(present)));
                } else {
                    node.set(field.name, Wire.tree(value));
                }
            }
        }
        return node;
    }

    /// The contents of a record of this shape by name, in order; all must be present.
    SortedMap<String, JsonNode> contents(Object record) {
        SortedMap<String, JsonNode> contents = new TreeMap<>();
        for (Field field : fields) {
            if (field.content) {
                Object value = ((Content<?>) value(field, record))
                        .value()
                        .orElseThrow(() -> new IllegalArgumentException(name + "." + field.name + " has no value"));
                contents.put(field.name, Wire.tree(value));
            }
        }
        return contents;
    }

    /// The whole record as JSON, for a client: a command.
    public ObjectNode write(Object record) {
        ObjectNode node = bearing(record);
        contents(record).forEach(node::set);
        return node;
    }

    /// Reads a command: every field given, none unknown.
    ///
    /// @param at where the object stands, for errors: `command`
    /// @throws Malformed naming the first field that is wrong
    public T read(JsonNode node, String at) {
        if (!(node instanceof ObjectNode object)) {
            throw new Malformed(at, "is not an object");
        }
        return build(object, at, field -> Optional.ofNullable(object.get(field.name)));
    }

    /// Reads an event from its bearing fields and what is there of its contents.
    T read(ObjectNode bearing, SortedMap<String, Optional<JsonNode>> contents) {
        return build(
                bearing,
                name,
                field -> field.content
                        ? contents.getOrDefault(field.name, Optional.empty())
                        : Optional.ofNullable(bearing.get(field.name)));
    }

    private T build(ObjectNode given, String at, java.util.function.Function<Field, Optional<JsonNode>> part) {
        Set<String> unknown = new HashSet<>(given.propertyNames());
        List<Object> values = new ArrayList<>();
        for (Field field : fields) {
            unknown.remove(field.name);
            Optional<JsonNode> node = part.apply(field).filter(present -> !present.isNull());
            Optional<Object> value = node.map(present -> Wire.read(present, field.type, at + "." + field.name));
            if (field.content) {
                values.add(value.<Object>map(Content::of).orElseGet(Content::absent));
            } else if (field.optional) {
                values.add(value);
            } else {
                values.add(value.orElseThrow(() -> new Malformed(at + "." + field.name, "is missing")));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Malformed(at + "." + unknown.stream().sorted().findFirst().orElseThrow(), "is not a known field");
        }
        return create(values, at);
    }

    private T create(List<Object> values, String at) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException wrong) {
                throw new Malformed(at, String.valueOf(wrong.getMessage()));
            }
            throw new IllegalStateException(name + " cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " must be public, in an exported package", e);
        }
    }

    /// Every reference in the record, one level deep: itself, in an `Optional`, in a `List`.
    List<Ref> refs(Object record) {
        List<Ref> refs = new ArrayList<>();
        for (Field field : fields) {
            Object value = value(field, record);
            if (value instanceof Ref ref) {
                refs.add(ref);
            } else if (value instanceof Optional<?> optional && optional.orElse(null) instanceof Ref ref) {
                refs.add(ref);
            } else if (value instanceof List<?> list) {
                list.forEach(each -> {
                    if (each instanceof Ref ref) {
                        refs.add(ref);
                    }
                });
            }
        }
        return refs;
    }

    private Object value(Field field, Object record) {
        try {
            return field.component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " must be public, in an exported package", e);
        }
    }
}
