package muster.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.kernel.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/// What `docs/formats` says of the files that people write is what is read. With `-Dgolden=write` the schemas
/// are written.
class DescribingTheFormatsTest {
    private static final Path FORMATS = Path.of("..", "docs", "formats");

    enum Format {
        CHARTER("charter", CharterFile.class, "A charter of Muster"),
        PLAYBOOK("playbook", PlaybookFile.class, "A playbook of Muster"),
        SCENARIO("scenario", ScenarioFile.class, "A scenario of Muster");

        final String name;
        final Class<? extends Record> type;
        final String title;

        Format(String name, Class<? extends Record> type, String title) {
            this.name = name;
            this.type = type;
            this.title = title;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_is_that_of_the_records(Format format) throws IOException {
        String schema = SchemaOf.file(format.type, format.title);
        Path file = FORMATS.resolve(format.name + ".schema.json");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, schema);
        }
        assertThat(file).content().isEqualTo(schema);
    }

    @ParameterizedTest
    @EnumSource
    void the_document_speaks_of_every_field(Format format) throws IOException {
        String words = Files.readString(FORMATS.resolve(format.name + ".md"));
        Set<String> fields = new TreeSet<>();
        collect(Wire.mapper().constructType(format.type), fields);
        assertThat(fields).allSatisfy(field -> assertThat(words).contains("`" + field + "`"));
    }

    private static void collect(JavaType type, Set<String> fields) {
        for (int i = 0; i < type.containedTypeCount(); i++) {
            collect(type.containedType(i), fields);
        }
        boolean mapping = type.getRawClass().isRecord() && !type.getRawClass().isAnnotationPresent(Spelled.class);
        if (mapping) {
            for (RecordComponent component : type.getRawClass().getRecordComponents()) {
                fields.add(component.getName());
                collect(Wire.mapper().constructType(component.getGenericType()), fields);
            }
        }
    }

    @Test
    void the_shipped_files_hold_to_the_schemas() throws IOException {
        Library library = Library.shipped();
        for (Format format : Format.values()) {
            JsonNode schema = Wire.mapper().readTree(SchemaOf.file(format.type, format.title));
            try (Stream<Path> files = Files.list(library.folder().resolve(format.name + "s"))) {
                List<Path> written = files.toList();
                assertThat(written).isNotEmpty();
                for (Path file : written) {
                    JsonNode tree =
                            YamlTree.parse(file.toString(), Yaml.text(file)).root();
                    assertThat(new Holding(schema).problems(tree))
                            .as("%s", file)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_schema_notices_what_the_reader_notices() {
        JsonNode schema = Wire.mapper().readTree(SchemaOf.file(CharterFile.class, ""));
        Holding holding = new Holding(schema);
        assertThat(holding.problems(tree("title: x\ncolour: red\n")))
                .contains("colour: unknown", "openerRole: missing");
        assertThat(holding.problems(tree("severities: [{name: a, title: b, updateEvery: soon}]\n")))
                .contains("severities[0].updateEvery: pattern");
        assertThat(holding.problems(tree("change: {approvals: two}\n"))).contains("change.approvals: not integer");
    }

    private static JsonNode tree(String text) {
        return YamlTree.parse("x.yaml", text).root();
    }

    /// As much of JSON Schema as our schemas use.
    private record Holding(JsonNode root) {
        List<String> problems(JsonNode value) {
            List<String> problems = new java.util.ArrayList<>();
            check(root, value, "", problems);
            return problems;
        }

        private void check(JsonNode schema, JsonNode value, String at, List<String> problems) {
            if (schema.has("$ref")) {
                String name = schema.path("$ref").asString().substring("#/$defs/".length());
                check(root.path("$defs").path(name), value, at, problems);
                return;
            }
            String type = schema.path("type").asString("string");
            if (!matches(type, value)) {
                problems.add(at + ": not " + type);
                return;
            }
            switch (type) {
                case "object" -> object(schema, value, at, problems);
                case "array" -> {
                    for (int i = 0; i < value.size(); i++) {
                        check(schema.path("items"), value.get(i), at + "[" + i + "]", problems);
                    }
                }
                default -> text(schema, value, at, problems);
            }
        }

        private static boolean matches(String type, JsonNode value) {
            return switch (type) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "integer" -> value.isIntegralNumber();
                case "number" -> value.isNumber();
                case "boolean" -> value.isBoolean();
                default -> value.isString();
            };
        }

        private void object(JsonNode schema, JsonNode value, String at, List<String> problems) {
            for (String name : value.propertyNames()) {
                JsonNode known = schema.path("properties").path(name);
                JsonNode other = schema.path("additionalProperties");
                String inner = YamlTree.inside(at, name);
                if (known.isMissingNode() && !other.isObject()) {
                    problems.add(inner + ": unknown");
                } else {
                    check(known.isMissingNode() ? other : known, value.get(name), inner, problems);
                }
            }
            schema.path("required").forEach(name -> {
                if (!value.has(name.asString())) {
                    problems.add(YamlTree.inside(at, name.asString()) + ": missing");
                }
            });
            long choices = schema.path("oneOf")
                    .valueStream()
                    .filter(choice -> value.has(choice.path("required").path(0).asString()))
                    .count();
            if (schema.has("oneOf") && choices != 1) {
                problems.add(at + ": oneOf");
            }
        }

        private static void text(JsonNode schema, JsonNode value, String at, List<String> problems) {
            Optional<String> pattern =
                    Optional.of(schema.path("pattern").asString("")).filter(text -> !text.isEmpty());
            if (pattern.filter(text -> !java.util.regex.Pattern.compile(text)
                            .matcher(value.asString())
                            .find())
                    .isPresent()) {
                problems.add(at + ": pattern");
            }
            if (schema.has("enum")
                    && schema.path("enum")
                            .valueStream()
                            .noneMatch(word -> word.asString().equals(value.asString()))) {
                problems.add(at + ": enum");
            }
        }
    }
}
