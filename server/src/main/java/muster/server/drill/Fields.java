package muster.server.drill;

import java.util.Optional;
import muster.kernel.Wire;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a command, as a client writes them.
final class Fields {
    private Fields() {}

    /// @param pairs name, value, name, value; an empty `Optional` is left out
    static ObjectNode of(Object... pairs) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < pairs.length; i += 2) {
            String name = (String) pairs[i];
            if (pairs[i + 1] instanceof Optional<?> optional) {
                optional.ifPresent(value -> fields.set(name, Wire.tree(value)));
            } else {
                fields.set(name, Wire.tree(pairs[i + 1]));
            }
        }
        return fields;
    }
}
