package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import muster.kernel.Catalogue;
import muster.kernel.Scope;
import muster.server.Features;
import muster.testing.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescribingTheInterfaceTest {
    private final Catalogue catalogue = Features.catalogue();
    private final JsonNode document = OpenApi.document(catalogue);

    /// One line for each path and each component, so that a difference reads as what it is.
    @Test
    void the_description_is_the_one_that_was_looked_at() {
        StringBuilder lines = new StringBuilder();
        list(lines, document.path("paths"));
        document.path("components").forEach(kind -> list(lines, kind));

        Golden.check("openapi.txt", lines.toString());
    }

    private static void list(StringBuilder lines, JsonNode named) {
        named.properties()
                .forEach(each -> lines.append(each.getKey())
                        .append(' ')
                        .append(each.getValue())
                        .append('\n'));
    }

    @Test
    void every_command_has_one_operation_in_each_scope_it_belongs_to() {
        for (String name : catalogue.commands(Scope.CRISIS).keySet()) {
            boolean open = !List.of("kernel.begin", "kernel.settle", "kernel.note-clock")
                    .contains(name);
            assertThat(document.path("paths").has("/api/crises/{crisis}/commands/" + name))
                    .as(name)
                    .isEqualTo(open);
        }
        for (String name : List.of("people.add", "charter.propose", "crises.open")) {
            assertThat(document.path("paths").has("/api/organisation/commands/" + name))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void operations_have_names_of_their_own() {
        List<String> names = document.findValuesAsString("operationId");

        assertThat(new TreeSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>(document.findValuesAsString("$ref"));

        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void a_schema_says_what_a_command_needs() {
        JsonNode offer = document.at("/components/schemas").path("tasks.offer");

        assertThat(offer.path("required").valueStream().map(JsonNode::asString))
                .contains("title", "to", "risk")
                .doesNotContain("due", "task");
        assertThat(offer.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(offer.at("/properties/due/format").asString()).isEqualTo("date-time");
        assertThat(offer.at("/properties/dependsOn/items/$ref").asString()).isEqualTo("#/components/schemas/Id");
        assertThat(document.at("/components/schemas/tasks.Risk/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("critical", "low");
    }
}
