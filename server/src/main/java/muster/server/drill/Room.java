package muster.server.drill;

import java.time.Instant;
import java.util.List;
import muster.kernel.Id;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How participants reach a crisis: over the network or in process. Whatever a room cannot do at all, such as
/// reach its server, is an [DeskProblem] with words for people. Used by one thread.
public interface Room extends AutoCloseable {
    /// Opens the crisis by a command in the organisation, and waits until it has begun.
    ///
    /// @param crisis the id that the command gives it
    Reply open(Badge by, String command, ObjectNode fields, Id crisis);

    /// Gives a command in the crisis.
    ///
    /// @param key the same key is the same request
    Reply act(Badge by, String command, ObjectNode fields, String key);

    /// The cards of a view as this participant sees them now.
    Cards cards(Badge by, String view);

    /// @param seq the last entry that they are true at
    record Cards(long seq, List<JsonNode> cards) {}

    /// Whatever is due at the present crisis time is recorded when this returns, and is seen by whoever looks
    /// then.
    void ring(Badge by);

    /// Every entry of the crisis that this participant may see, in order.
    List<Happened> history(Badge by);

    /// Real time.
    Instant now();

    @Override
    void close();
}
