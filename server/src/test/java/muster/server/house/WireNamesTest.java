package muster.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import muster.kernel.Catalogue;
import muster.kernel.Event;
import muster.kernel.Scope;
import muster.kernel.Shape;
import muster.server.Features;
import muster.testing.Golden;
import org.junit.jupiter.api.Test;

/// History is for ever: a name or a field of an event that is in a record somewhere can never go, and a new
/// one must be optional. A difference here is a promise about to be changed.
class WireNamesTest {
    private static final Catalogue CATALOGUE = Features.catalogue();

    @Test
    void commands_and_events_are_written_as_they_always_were() {
        StringBuilder names = new StringBuilder();
        for (Scope scope : List.of(Scope.ORGANISATION, Scope.CRISIS)) {
            names.append(scope).append('\n');
            CATALOGUE
                    .commands(scope)
                    .values()
                    .forEach(shape -> names.append("  command ").append(line(shape)));
            CATALOGUE
                    .events(scope)
                    .values()
                    .forEach(shape -> names.append("  event   ").append(line(shape)));
        }
        Golden.check("wire-names.txt", names.toString());
    }

    private static String line(Shape<?> shape) {
        String fields = shape.fields().stream()
                .map(field -> field.name()
                        + (field.optional() ? "?" : "")
                        + ": "
                        + (field.content() ? "content " : "")
                        + field.type().toCanonical().replaceAll("[a-z]+\\.(?:[a-z]+\\.)*", ""))
                .collect(Collectors.joining(", "));
        boolean authority = Event.AuthorityBearing.class.isAssignableFrom(shape.type());
        return shape.name() + "(" + fields + ")" + (authority ? " authority" : "") + "\n";
    }

    @Test
    void no_event_holds_a_set_or_hidden_content() {
        for (Scope scope : List.of(Scope.ORGANISATION, Scope.CRISIS)) {
            for (Shape<? extends Event> shape : CATALOGUE.events(scope).values()) {
                for (Shape.Field field : shape.fields()) {
                    assertThat(field.type().toCanonical())
                            .as(
                                    "%s.%s: a set has no order, and content inside a value cannot be withheld",
                                    shape.name(), field.name())
                            .doesNotContain("java.util.Set")
                            .doesNotContain("muster.kernel.Content");
                }
            }
        }
    }
}
