package muster.crises;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.HeldSeat;
import muster.kernel.Id;

/// A role of the charter as it is filled in one crisis.
///
/// @param role the charter's name for it: `ciso`
/// @param function the part of the organisation it speaks for: `security`
/// @param holder who sits in it; empty: it is vacant
/// @param deputies who may stand in, in the order in which they are asked
/// @param since crisis time since when it is held, or vacant
/// @param standIn the deputy who took it last; whether that is over is a question of real time
/// @param handover to whom it is offered
/// @param digest of the entry that filled it so
public record Seat(
        Id id,
        String role,
        String function,
        Optional<Id> holder,
        List<Id> deputies,
        Instant since,
        Optional<StandIn> standIn,
        Optional<Handover> handover,
        String digest) {

    public Seat {
        deputies = List.copyOf(deputies);
    }

    /// A deputy in the seat.
    ///
    /// @param until real time at which it ends by itself
    public record StandIn(Id person, Instant until) {
        public boolean lasts(Instant recordedAt) {
            return recordedAt.isBefore(until);
        }
    }

    /// An offer that `to` has not answered yet; until then the holder holds.
    ///
    /// @param at crisis time of the offer
    public record Handover(Id to, Content<String> note, Instant at) {}

    /// The deputy who is in the seat at this real time.
    public Optional<StandIn> standIn(Instant recordedAt) {
        return standIn.filter(each -> each.lasts(recordedAt));
    }

    /// Who may speak for the role at this real time: the holder, and a deputy while he stands in. The holder
    /// is never shut out of his own seat.
    public List<Id> speakers(Instant recordedAt) {
        return Stream.concat(holder.stream(), standIn(recordedAt).map(StandIn::person).stream())
                .toList();
    }

    /// How the person may speak for the role at this real time, if at all.
    public Optional<HeldSeat> heldBy(Id person, Instant recordedAt) {
        if (isHeldBy(person)) {
            return Optional.of(new HeldSeat(role, Optional.empty(), Optional.empty()));
        }
        return standIn(recordedAt)
                .filter(each -> each.person().equals(person))
                .map(each -> new HeldSeat(role, holder, Optional.of(each.until())));
    }

    public boolean isHeldBy(Id person) {
        return holder.filter(person::equals).isPresent();
    }

    public boolean isOfferedTo(Id person) {
        return handover.filter(each -> each.to().equals(person)).isPresent();
    }

    /// The seat with this holder and these deputies. A handover under way is over; a deputy who stands in
    /// goes on doing so while still a deputy.
    Seat filled(Id by, List<Id> newDeputies, Instant at, String entry) {
        return new Seat(
                id,
                role,
                function,
                Optional.of(by),
                newDeputies,
                isHeldBy(by) ? since : at,
                standIn.filter(each -> newDeputies.contains(each.person())),
                Optional.empty(),
                entry);
    }

    /// The seat without its holder; a deputy who stands in goes on doing so.
    Seat vacated(Instant at, String entry) {
        return new Seat(id, role, function, Optional.empty(), deputies, at, standIn, Optional.empty(), entry);
    }

    Seat withStandIn(Optional<StandIn> deputy) {
        return new Seat(id, role, function, holder, deputies, since, deputy, handover, digest);
    }

    Seat withHandover(Optional<Handover> offer) {
        return new Seat(id, role, function, holder, deputies, since, standIn, offer, digest);
    }

    /// The seat after its handover: the old holder takes the new one's place among the deputies, so that it
    /// can be handed back at the end of the shift.
    Seat accepted(Instant at, String entry) {
        Id to = handover.orElseThrow(() -> new IllegalStateException(role + " was offered to nobody"))
                .to();
        List<Id> others = new ArrayList<>(deputies);
        others.remove(to);
        holder.ifPresent(others::add);
        return filled(to, others, at, entry);
    }

    /// The seat without this person among the deputies, in the seat or on the way into it.
    Seat without(Id person) {
        return new Seat(
                id,
                role,
                function,
                holder,
                deputies.stream().filter(each -> !each.equals(person)).toList(),
                since,
                standIn.filter(each -> !each.person().equals(person)),
                handover.filter(each -> !each.to().equals(person)),
                digest);
    }
}
