package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadingValuesTest {
    private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

    enum Grade {
        GOOD,
        VERY_GOOD
    }

    record Inner(String title, Optional<String> note, int count) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle")})
    sealed interface Form {}

    record Circle(int radius) implements Form {}

    record Everything(
            String text,
            Id id,
            Ref ref,
            Grade grade,
            Instant at,
            Duration within,
            boolean flag,
            int number,
            long big,
            Optional<Instant> until,
            List<String> list,
            Map<String, Id> map,
            Map<Id, Integer> byId,
            List<Inner> inners,
            Form form)
            implements Command {}

    private static final Shape<Everything> SHAPE = new Shape<>(Everything.class, "toy.everything");

    private static final Everything FULL = new Everything(
            "text",
            new Id(ID),
            Ref.to("tasks", new Id(ID)).at("digest"),
            Grade.VERY_GOOD,
            Instant.parse("2026-11-23T14:23:51.402Z"),
            Duration.ofMinutes(90),
            true,
            -3,
            1L << 40,
            Optional.of(Instant.parse("2026-11-23T14:00:00Z")),
            List.of("a", "b"),
            Map.of("key", new Id(ID)),
            Map.of(new Id(ID), 7),
            List.of(new Inner("title", Optional.empty(), 0), new Inner("title", Optional.of("note"), 1)),
            new Circle(2));

    private static final String JSON = """
            {"text":"text","id":"AAAAAAAAAAAAAAAAAAAAAA","ref":{"feature":"tasks","id":"AAAAAAAAAAAAAAAAAAAAAA",\
            "digest":"digest"},"grade":"very-good","at":"2026-11-23T14:23:51.402Z","within":"PT1H30M","flag":true,\
            "number":-3,"big":1099511627776,"until":"2026-11-23T14:00:00.000Z","list":["a","b"],\
            "map":{"key":"AAAAAAAAAAAAAAAAAAAAAA"},"byId":{"AAAAAAAAAAAAAAAAAAAAAA":7},\
            "inners":[{"title":"title","count":0},{"title":"title","note":"note","count":1}],\
            "form":{"kind":"circle","radius":2}}""";

    private static Everything read(String json) {
        JsonNode node = Wire.mapper().readTree(json);
        return SHAPE.read(node, "command");
    }

    @Test
    void every_value_has_one_spelling() {
        assertThat(SHAPE.write(FULL)).isEqualTo(Wire.mapper().readTree(JSON));
        assertThat(read(JSON)).isEqualTo(FULL);
    }

    @Test
    void what_is_optional_may_be_left_out_or_null() {
        String until = "\"until\":\"2026-11-23T14:00:00.000Z\"";
        assertThat(read(JSON.replace(until + ",", "")).until()).isEmpty();
        assertThat(read(JSON.replace(until, "\"until\":null")).until()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is there | what comes instead | where it is wrong
                "\"text\":\"text\", | `` | command.text",
                "\"text\":\"text\" | \"text\":null | command.text",
                "\"text\":\"text\" | \"text\":5 | command.text",
                "\"text\":\"text\" | \"text\":true | command.text",
                "\"text\":\"text\" | \"text\":[\"text\"] | command.text",
                "\"text\":\"text\" | \"text\":{} | command.text",
                "\"text\":\"text\" | \"text\":\"text\",\"texts\":1 | command.texts",
                "\"number\":-3 | \"number\":\"-3\" | command.number",
                "\"number\":-3 | \"number\":1.5 | command.number",
                "\"number\":-3 | \"number\":1.0 | command.number",
                "\"number\":-3 | \"number\":true | command.number",
                "\"number\":-3 | \"number\":3000000000 | command.number",
                "\"number\":-3, | `` | command.number",
                "\"big\":1099511627776 | \"big\":1e30 | command.big",
                "\"big\":1099511627776 | \"big\":99999999999999999999 | command.big",
                "\"flag\":true | \"flag\":\"true\" | command.flag",
                "\"flag\":true | \"flag\":1 | command.flag",
                "\"flag\":true, | `` | command.flag",
                "\"grade\":\"very-good\" | \"grade\":\"VERY_GOOD\" | command.grade",
                "\"grade\":\"very-good\" | \"grade\":\"bad\" | command.grade",
                "\"grade\":\"very-good\" | \"grade\":1 | command.grade",
                "\"grade\":\"very-good\" | \"grade\":\"\" | command.grade",
                "\"id\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"ref\" | \"id\":\"short\",\"ref\" | command.id",
                "\"id\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"ref\" | \"id\":7,\"ref\" | command.id",
                "\"id\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"ref\" | \"id\":[\"AAAAAAAAAAAAAAAAAAAAAA\"],\"ref\" | command.id",
                "\"feature\":\"tasks\", | `` | command.ref.feature",
                "\"feature\":\"tasks\" | \"feature\":null | command.ref.feature",
                "\"feature\":\"tasks\" | \"feature\":\"tasks\",\"more\":1 | command.ref.more",
                "\"at\":\"2026-11-23T14:23:51.402Z\" | \"at\":\"2026-11-23T14:23:51.402+01:00\" | command.at",
                "\"at\":\"2026-11-23T14:23:51.402Z\" | \"at\":\"yesterday\" | command.at",
                "\"at\":\"2026-11-23T14:23:51.402Z\" | \"at\":1795443831 | command.at",
                "\"at\":\"2026-11-23T14:23:51.402Z\" | \"at\":\"2026-13-23T14:23:51Z\" | command.at",
                "\"at\":\"2026-11-23T14:23:51.402Z\" | \"at\":\"+999999999-12-31T23:59:59Z\" | command.at",
                "\"at\":\"2026-11-23T14:23:51.402Z\" | \"at\":\"-0044-03-15T12:00:00Z\" | command.at",
                "\"within\":\"PT1H30M\" | \"within\":\"90 minutes\" | command.within",
                "\"within\":\"PT1H30M\" | \"within\":90 | command.within",
                "\"until\":\"2026-11-23T14:00:00.000Z\" | \"until\":\"later\" | command.until",
                "\"list\":[\"a\",\"b\"] | \"list\":\"a\" | command.list",
                "\"list\":[\"a\",\"b\"] | \"list\":[\"a\",1] | command.list[1]",
                "\"list\":[\"a\",\"b\"] | \"list\":[\"a\",null] | command.list[1]",
                "\"list\":[\"a\",\"b\"], | `` | command.list",
                "\"map\":{\"key\":\"AAAAAAAAAAAAAAAAAAAAAA\"} | \"map\":{\"key\":\"short\"} | command.map.key",
                "\"map\":{\"key\":\"AAAAAAAAAAAAAAAAAAAAAA\"} | \"map\":{\"key\":null} | command.map.key",
                "\"byId\":{\"AAAAAAAAAAAAAAAAAAAAAA\":7} | \"byId\":{\"short\":7} | command.byId",
                "\"note\":\"note\" | \"note\":5 | command.inners[1].note",
                "{\"title\":\"title\",\"count\":0} | null | command.inners[0]",
                "{\"title\":\"title\",\"count\":0} | {\"title\":\"title\"} | command.inners[0].count",
                "{\"title\":\"title\",\"count\":0} | {\"count\":0} | command.inners[0].title",
                "{\"title\":\"title\",\"count\":0} | {\"title\":\"t\",\"count\":0,\"x\":1} | command.inners[0].x",
                "\"kind\":\"circle\" | \"kind\":\"square\" | command.form",
                "\"kind\":\"circle\", | `` | command.form",
                "\"radius\":2 | \"radius\":\"2\" | command.form.radius"
            })
    void what_is_wrong_is_named(String there, String instead, String where) {
        String json = JSON.replace(there, instead);
        assertThat(json).isNotEqualTo(JSON);
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(Malformed.class, malformed -> {
            assertThat(malformed.field()).isEqualTo(where);
            assertThat(malformed).hasMessageStartingWith(where + ": ");
            assertThat(malformed.getMessage()).doesNotContain("jackson", "Exception", "muster.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "7"})
    void what_is_not_an_object_is_no_command(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(malformed.field()).isEqualTo("command"));
    }

    @Test
    void a_field_that_comes_twice_is_refused_when_the_text_is_read() {
        String twice = JSON.replace("\"number\":-3", "\"number\":-3,\"number\":-3");
        assertThatThrownBy(() -> Wire.mapper().readTree(twice)).hasMessageContaining("number");
        assertThatThrownBy(() -> CanonicalJson.parse(twice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_word_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> read(JSON.replace("very-good", "bad"))).hasMessageContaining("good, very-good");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T14:23:51Z,           2026-11-23T14:23:51.000Z",
        "2026-11-23T14:23:51.4Z,         2026-11-23T14:23:51.400Z",
        "2026-11-23T14:23:51.040Z,       2026-11-23T14:23:51.040Z",
        "2026-11-23T14:23:51.004Z,       2026-11-23T14:23:51.004Z",
        "2026-11-23T14:23:51.402999999Z, 2026-11-23T14:23:51.402Z",
        "1969-12-31T23:59:59.999Z,       1969-12-31T23:59:59.999Z",
        "0000-01-01T00:00:00Z,           0000-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z,       9999-12-31T23:59:59.999Z"
    })
    void instants_have_milliseconds(String given, String kept) {
        JsonNode node = Wire.tree(given);
        assertThat(Wire.text(Wire.read(node, Instant.class, "at"))).isEqualTo(kept);
    }
}
