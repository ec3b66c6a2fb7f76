package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// The published RFC 8785 vectors, and what must never become part of a hash.
class CanonicalJsonTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static String again(String json) {
        return CanonicalJson.text(CanonicalJson.parse(json));
    }

    @Test
    void names_are_sorted_at_every_level_and_space_is_dropped() {
        assertThat(again("[ 56,\n { \"d\": true, \"10\": null, \"1\": [ ] } ]"))
                .isEqualTo("[56,{\"1\":[],\"10\":null,\"d\":true}]");
        assertThat(again("""
            {"1": {"f": {"f": "hi","F": 5} ,"\\n": 56.0}, "10": { }, "": "empty", "a": { },
             "111": [ {"e": "yes","E": "no" } ], "A": { }}\
            """))
                .isEqualTo("{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                        + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}");
    }

    @Test
    void names_are_sorted_by_code_unit_whatever_the_language() {
        assertThat(again("{\"peach\":\"1\",\"péché\":\"2\",\"pêche\":\"3\",\"sin\":\"4\"}"))
                .isEqualTo("{\"peach\":\"1\",\"péché\":\"2\",\"pêche\":\"3\",\"sin\":\"4\"}");
        // U+1F600 starts with the code unit D83D and so precedes U+FB33, although its code point is larger
        assertThat(again("{\"\\ufb33\":1,\"\\ud83d\\ude00\":2,\"\\u20ac\":3,\"\\r\":4,\"1\":5,\"\\u0080\":6,\"ö\":7}"))
                .isEqualTo("{\"\\r\":4,\"1\":5,\"\u0080\":6,\"ö\":7,\"€\":3,\"😀\":2,\"\ufb33\":1}");
    }

    @Test
    void only_quotes_backslashes_and_controls_are_escaped() {
        String text = "€$\u000f\nA'B\"\\\\\"/\b\t\f\r\u0000\u001f\u007f\u2028ſ";
        assertThat(CanonicalJson.text(NODES.stringNode(text)))
                .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\t\\f\\r\\u0000\\u001f\u007f\u2028ſ\"");
    }

    @Test
    void bytes_are_the_text_in_utf_8() {
        assertThat(CanonicalJson.bytes(CanonicalJson.parse("[ \"€\" ]")))
                .isEqualTo(HexFormat.of().parseHex("5b22e282ac225d"));
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "0000000000000002, 1e-323",
        "000000000000000a, 5e-323",
        "000000000000000c, 6e-323",
        "0000000000000003, 1.5e-323",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2",
        "c46696695dbd1cc3, -3.3333333333333335e+21",
        "001000000000033e, 2.2250738585076115e-308",
        "001000000000033f, 2.225073858507612e-308"
    })
    void a_double_is_written_as_ecmascript_writes_it(String bits, String text) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.text(NODES.numberNode(value))).isEqualTo(text);
    }

    @Test
    void any_double_reads_back_as_itself_and_is_written_the_same_again() {
        var random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            double value = i < 500 ? i * Double.MIN_VALUE : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = CanonicalJson.text(NODES.numberNode(value));
                assertThat(Double.parseDouble(text)).isEqualTo(value + 0.0);
                assertThat(again(text)).isEqualTo(text);
            }
        }
    }

    @Test
    void integers_up_to_2_to_the_53_are_exact_and_larger_ones_are_refused() {
        assertThat(CanonicalJson.text(NODES.numberNode(9007199254740992L))).isEqualTo("9007199254740992");
        assertThat(CanonicalJson.text(NODES.numberNode(-9007199254740992L))).isEqualTo("-9007199254740992");
        assertThat(CanonicalJson.text(NODES.numberNode(BigInteger.TEN))).isEqualTo("10");
        refusesToWrite(NODES.numberNode(9007199254740993L), "beyond 2^53");
        refusesToWrite(NODES.numberNode(Long.MIN_VALUE), "beyond 2^53");
        refusesToWrite(NODES.numberNode(BigInteger.ONE.shiftLeft(80)), "beyond 2^53");
        refusesToRead("9007199254740993", "beyond 2^53");
        refusesToRead("18446744073709551616", "beyond 2^53");
        assertThat(again("200000000000000000000")).isEqualTo("200000000000000000000");
    }

    @Test
    void a_decimal_is_written_only_if_no_digit_is_lost() {
        assertThat(CanonicalJson.text(NODES.numberNode(new BigDecimal("12.50"))))
                .isEqualTo("12.5");
        refusesToWrite(NODES.numberNode(new BigDecimal("0.12345678901234567890")), "lose digits");
    }

    @Test
    void numbers_that_are_none_are_refused() {
        refusesToWrite(NODES.numberNode(Double.NaN), "NaN");
        refusesToWrite(NODES.numberNode(Double.POSITIVE_INFINITY), "infinite");
        refusesToWrite(NODES.numberNode(Float.NEGATIVE_INFINITY), "infinite");
        refusesToRead("1e400", "infinite");
        refusesToRead("NaN", "acceptable JSON");
    }

    @Test
    void lone_surrogates_are_refused_in_values_and_in_names() {
        refusesToWrite(NODES.stringNode("\ud800"), "lone surrogate");
        refusesToWrite(NODES.stringNode("\udc00\ud800"), "lone surrogate");
        refusesToWrite(NODES.objectNode().put("x\ud83d", 1), "lone surrogate");
        refusesToRead("\"\\udead\"", "surrogate");
        refusesToRead("{\"\\udead\":1}", "surrogate");
    }

    @Test
    void what_is_not_json_has_no_text() {
        refusesToWrite(NODES.missingNode(), "MISSING");
        refusesToWrite(NODES.binaryNode(new byte[] {1}), "BINARY");
        refusesToWrite(NODES.pojoNode(new Object()), "POJO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":1}", "[{\"b\":{\"x\":1,\"y\":2,\"\\u0078\":3}}]"})
    void a_name_that_occurs_twice_is_refused(String json) {
        refusesToRead(json, "occurs twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "1 2", "[]]", "null,"})
    void nothing_may_follow_the_value(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "[1,]", "{'a':1}", "{a:1}", "01", "+1", "[1", "\"a\nb\"", "// c\n1", "\ufeff1", ".5"})
    void only_plain_json_is_read(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse(json));
    }

    @Test
    void nesting_ends_at_64_levels_in_both_directions() {
        String deepest = "[".repeat(64) + "]".repeat(64);
        assertThat(again(deepest)).isEqualTo(deepest);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse("[" + deepest + "]"));
        ArrayNode tooDeep = NODES.arrayNode().add(CanonicalJson.parse(deepest));
        refusesToWrite(tooDeep, "64 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22ff22", "22c0af22", "22eda08022", "efbbbf31", "fffe3100", "22e28222"})
    void bytes_must_be_valid_utf_8_without_a_mark(String hex) {
        byte[] json = HexFormat.of().parseHex(hex);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.parse(json));
    }

    @Test
    void bytes_and_text_read_the_same() {
        String json = "{\"b\":[1,2.5,-0,\"ü😀\"],\"a\":false}";
        assertThat(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(CanonicalJson.parse(json));
        assertThat(again(json)).isEqualTo("{\"a\":false,\"b\":[1,2.5,0,\"ü😀\"]}");
    }

    private static void refusesToWrite(JsonNode value, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.text(value))
                .withMessageContaining(because);
    }

    private static void refusesToRead(String json, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalJson.parse(json))
                .withMessageContaining(because);
    }
}
