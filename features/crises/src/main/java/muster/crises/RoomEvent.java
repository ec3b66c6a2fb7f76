package muster.crises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;

/// What can happen in a crisis to the crisis itself.
public sealed interface RoomEvent extends Event {
    /// @param label `C-7`
    /// @param leadRole the role that leads, by the charter
    /// @param seats one for every role of the pinned charter
    record Begun(
            Id crisis,
            String label,
            Id openedBy,
            String leadRole,
            List<Seating> seats,
            Content<String> codeName,
            Content<String> summary)
            implements RoomEvent, AuthorityBearing {
        public Begun {
            seats = List.copyOf(seats);
        }
    }

    /// How a seat is filled at the beginning.
    record Seating(Id seat, String role, String function, Optional<Id> holder, List<Id> deputies) {
        public Seating {
            deputies = List.copyOf(deputies);
        }
    }

    /// @param updateBy when the charter's rhythm for this severity asks for the first update; absent: it asks
    ///     for none
    record Declared(String severity, Optional<Instant> updateBy, Content<String> title, Content<String> whatHappened)
            implements RoomEvent {}

    /// @param updateBy the next update, where the rhythm of the new severity asks for it earlier than promised
    record Classified(String severity, Optional<Instant> updateBy, Content<String> reason) implements RoomEvent {}

    record PhaseMoved(Phase phase, Content<String> reason) implements RoomEvent {}

    record SeatFilled(String role, Id person, List<Id> deputies, Content<String> reason)
            implements RoomEvent, AuthorityBearing {
        public SeatFilled {
            deputies = List.copyOf(deputies);
        }
    }

    /// @param person who held it
    record SeatVacated(String role, Id person, Content<String> reason) implements RoomEvent, AuthorityBearing {}

    /// The actor stands in.
    record StoodIn(String role, Instant until, Content<String> reason) implements RoomEvent, AuthorityBearing {}

    /// @param person who stood in
    record StoodDown(String role, Id person) implements RoomEvent, AuthorityBearing {}

    record SeatOffered(String role, Id to, Content<String> note) implements RoomEvent, AuthorityBearing {}

    /// The actor holds the seat now.
    record SeatAccepted(String role) implements RoomEvent, AuthorityBearing {}

    record SeatDeclined(String role, Content<String> reason) implements RoomEvent, AuthorityBearing {}

    record SeatKept(String role) implements RoomEvent, AuthorityBearing {}

    record Admitted(Id person, String function, Optional<Instant> until, Content<String> ground)
            implements RoomEvent, AuthorityBearing {}

    record Dismissed(Id person, Content<String> reason) implements RoomEvent, AuthorityBearing {}

    record UpdatePromised(Instant at, Content<String> audience) implements RoomEvent {}

    /// @param next when the charter's rhythm asks for the next one; absent: it asks for none
    record UpdateGiven(Optional<Instant> next, Content<String> text) implements RoomEvent {}

    /// The promised time passed without an update.
    record UpdateMissed(Instant at) implements RoomEvent {}

    record QuestionsAnswered(
            Content<String> whatHappened,
            Content<String> howItAffectsUs,
            Content<String> whatWeKnow,
            Content<String> whatWeDo)
            implements RoomEvent {}

    record Closed(Content<String> reason, Content<String> lessons) implements RoomEvent {}
}
