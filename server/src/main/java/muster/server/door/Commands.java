package muster.server.door;

import java.util.Set;
import muster.kernel.Catalogue;
import muster.kernel.Command;
import muster.kernel.KernelCommand;
import muster.kernel.Scope;
import muster.kernel.Shape;

/// Which commands can be given over the network: all, but those that only Muster itself gives.
final class Commands {
    private static final Set<Class<?>> OWN =
            Set.of(KernelCommand.Begin.class, KernelCommand.Settle.class, KernelCommand.NoteClock.class);

    private Commands() {}

    static boolean isOpen(Shape<? extends Command> shape) {
        return !OWN.contains(shape.type());
    }

    /// The command of that wire name in the stream visited; turned away if there is none.
    static Shape<? extends Command> named(Catalogue catalogue, Visit visit, String name) {
        Scope scope = visit.published().fold().scope();
        return catalogue
                .command(scope, name)
                .filter(Commands::isOpen)
                .orElseThrow(() ->
                        new TurnedAway(Problem.of(404, "unknown-command", "There is no command of that name here.")));
    }
}
