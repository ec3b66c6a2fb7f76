package muster.server.drill;

import java.util.List;
import java.util.Map;
import muster.kernel.Command;
import muster.kernel.Id;

/// What somebody on the host does before a drill. A refusal is an [DeskProblem] with words for people.
public interface Backstage {
    /// Gives a command to the organisation as the operator.
    void give(Command command);

    /// The bearer token of a session.
    String token(Id session);

    /// The handles of everybody who is active, each with their id.
    Map<String, Id> people();

    /// The versions of the charters that are in force: one, or none.
    List<String> charterInForce();
}
