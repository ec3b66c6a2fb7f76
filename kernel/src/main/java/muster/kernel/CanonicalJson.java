package muster.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One text for one JSON value (RFC 8785), and a reader that accepts nothing ambiguous.
///
/// Hashes are taken over these bytes, so two values that mean the same must not have two texts and no text may
/// mean two things. Whatever [#parse(String)] returns can be written again, and writing it twice gives the same
/// bytes. Everything refused is an [IllegalArgumentException] with a sentence that names the reason.
public final class CanonicalJson {

    /// How deeply arrays and objects may nest, in reading and in writing.
    public static final int MAX_DEPTH = 64;

    /// Beyond this a double no longer tells neighbouring integers apart.
    private static final long LARGEST_EXACT = 1L << 53;

    /// Below this some doubles have a one-digit decimal although Java prints two digits.
    private static final double ONE_DIGIT_IS_ENOUGH = 1e-321;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private static final JsonFactory READER = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private CanonicalJson() {}

    /// The canonical UTF-8 bytes of a value.
    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /// The canonical text of a value. Integers beyond ±2^53 are refused because readers of JSON would round them:
    /// such numbers travel as strings.
    public static String text(JsonNode value) {
        var out = new StringBuilder(1024);
        write(out, value, 0);
        return out.toString();
    }

