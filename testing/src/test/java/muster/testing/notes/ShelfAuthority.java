package muster.testing.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Actor;
import muster.kernel.Authority;
import muster.kernel.Clearance;
import muster.kernel.HeldSeat;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Standing;

/// Who was admitted to the shelf may write in every notebook, with the rights given there.
public final class ShelfAuthority implements Authority {
    @Override
    public Standing standing(Actor.Responder actor, Readings readings, Instant recordedAt) {
        return readings.stateOf(Shelf.KEY)
                .writers()
                .find(actor.person())
                .map(writer -> new Standing(
                        true,
                        writer.human(),
                        writer.roles().stream()
                                .map(role -> new HeldSeat(role, Optional.empty(), Optional.empty()))
                                .toList(),
                        Set.copyOf(writer.rights()),
                        "1@toy"))
                .orElse(Standing.STRANGER);
    }

    @Override
    public List<Id> withRight(String right, Readings readings, Instant recordedAt) {
        return readings.stateOf(Shelf.KEY).writers().stream()
                .filter(writer -> writer.rights().contains(right))
                .map(Shelf.Writer::id)
                .toList();
    }

    @Override
    public List<Id> inRole(String role, Readings readings, Instant recordedAt) {
        return readings.stateOf(Shelf.KEY).writers().stream()
                .filter(writer -> writer.roles().contains(role))
                .map(Shelf.Writer::id)
                .toList();
    }

    @Override
    public Clearance clearance(Actor.Responder actor, Readings readings, Instant recordedAt) {
        return readings.stateOf(Shelf.KEY).writers().has(actor.person()) ? Clearance.GENERAL : Clearance.NONE;
    }
}
