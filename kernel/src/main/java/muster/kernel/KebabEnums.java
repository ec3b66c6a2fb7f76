package muster.kernel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/// Enums on the wire: `SECOND_HAND` is `second-hand`, and an unknown word is answered with the known ones.
final class KebabEnums {
    private KebabEnums() {}

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static final class Writing extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifyEnumSerializer(
                SerializationConfig config, JavaType type, BeanDescription.Supplier bean, ValueSerializer<?> usual) {
            return new StdSerializer<Enum<?>>(Enum.class) {
                @Override
                public void serialize(Enum<?> value, JsonGenerator out, SerializationContext context) {
                    out.writeString(word(value));
                }
            };
        }
    }

    static final class Reading extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier bean,
                ValueDeserializer<?> usual) {
            Map<String, Object> words = new LinkedHashMap<>();
            Arrays.stream(type.getRawClass().getEnumConstants()).forEach(each -> words.put(word((Enum<?>) each), each));
            return new StdDeserializer<Object>(type.getRawClass()) {
                @Override
                public Object deserialize(JsonParser in, DeserializationContext context) {
                    Object constant = in.currentToken() == JsonToken.VALUE_STRING ? words.get(in.getString()) : null;
                    if (constant == null) {
                        throw Wire.unreadable(
                                in, new IllegalArgumentException("is none of " + String.join(", ", words.keySet())));
                    }
                    return constant;
                }
            };
        }
    }
}
