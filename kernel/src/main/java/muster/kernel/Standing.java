package muster.kernel;

import java.util.List;
import java.util.Set;

/// What an actor is entitled to in a stream at a moment.
///
/// @param member whether the actor may know that the stream exists at all
/// @param human false for service accounts, bots and agents
/// @param seats the roles the actor may speak for now
/// @param rights what those roles may do, under the charter named by `charter`; `tasks.*` and `*` stand for
///     all of a kind
/// @param charter the version judged by, with its hash: `3@<digest>`; empty before there is one
public record Standing(boolean member, boolean human, List<HeldSeat> seats, Set<String> rights, String charter) {
    /// Nobody in particular.
    public static final Standing STRANGER = new Standing(false, false, List.of(), Set.of(), "");

    public Standing {
        seats = List.copyOf(seats);
        rights = Set.copyOf(rights);
    }

    public boolean has(String right) {
        return rights.contains(right)
                || rights.contains("*")
                || rights.contains(right.substring(0, right.indexOf('.') + 1) + "*");
    }

    public boolean holds(String role) {
        return seats.stream().anyMatch(seat -> seat.role().equals(role));
    }
}
