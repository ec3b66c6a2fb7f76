package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Id;
import muster.kernel.View;

/// A seat and who sits in it. It waits for whom it is offered to.
///
/// @param title how the charter writes the role: `General Counsel`
/// @param since crisis time since when it is held, or vacant
/// @param standIn the deputy who took it last; over once `standInUntil`, real time, has passed
/// @param offeredTo to whom the holder wants to hand it over
public record SeatCard(
        Id id,
        String role,
        String title,
        String function,
        boolean leads,
        Optional<Id> holder,
        List<Id> deputies,
        Instant since,
        Optional<Id> standIn,
        Optional<Instant> standInUntil,
        Optional<Id> offeredTo,
        Optional<Instant> offeredAt,
        Optional<String> handoverNote)
        implements View.Card, View.Waiting {

    @Override
    public Set<Id> waitsFor() {
        return offeredTo.map(Set::of).orElse(Set.of());
    }

    static SeatCard of(Seat seat, String title, boolean leads) {
        return new SeatCard(
                seat.id(),
                seat.role(),
                title,
                seat.function(),
                leads,
                seat.holder(),
                seat.deputies(),
                seat.since(),
                seat.standIn().map(Seat.StandIn::person),
                seat.standIn().map(Seat.StandIn::until),
                seat.handover().map(Seat.Handover::to),
                seat.handover().map(Seat.Handover::at),
                seat.handover().map(each -> RoomCard.words(each.note())));
    }
}
