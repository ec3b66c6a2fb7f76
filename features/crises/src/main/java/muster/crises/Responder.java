package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Id;

/// Somebody who takes part, and as what.
///
/// @param roles the seats they hold
/// @param deputyFor the seats they may stand in for
/// @param functions of all those seats and of their admission
/// @param until real time at which it ends by itself; absent: it does not
public record Responder(
        Id person, List<String> roles, List<String> deputyFor, List<String> functions, Optional<Instant> until) {
    public Responder {
        roles = List.copyOf(roles);
        deputyFor = List.copyOf(deputyFor);
        functions = List.copyOf(functions);
    }

    public boolean takesPart(Instant recordedAt) {
        return until.map(recordedAt::isBefore).orElse(true);
    }
}
