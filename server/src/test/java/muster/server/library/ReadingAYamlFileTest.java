package muster.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Errand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAYamlFileTest {

    record Port(int number, boolean open) {
        Port {
            if (number < 1) {
                throw new IllegalArgumentException("is not a port");
            }
        }
    }

    record House(
            String name,
            Optional<String> note,
            List<Port> ports,
            Map<String, Integer> rooms,
            Duration patience,
            Optional<Instant> since,
            Optional<Errand.Outcome> end) {}

    private static final String GOOD = """
            name: Muster   # a comment
            ports:
              - number: 8080
                open: true
              - {number: 22, open: false}
            rooms: {hall: 1, attic: 0x10}
            patience: 1h 30min
            since: 2026-03-24T08:30:00Z
            end: done
            """;

    @Test
    void a_good_file_becomes_a_record() {
        assertThat(read(GOOD))
                .isEqualTo(new House(
                        "Muster",
                        Optional.empty(),
                        List.of(new Port(8080, true), new Port(22, false)),
                        Map.of("hall", 1, "attic", 16),
                        Duration.ofMinutes(90),
                        Optional.of(Instant.parse("2026-03-24T08:30:00Z")),
                        Optional.of(Errand.Outcome.DONE)));
    }

    @Test
    void lists_and_mappings_may_be_left_out_and_aliases_are_followed() {
        House house = read("name: &n Muster\nnote: *n\npatience: PT5M\n");
        assertThat(house.note()).contains("Muster");
        assertThat(house.ports()).isEmpty();
        assertThat(house.rooms()).isEmpty();
        assertThat(house.patience()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_time_of_day_is_a_text_as_yaml_1_2_has_it() {
        assertThat(read("name: 03:14\npatience: 1s").name()).isEqualTo("03:14");
        assertThat(read("name: no\npatience: 1s").name()).isEqualTo("no");
    }

    /// One wrong thing in each: the text in the place of `<…>`'s line, where it is complained about, and in
    /// which words.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nme: x                      | 2:1  | nme              | is not a known field
            patience: soon              | 2:1  | patience         | is not a span of time
            patience: 10                | 2:1  | patience         | is not a span of time
            note: 1.82                  | 2:1  | note             | is read as a number; put quotes around it
            note: [yes                  | 3:9  |                  | this is not YAML
            note: "                     | 4:1  |                  | this is not YAML
            note:                       | 2:1  | note             | has no value
            note: [a]                   | 2:1  | note             | is a list where a text belongs
            name: y                     | 2:1  | name             | is there twice
            note: !!str x               | 2:7  | note             | tags
            note: !java.io.File x       | 2:7  | note             | tags
            <<: {note: x}               | 2:1  |                  | merge keys
            note: *nobody               | 2:7  | note             | is not known before here
            ? [a]                       | 2:3  |                  | a key is a plain text
            ports: 5                    | 2:1  | ports            | is not a list
            ports: [5]                  | 2:9  | ports[0]         | is not a mapping with the fields number, open
            ports: [{number: 1}]        | 2:9  | ports[0].open    | is missing
            ports: [{number: 0, open: true}] | 2:9 | ports[0]      | is not a port
            ports: [{number: x, open: true}] | 2:10 | ports[0].number | is not a whole number
            ports: [{number: 1.5, open: true}] | 2:10 | ports[0].number | is not a whole number
            ports: [{number: 99999999999, open: true}] | 2:10 | ports[0].number | is not a whole number
            ports: [{number: 1, open: 1}] | 2:21 | ports[0].open    | is not true or false
            rooms: [a]                  | 2:1  | rooms            | is not a mapping
            rooms: {hall: many}         | 2:9  | rooms.hall       | is not a whole number
            since: 24 March             | 2:1  | since            | a time is written in UTC
            since: 24 March Z           | 2:1  | since            | is not a time such as
            end: well                   | 2:1  | end              | is none of done, refused
            --- {}                      | 2:1  |                  | a second document
            """)
    void everything_wrong_is_placed(String line, String place, String field, String words) {
        String text = "name: x\n" + line + "\n" + (line.startsWith("patience") ? "" : "patience: 1s\n");
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(BadFile.class, e -> {
            FileProblem first = e.problems().getFirst();
            assertThat(first.line() + ":" + first.column()).isEqualTo(place);
            assertThat(first.field()).isEqualTo(field == null ? "" : field);
            assertThat(first.words()).contains(words);
            assertThat(e.getMessage()).startsWith("house.yaml:" + place + ": ");
        });
    }

    @Test
    void everything_wrong_is_said_at_once() {
        assertThatThrownBy(() -> read("ports: [{number: x, open: y}]\ncolour: red\n"))
                .isInstanceOfSatisfying(
                        BadFile.class,
                        e -> assertThat(e.problems())
                                .extracting(FileProblem::field)
                                .containsExactlyInAnyOrder(
                                        "name", "patience", "ports[0].number", "ports[0].open", "colour"));
    }

    @Test
    void an_empty_file_and_a_missing_file_are_named() {
        assertThatThrownBy(() -> read("")).isInstanceOf(BadFile.class).hasMessage("house.yaml:1:1: is empty");
        assertThatThrownBy(() -> Yaml.read(Path.of("no/such.yaml"), House.class))
                .isInstanceOf(BadFile.class)
                .hasMessage("no/such.yaml:1:1: there is no such file");
    }

    @Test
    void aliases_cannot_blow_a_small_file_up() {
        StringBuilder bomb = new StringBuilder("name: x\nrooms:\n  a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("  a%d: &a%d [%s]\n"
                    .formatted(i, i, "*a%d,".formatted(i - 1).repeat(10)));
        }
        assertThatThrownBy(() -> read(bomb.toString()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("values");
    }

    @Test
    void nesting_has_an_end() {
        assertThatThrownBy(() -> read("name: " + "[".repeat(60) + "]".repeat(60)))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("nests deeper");
    }

    private static House read(String text) {
        return Yaml.read("house.yaml", text, House.class);
    }
}
