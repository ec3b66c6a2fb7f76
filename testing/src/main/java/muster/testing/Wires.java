package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import muster.kernel.CanonicalJson;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.Scope;
import muster.kernel.Shape;

/// Commands as they come over the network.
final class Wires {
    private Wires() {}

    /// Fails unless the command, written and read back, is the same command.
    static void roundTrip(Catalogue catalogue, Command command) {
        String name = catalogue.nameOf(command);
        Shape<? extends Command> shape = Arrays.stream(Scope.values())
                .flatMap(scope -> catalogue.command(scope, name).stream())
                .filter(each -> each.type() == command.getClass())
                .findFirst()
                .orElseThrow();
        String text = new String(CanonicalJson.bytes(shape.write(command)), StandardCharsets.UTF_8);
        assertThat(shape.read(CanonicalJson.parse(text), "command"))
                .as("%s, written as %s and read back", name, text)
                .isEqualTo(command);
    }
}