    /// Reads UTF-8 bytes, see [#parse(String)]; malformed UTF-8 is refused instead of repaired.
    public static JsonNode parse(byte[] json) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The JSON is not valid UTF-8.", e);
        }
    }

    /// Reads exactly one JSON value. Refuses a name that occurs twice in an object, anything after the value,
    /// nesting deeper than [#MAX_DEPTH], lone surrogates, and numbers that a double cannot hold without losing
    /// digits of an integer.
    public static JsonNode parse(String json) {
        try (JsonParser parser = READER.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("The JSON is empty.");
            }
            JsonNode value = read(parser, first);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("Something follows the end of the JSON value.");
            }
            return value;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is not acceptable JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode read(JsonParser parser, JsonToken token) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (token) {
            case START_OBJECT -> readObject(parser, nodes.objectNode());
            case START_ARRAY -> readArray(parser, nodes.arrayNode());
            case VALUE_STRING -> nodes.stringNode(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT -> readInteger(parser, nodes);
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(finite(parser.getDoubleValue()));
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            case VALUE_NULL -> nodes.nullNode();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalArgumentException("A JSON value was expected.");
        };
    }

    private static JsonNode readObject(JsonParser parser, ObjectNode object) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(parser.currentName());
            if (object.has(name)) {
                throw new IllegalArgumentException("The name \"" + name + "\" occurs twice in one object.");
            }
            object.set(name, read(parser, parser.nextToken()));
        }
        return object;
    }

    private static JsonNode readArray(JsonParser parser, ArrayNode array) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(read(parser, token));
        }
        return array;
    }

    /// A large integer is accepted only where it is how a double is written (2e20 is written with all its zeros),
    /// and then it stays a double: otherwise what [#text] wrote could not be read back.
    private static JsonNode readInteger(JsonParser parser, JsonNodeFactory nodes) {
        BigInteger exact = parser.getBigIntegerValue();
        if (isExact(exact)) {
            long value = exact.longValue();
            return value == (int) value ? nodes.numberNode((int) value) : nodes.numberNode(value);
        }
        double rounded = finite(exact.doubleValue());
        var written = new StringBuilder(24);
        writeNumber(written, rounded);
        if (!exact.toString().contentEquals(written)) {
            throw new IllegalArgumentException(tooLarge(exact));
        }
        return nodes.numberNode(rounded);
    }

    private static void write(StringBuilder out, JsonNode value, int depth) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(out, value, deeper(depth));
            case ARRAY -> writeArray(out, value, deeper(depth));
            case STRING -> writeString(out, value.stringValue());
            case NUMBER -> writeNumber(out, value);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException("A " + value.getNodeType() + " node has no canonical JSON text.");
        }
    }

    private static int deeper(int depth) {
        if (depth >= MAX_DEPTH) {
            throw new IllegalArgumentException("The value nests deeper than " + MAX_DEPTH + " levels.");
        }
        return depth + 1;
    }

    private static void writeObject(StringBuilder out, JsonNode object, int depth) {
        String[] names = new String[object.size()];
        int next = 0;
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            names[next++] = property.getKey();
        }
        // String.compareTo compares UTF-16 code units, which is the order that RFC 8785 asks for
        Arrays.sort(names);
        char separator = '{';
        for (String name : names) {
            out.append(separator);
            separator = ',';
            writeString(out, name);
            out.append(':');
            write(out, object.path(name), depth);
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void writeArray(StringBuilder out, JsonNode array, int depth) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(out, array.path(i), depth);
        }
        out.append(']');
    }

    private static void writeString(StringBuilder out, String text) {
        wellFormed(text);
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') {
                continue;
            }
            out.append(text, plainFrom, i).append('\\');
            switch (c) {
                case '"', '\\' -> out.append(c);
                case '\b' -> out.append('b');
                case '\t' -> out.append('t');
                case '\n' -> out.append('n');
                case '\f' -> out.append('f');
                case '\r' -> out.append('r');
                default -> out.append("u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
            }
            plainFrom = i + 1;
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    private static void writeNumber(StringBuilder out, JsonNode number) {
        switch (number.numberType()) {
            case INT -> out.append(number.intValue());
            case LONG, BIG_INTEGER -> {
                BigInteger exact = number.bigIntegerValue();
                if (!isExact(exact)) {
                    throw new IllegalArgumentException(tooLarge(exact));
                }
                out.append(exact.longValue());
            }
            case FLOAT, DOUBLE -> writeNumber(out, number.doubleValue());
            case BIG_DECIMAL -> {
                BigDecimal exact = number.decimalValue();
                double rounded = finite(exact.doubleValue());
                if (exact.compareTo(BigDecimal.valueOf(rounded)) != 0) {
                    throw new IllegalArgumentException("The decimal " + exact + " would lose digits as JSON.");
                }
                writeNumber(out, rounded);
            }
        }
    }

    /// Writes a double the way ECMAScript does: the shortest digits that read back to it, plain from 1e-6 up to
    /// 1e21.
    private static void writeNumber(StringBuilder out, double value) {
        finite(value);
        long whole = (long) value;
        if (whole == value && Math.abs(whole) <= LARGEST_EXACT) {
            out.append(whole);
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        String java = shortest(Math.abs(value));
        int exponentAt = java.indexOf('E');
        int pointAt = java.indexOf('.');
        String digits = java.substring(0, pointAt)
                .concat(java.substring(pointAt + 1, exponentAt < 0 ? java.length() : exponentAt));
        int from = 0;
        while (digits.charAt(from) == '0') {
            from++;
        }
        int to = digits.length();
        while (digits.charAt(to - 1) == '0') {
            to--;
        }
        int exponent = exponentAt < 0 ? 0 : Integer.parseInt(java, exponentAt + 1, java.length(), 10);
        layOut(out, digits.substring(from, to), pointAt + exponent - from);
    }

    /// Lays out the value 0.digits × 10^point.
    private static void layOut(StringBuilder out, String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= 21) {
            out.append(digits).repeat('0', point - count);
        } else if (0 < point && point <= 21) {
            out.append(digits, 0, point).append('.').append(digits, point, count);
        } else if (-6 < point && point <= 0) {
            out.append("0.").repeat('0', -point).append(digits);
        } else {
            out.append(digits.charAt(0));
            if (count > 1) {
                out.append('.').append(digits, 1, count);
            }
            out.append('e').append(point > 0 ? "+" : "").append(point - 1);
        }
    }

    /// `Double.toString` is shortest, but never shorter than two digits: the smallest double is 4.9E-324 for Java
    /// and 5e-324 for everybody else. Only a few subnormal numbers are concerned.
    private static String shortest(double magnitude) {
        String java = Double.toString(magnitude);
        if (magnitude < ONE_DIGIT_IS_ENOUGH && java.charAt(3) == 'E') {
            int rounded = (10 * (java.charAt(0) - '0') + (java.charAt(2) - '0') + 5) / 10;
            String oneDigit = rounded + ".0" + java.substring(3);
            if (Double.parseDouble(oneDigit) == magnitude) {
                return oneDigit;
            }
        }
        return java;
    }

    private static boolean isExact(BigInteger value) {
        return value.bitLength() <= 54 && Math.abs(value.longValue()) <= LARGEST_EXACT;
    }

    private static String tooLarge(BigInteger value) {
        return "The integer " + value + " is beyond 2^53 and would be rounded as JSON; write it as a string.";
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("NaN and infinite numbers have no JSON text.");
        }
        return value;
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lone = Character.isHighSurrogate(c)
                    ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
            if (lone) {
                throw new IllegalArgumentException("The text contains a lone surrogate at position " + i + ".");
            }
        }
        return text;
    }
}
