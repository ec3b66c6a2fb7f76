package muster.charter;

import java.util.List;
import java.util.stream.Stream;
import muster.kernel.Id;

/// An office in a crisis: who holds it, who stands in, and what it may do.
///
/// @param name on the wire and in seats: `general-counsel`
/// @param title for people: `General Counsel`
/// @param function the part of the organisation it speaks for: `legal`
/// @param holders whose office it is, the first one first
/// @param deputies who may take a holder's place, in the order in which they are asked
/// @param rights the commands it may give, `tasks.hand-over`; `tasks.*` and `*` stand for all of a kind
/// @param organisation whether it speaks in the organisation's own affairs as well as in crises
public record Role(
        String name,
        String title,
        String function,
        List<Id> holders,
        List<Id> deputies,
        List<String> rights,
        boolean organisation) {
    public Role {
        holders = List.copyOf(holders);
        deputies = List.copyOf(deputies);
        rights = List.copyOf(rights);
    }

    public boolean has(String right) {
        return Rights.cover(rights, right);
    }

    /// Holders, then deputies.
    public Stream<Id> people() {
        return Stream.concat(holders.stream(), deputies.stream()).distinct();
    }
}
