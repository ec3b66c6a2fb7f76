package muster.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/// How values are written as JSON and read back: the strict reading of everything that comes from
/// outside, and the one spelling of everything that goes into history. Instants have exactly three
/// fraction digits and end in `Z`; enums are lower case with hyphens; an absent `Optional` is left out;
/// unknown, missing, duplicate and mistyped fields are errors.
public final class Wire {
    private static final String PATTERN = "0000-00-00T00:00:00.000Z";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .annotationIntrospector(new Required())
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addModule(spellings())
            .build();
    /// A reader for each type that was ever read: there are as many as records have fields, and finding one
    /// costs as much as reading with it.
    private static final Map<JavaType, ObjectReader> READERS = new ConcurrentHashMap<>();

    private Wire() {}

    /// The mapper itself, for what is only shown: cards, problem documents.
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// Reads a value of the type, strictly.
    ///
    /// @param at where the node stands in what was sent, for the error: `command.due`
    /// @throws Malformed naming the field
    public static Object read(JsonNode node, JavaType type, String at) {
        try {
            Object value = READERS.computeIfAbsent(type, MAPPER::readerFor).readValue(node);
            if (value == null) {
                throw new Malformed(at, "is null");
            }
            return value;
        } catch (DatabindException e) {
            String path = e.getPath().stream()
                    .map(step ->
                            step.getPropertyName() != null ? "." + step.getPropertyName() : "[" + step.getIndex() + "]")
                    .collect(Collectors.joining());
            throw new Malformed(at + path, words(e, type));
        } catch (JacksonException e) {
            throw new Malformed(at, words(e, type));
        } catch (IllegalArgumentException | DateTimeException e) {
            // of a spelling at the root, which Jackson does not wrap
            throw new Malformed(at, String.valueOf(e.getMessage()));
        }
    }

    public static <T> T read(JsonNode node, Class<T> type, String at) {
        return type.cast(read(node, MAPPER.constructType(type), at));
    }

    private static String words(JacksonException e, JavaType type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException || cause instanceof DateTimeException) {
                return String.valueOf(cause.getMessage());
            }
        }
        String first = String.valueOf(e.getOriginalMessage());
        if (first.startsWith("Unrecognized property")) {
            return "is not a known field";
        }
        if (first.contains("Null value for creator property") || first.contains("Missing") || first.contains("null")) {
            return "is missing";
        }
        return "is not a " + type.getRawClass().getSimpleName() + " or has a part of another type";
    }

    /// `HandedOver` → `handed-over`.
    public static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    /// The one spelling of an instant: milliseconds, three digits, `Z`.
    public static String text(Instant instant) {
        long milli = instant.toEpochMilli();
        String seconds = Instant.ofEpochSecond(Math.floorDiv(milli, 1000)).toString();
        long fraction = Math.floorMod(milli, 1000);
        return seconds.substring(0, seconds.length() - 1)
                + (fraction < 10 ? ".00" : fraction < 100 ? ".0" : ".")
                + fraction
                + "Z";
    }

    private static Instant instant(String text) {
        Optional<Instant> usual = usual(text);
        return usual.isPresent() ? usual.get() : anyInstant(text);
    }

    /// Reads the one spelling that is written; anything that is not exactly that is left to the slower
    /// reader, which also knows what is wrong with it. Every entry holds several.
    private static Optional<Instant> usual(String text) {
        if (text.length() != PATTERN.length()) {
            return Optional.empty();
        }
        for (int i = 0; i < PATTERN.length(); i++) {
            char wanted = PATTERN.charAt(i);
            char c = text.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return Optional.empty();
            }
        }
        int hour = number(text, 11, 13);
        int second = number(text, 17, 19);
        if (hour > 23 || second > 59) {
            return Optional.empty();
        }
        LocalDateTime time = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                hour,
                number(text, 14, 16),
                second,
                1_000_000 * number(text, 20, 23));
        return Optional.of(time.toInstant(ZoneOffset.UTC));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static Instant anyInstant(String text) {
        if (!text.endsWith("Z")) {
            throw new IllegalArgumentException("a time is written in UTC with a Z at the end, not \"" + text + "\"");
        }
        Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
        if (text.indexOf('-') != 4) {
            throw new IllegalArgumentException("a year has four digits, not as in \"" + text + "\"");
        }
        return instant;
    }

    /// So thrown, it comes out with the path to where it stood.
    static DatabindException unreadable(JsonParser in, RuntimeException why) {
        return DatabindException.from(in, String.valueOf(why.getMessage()), why);
    }

    /// Whatever is not optional must be there, in records within records too: a number that is left out
    /// is not 0.
    private static final class Required extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return !Optional.class.isAssignableFrom(member.getRawType());
        }
    }

    private static SimpleModule spellings() {
        SimpleModule module = new SimpleModule("muster");
        spell(module, Id.class, Id::text, Id::new);
        spell(module, StreamId.class, StreamId::text, StreamId::new);
        spell(module, Lane.class, Lane::name, Lane::new);
        spell(module, Instant.class, Wire::text, Wire::instant);
        spell(module, Duration.class, Duration::toString, Duration::parse);
        module.addKeyDeserializer(Id.class, new tools.jackson.databind.KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                try {
                    return new Id(key);
                } catch (IllegalArgumentException e) {
                    throw unreadable(context.getParser(), e);
                }
            }
        });
        module.setSerializerModifier(new KebabEnums.Writing());
        module.setDeserializerModifier(new KebabEnums.Reading());
        return module;
    }

    private static <T> void spell(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(write.apply(value));
            }
        });
        module.addKeySerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeName(write.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                if (in.currentToken() != JsonToken.VALUE_STRING) {
                    throw unreadable(in, new IllegalArgumentException("is not a text"));
                }
                try {
                    return read.apply(in.getString());
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw unreadable(in, e);
                }
            }
        });
    }
}
