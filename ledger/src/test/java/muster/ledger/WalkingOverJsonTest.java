package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import muster.kernel.CanonicalJson;
import muster.kernel.Header;
import muster.kernel.Malformed;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WalkingOverJsonTest {
    @TempDir
    private java.nio.file.Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return values(3);
    }

    private static Arbitrary<JsonNode> values(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars('"', '\\', '{', '}', '[', ']', ',', ':', 'a', 'é', '\n', '€')
                        .ofMaxLength(8)
                        .map(nodes::stringNode),
                Arbitraries.longs().between(-(1L << 53), 1L << 53).map(nodes::numberNode),
                Arbitraries.of(nodes.booleanNode(true), nodes.booleanNode(false), nodes.nullNode()));
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<List<JsonNode>> some = values(depth - 1).list().ofMaxSize(3);
        return Arbitraries.oneOf(
                scalars,
                some.map(all -> {
                    var array = nodes.arrayNode();
                    all.forEach(array::add);
                    return array;
                }),
                some.map(all -> {
                    ObjectNode object = nodes.objectNode();
                    all.forEach(each -> object.set("n\"" + object.size(), each));
                    return object;
                }));
    }

    @Property(tries = 300)
    void every_canonical_value_is_stepped_over_to_its_last_byte(@ForAll("values") JsonNode value) {
        byte[] text = CanonicalJson.bytes(value);
        JsonWalk walk = new JsonWalk("value", text);
        walk.value();
        walk.end();
        JsonWalk within = new JsonWalk(
                "array",
                CanonicalJson.bytes(
                        JsonNodeFactory.instance.arrayNode().add(value).add(7)));
        within.literal('[');
        within.value();
        within.literal(',');
        assertThat(within.number()).isEqualTo(7);
        within.literal(']');
        within.end();
    }

    @Property(tries = 300)
    void a_value_that_was_cut_is_noticed(@ForAll("values") JsonNode value) {
        byte[] text = CanonicalJson.bytes(JsonNodeFactory.instance.arrayNode().add(value));
        for (int length = 0; length < text.length; length++) {
            JsonWalk walk = new JsonWalk("value", java.util.Arrays.copyOf(text, length));
            assertThatThrownBy(() -> {
                        walk.value();
                        walk.end();
                    })
                    .isInstanceOf(Malformed.class);
        }
    }

    @Test
    void numbers_are_whole_and_written_in_one_way() {
        assertThat(new JsonWalk("n", bytes("0")).number()).isZero();
        assertThat(new JsonWalk("n", bytes("9007199254740992,")).number()).isEqualTo(1L << 53);
        for (String wrong : List.of("", "-1", "01", "x", "9007199254740993", "99999999999999999999")) {
            assertThatThrownBy(() -> new JsonWalk("n", bytes(wrong)).number())
                    .as(wrong)
                    .isInstanceOf(Malformed.class);
        }
    }

    /// Every header and body that a club ever wrote.
    private List<byte[][]> texts() throws SQLException {
        ARecord record = ARecord.of(folder.resolve("data"), 60);
        List<byte[][]> texts = new ArrayList<>();
        record.change(connection -> {
            try (var all = connection.createStatement();
                    var found = all.executeQuery("SELECT header, body FROM entry ORDER BY id")) {
                while (found.next()) {
                    texts.add(new byte[][] {found.getBytes(1), found.getBytes(2)});
                }
            }
        });
        return texts;
    }

    @Test
    void what_is_read_off_the_bytes_is_what_the_records_say() throws SQLException {
        int crossed = 0;
        for (byte[][] each : texts()) {
            Header header = Wire.read(CanonicalJson.parse(each[0]), Header.class, "header");
            HeaderText text = HeaderText.parse(each[0]);
            assertThat(new String(each[0], text.body(), HeaderText.DIGEST, StandardCharsets.US_ASCII))
                    .isEqualTo(header.body());
            assertThat(text.epoch()).isEqualTo(header.epoch());
            assertThat(text.seq()).isEqualTo(header.seq());
            assertThat(text.read()).isEqualTo(header.reads());
            assertThat(text.recorded()).isEqualTo(Wire.text(header.recordedAt()));
            assertThat(text.isOf(bytes(header.stream().text()))).isTrue();
            assertThat(text.isOf(bytes("organisation")))
                    .isEqualTo(header.stream().isOrganisation());

            BodyText body = BodyText.parse(each[1]);
            Outline outline = new Outline(each[1]);
            assertThat(outline.first()).isEqualTo(body.cause().first());
            assertThat(outline.count()).isEqualTo(body.cause().count());
            assertThat(outline.key() == null).isEqualTo(body.cause().key().isEmpty());
            assertThat(outline.crossed()).isEqualTo(body.cause().by() instanceof muster.kernel.Cause.Crossed);
            crossed += outline.crossed() ? 1 : 0;
            TreeMap<String, String> contents = new TreeMap<>();
            outline.contents()
                    .forEach(content -> contents.put(
                            outline.name(content),
                            new String(each[1], content.digest(), HeaderText.DIGEST, StandardCharsets.US_ASCII)));
            assertThat(contents).isEqualTo(body.content());
        }
        assertThat(crossed).isPositive();
    }

    @Test
    void a_header_is_accepted_in_one_form_only() throws SQLException {
        byte[] header = texts().getLast()[0];
        String text = new String(header, StandardCharsets.UTF_8);
        List<String> others = List.of(
                " " + text,
                text + "\n",
                text.replace("\"epoch\":1", "\"epoch\": 1"),
                text.replace("\"epoch\":1", "\"epoch\":1.0"),
                text.replace("\"epoch\":1", "\"epoch\":01"),
                text.replace("\"v\":1", "\"v\":1,\"more\":1"),
                text.replace("\"authority\"", "\"authoritY\""),
                text.replace(",\"v\":1", ""),
                text.replace("\"reads\":[{", "\"reads\":[{},{"),
                "");
        for (String other : others) {
            assertThat(other).isNotEqualTo(text);
            assertThatThrownBy(() -> HeaderText.parse(bytes(other)).read())
                    .as(other)
                    .isInstanceOf(Malformed.class);
        }
        assertThat(HeaderText.parse(header).read())
                .extracting(muster.kernel.Read::stream)
                .contains(StreamId.ORGANISATION);
    }

    @Property(tries = 300)
    void sums_of_keys_agree_if_and_only_if_the_keys_are_the_same(
            @ForAll List<@net.jqwik.api.constraints.IntRange(min = 0, max = 3) Integer> some,
            @ForAll List<@net.jqwik.api.constraints.IntRange(min = 0, max = 3) Integer> other) {
        byte[] secret = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        assertThat(sum(secret, some).agrees(sum(secret, other)))
                .isEqualTo(some.stream()
                        .sorted()
                        .toList()
                        .equals(other.stream().sorted().toList()));
    }

    private static KeySum sum(byte[] secret, List<Integer> rows) {
        KeySum sum = new KeySum(secret);
        for (int row : rows) {
            byte[] key = bytes("key" + row);
            sum.add(1, key, 0, key.length, row, 1, key, 0, key.length);
        }
        return sum;
    }

    @Test
    void no_part_of_a_key_is_left_out_of_its_sum() {
        byte[] secret = new byte[KeySum.SECRET];
        byte[] text = bytes("abcd");
        KeySum one = new KeySum(secret);
        one.add(1, text, 0, 2, 3, 4, text, 2, 4);
        List<KeySum> others = new ArrayList<>();
        for (long[] row : new long[][] {
            {2, 0, 2, 3, 4, 2, 4},
            {1, 0, 1, 3, 4, 1, 4},
            {1, 0, 2, 4, 4, 2, 4},
            {1, 0, 2, 3, 5, 2, 4},
            {1, 0, 2, 3, 4, 2, 3},
            {1, 0, 2, 3, 4 + (1L << 32), 2, 4},
            {1 + (1L << 32), 0, 2, 3, 4, 2, 4}
        }) {
            KeySum sum = new KeySum(secret);
            sum.add(row[0], text, (int) row[1], (int) row[2], row[3], row[4], text, (int) row[5], (int) row[6]);
            others.add(sum);
        }
        others.add(new KeySum(secret));
        assertThat(others).noneMatch(one::agrees);
        KeySum same = new KeySum(secret);
        same.add(1, text, 0, 2, 3, 4, text, 2, 4);
        assertThat(same.agrees(one)).isTrue();
    }
}
