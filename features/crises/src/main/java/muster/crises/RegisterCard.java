package muster.crises;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.StreamKind;
import muster.kernel.View;

/// A crisis in the list of crises.
public record RegisterCard(
        Id id,
        String label,
        boolean exercise,
        String codeName,
        Id openedBy,
        Instant openedAt,
        String charter,
        Optional<Instant> closedAt)
        implements View.Card {
    static RegisterCard of(Roll.Listed crisis) {
        return new RegisterCard(
                crisis.crisis(),
                crisis.label(),
                crisis.kind() == StreamKind.EXERCISE,
                RoomCard.words(crisis.codeName()),
                crisis.openedBy(),
                crisis.openedAt(),
                crisis.charter(),
                crisis.closedAt());
    }
}
