package muster.crises;

import java.util.List;
import java.util.Optional;
import muster.charter.Charters;
import muster.charter.Role;
import muster.charter.Severity;
import muster.kernel.Clearance;
import muster.kernel.Ground;
import muster.kernel.Housekeeping;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Lane;
import muster.kernel.Readings;
import muster.kernel.Scope;
import muster.kernel.StreamKind;
import muster.kernel.Table;
import muster.kernel.View;
import muster.people.People;

/// The screens of a crisis: its header, its seats, and its people.
final class RoomViews {
    static final List<View<Room>> ALL = List.of(new Header(), new Seats(), new Responders());

    private static final Key<Housekeeping.House> HOUSE = Housekeeping.key(Scope.CRISIS);

    private RoomViews() {}

    private static final class Header implements View<Room> {
        @Override
        public String name() {
            return "crises.room";
        }

        @Override
        public Class<RoomCard> cards() {
            return RoomCard.class;
        }

        @Override
        public Table<?> subjects(Room room) {
            return room.opening()
                    .map(opening -> Table.<Room>empty().with(opening.crisis(), room))
                    .orElse(Table.empty());
        }

        @Override
        public Optional<Card> card(Id id, Room room, Readings readings, Clearance clearance) {
            Optional<Ground> ground = readings.stateOf(HOUSE).ground();
            Optional<String> severity = room.severity()
                    .flatMap(name -> CrisisAuthority.charter(readings).flatMap(charter -> charter.severity(name)))
                    .map(Severity::title);
            return room.opening()
                    .filter(opening -> opening.crisis().equals(id) && clearance.sees(Lane.GENERAL))
                    .map(opening -> RoomCard.of(
                            room,
                            opening,
                            ground.filter(each -> each.kind() == StreamKind.EXERCISE)
                                    .isPresent(),
                            severity,
                            ground.flatMap(Ground::charter).orElse("")));
        }

        @Override
        public List<Key<?>> dependsOn() {
            return List.of(HOUSE, Charters.KEY);
        }
    }

    private static final class Seats implements View<Room> {
        @Override
        public String name() {
            return "crises.seats";
        }

        @Override
        public Class<SeatCard> cards() {
            return SeatCard.class;
        }

        @Override
        public Table<?> subjects(Room room) {
            return room.seats();
        }

        @Override
        public Optional<Card> card(Id id, Room room, Readings readings, Clearance clearance) {
            return room.seats()
                    .find(id)
                    .filter(seat -> clearance.sees(Lane.GENERAL))
                    .map(seat -> SeatCard.of(
                            seat,
                            CrisisAuthority.charter(readings)
                                    .flatMap(charter -> charter.role(seat.role()))
                                    .map(Role::title)
                                    .orElse(seat.role()),
                            room.opening()
                                    .filter(opening -> opening.leadRole().equals(seat.role()))
                                    .isPresent()));
        }

        @Override
        public List<Key<?>> dependsOn() {
            return List.of(HOUSE, Charters.KEY);
        }
    }

    private static final class Responders implements View<Room> {
        @Override
        public String name() {
            return "crises.people";
        }

        @Override
        public Class<ResponderCard> cards() {
            return ResponderCard.class;
        }

        @Override
        public Table<?> subjects(Room room) {
            return room.roster().responders();
        }

        @Override
        public Optional<Card> card(Id id, Room room, Readings readings, Clearance clearance) {
            return room.roster()
                    .responder(id)
                    .filter(responder -> clearance.sees(Lane.GENERAL))
                    .map(responder -> ResponderCard.of(
                            responder, readings.stateOf(People.KEY).person(id)));
        }

        @Override
        public List<Key<?>> dependsOn() {
            return List.of(People.KEY);
        }
    }
}
