package muster.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ShapingRecordsTest {
    private static final Id ID = new Id("AAAAAAAAAAAAAAAAAAAAAA");

    record Changed(
            Id thing,
            Optional<Instant> due,
            Content<String> title,
            Content<List<String>> labels,
            Content<Map<String, String>> texts)
            implements Event {}

    record Ask(Ref first, Optional<Ref> second, List<Ref> more, List<String> words, Optional<String> word)
            implements Command {}

    record Bounded(int number) implements Command {
        Bounded {
            if (number > 9) {
                throw new IllegalArgumentException("a number is at most 9");
            }
        }
    }

    private final Shape<Changed> shape = new Shape<>(Changed.class, "things.changed");
    private final Changed changed = new Changed(
            ID,
            Optional.empty(),
            Content.of("title"),
            Content.of(List.of("b", "a")),
            Content.of(Map.of("key", "text")));

    private static JsonNode json(String text) {
        return Wire.mapper().readTree(text);
    }

    @Test
    void what_people_wrote_is_content_and_everything_else_is_bearing() {
        assertThat(shape.bearing(changed)).isEqualTo(json("{\"thing\":\"AAAAAAAAAAAAAAAAAAAAAA\"}"));
        assertThat(shape.contents(changed))
                .isEqualTo(new TreeMap<>(Map.of(
                        "title", json("\"title\""),
                        "labels", json("[\"b\",\"a\"]"),
                        "texts", json("{\"key\":\"text\"}"))));
    }

    @Test
    void a_field_that_is_absent_and_a_content_that_is_withheld_do_not_look_alike() {
        assertThat(shape.bearing(changed).has("due")).isFalse();
        assertThat(shape.contents(changed).keySet()).containsExactly("labels", "texts", "title");
    }

    @Test
    void content_that_is_not_there_cannot_be_written() {
        Changed withheld =
                new Changed(ID, Optional.empty(), Content.absent(), Content.of(List.of()), Content.of(Map.of()));
        assertThatThrownBy(() -> shape.contents(withheld))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("things.changed.title");
    }

    @Test
    void an_event_is_read_with_what_there_is_of_its_contents() {
        TreeMap<String, Optional<JsonNode>> contents = new TreeMap<>();
        contents.put("title", Optional.of(json("\"title\"")));
        contents.put("labels", Optional.empty());

        assertThat(shape.read((ObjectNode) json("{\"thing\":\"AAAAAAAAAAAAAAAAAAAAAA\"}"), contents))
                .isEqualTo(new Changed(ID, Optional.empty(), Content.of("title"), Content.absent(), Content.absent()));
    }

    @Test
    void a_content_among_the_bearing_fields_is_not_known() {
        ObjectNode bearing = (ObjectNode) json("{\"thing\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"title\":\"shown\"}");
        Changed read = shape.read(bearing, new TreeMap<>());
        assertThat(read.title().isPresent())
                .as("what is not committed as content is no content")
                .isFalse();
    }

    @Test
    void the_fields_are_known_with_their_types() {
        assertThat(shape.name()).isEqualTo("things.changed");
        assertThat(shape.fields())
                .extracting(Shape.Field::name)
                .containsExactly("thing", "due", "title", "labels", "texts");
        assertThat(shape.fields()).extracting(Shape.Field::content).containsExactly(false, false, true, true, true);
        assertThat(shape.fields()).extracting(Shape.Field::optional).containsExactly(false, true, false, false, false);
        assertThat(shape.fields().get(1).type().getRawClass()).isEqualTo(Instant.class);
        assertThat(shape.fields().get(3).type().getRawClass()).isEqualTo(List.class);
    }

    @Test
    void every_reference_of_a_command_is_found() {
        Ref one = Ref.to("tasks", ID);
        Ref two = Ref.to("notes", ID).at("digest");
        Shape<Ask> ask = new Shape<>(Ask.class, "things.ask");

        assertThat(ask.refs(new Ask(one, Optional.of(two), List.of(two, one), List.of("w"), Optional.of("w"))))
                .containsExactly(one, two, two, one);
        assertThat(ask.refs(new Ask(one, Optional.empty(), List.of(), List.of(), Optional.empty())))
                .containsExactly(one);
    }

    @Test
    void what_a_record_itself_refuses_cannot_be_read() {
        Shape<Bounded> bounded = new Shape<>(Bounded.class, "things.bounded");
        assertThat(bounded.read(json("{\"number\":9}"), "command")).isEqualTo(new Bounded(9));
        assertThatThrownBy(() -> bounded.read(json("{\"number\":10}"), "command"))
                .isInstanceOf(Malformed.class)
                .hasMessage("command: a number is at most 9");
    }

    @Test
    void only_records_have_a_shape() {
        assertThatThrownBy(() -> new Shape<>(String.class, "things.text")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void absent_content_is_equal_to_absent_content_only() {
        assertThat(Content.absent()).isEqualTo(Content.absent()).isNotEqualTo(Content.of(""));
        assertThat(Content.of("a")).isEqualTo(Content.of("a")).isNotEqualTo(Content.of("b"));
        assertThat(Content.<String>absent().or("(withheld)")).isEqualTo("(withheld)");
        assertThat(Content.of("a").or("(withheld)")).isEqualTo("a");
    }
}
