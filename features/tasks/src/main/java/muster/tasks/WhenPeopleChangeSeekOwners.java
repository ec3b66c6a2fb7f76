package muster.tasks;

import java.util.List;
import java.util.Set;
import muster.crises.Crises;
import muster.crises.Room;
import muster.crises.RoomEvent;
import muster.kernel.Event;
import muster.kernel.Reaction;
import muster.kernel.Readings;
import muster.kernel.Recorded;

/// When somebody comes or goes, no task stays with an owner who is not there unless somebody who is there
/// looks for another.
record WhenPeopleChangeSeekOwners<E extends RoomEvent>(String name, Class<E> on) implements Reaction<E> {
    static List<Reaction<?>> all() {
        return List.of(
                new WhenPeopleChangeSeekOwners<>("when-dismissed-seek-owners", RoomEvent.Dismissed.class),
                new WhenPeopleChangeSeekOwners<>("when-seat-vacated-seek-owners", RoomEvent.SeatVacated.class),
                new WhenPeopleChangeSeekOwners<>("when-seat-filled-seek-owners", RoomEvent.SeatFilled.class),
                new WhenPeopleChangeSeekOwners<>("when-seat-accepted-seek-owners", RoomEvent.SeatAccepted.class),
                new WhenPeopleChangeSeekOwners<>("when-admitted-seek-owners", RoomEvent.Admitted.class));
    }

    @Override
    public Set<Class<? extends Event>> may() {
        return Set.of(TaskEvent.OwnerSought.class, TaskEvent.OwnerReturned.class);
    }

    @Override
    public List<Directed> react(Recorded<E> event, Readings after) {
        Room room = after.stateOf(Crises.KEY);
        return after.stateOf(Tasks.KEY).tasks().stream()
                .filter(Task::isOpen)
                .filter(task ->
                        Seeking.whatChanged(task, room, event.recordedAt()).isPresent())
                .map(task -> Directed.here(new TaskCommand.LookForOwner(task.id())))
                .toList();
    }
}
