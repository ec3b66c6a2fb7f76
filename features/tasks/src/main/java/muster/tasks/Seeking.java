package muster.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.crises.Room;
import muster.kernel.Id;

/// The rules of what becomes of a task when people leave the room or come back: somebody who is here always
/// answers for finding it an owner who is here.
final class Seeking {
    private Seeking() {}

    /// What has to be recorded about the task now that people have come or gone, if anything.
    static Optional<TaskEvent> whatChanged(Task task, Room room, Instant recordedAt) {
        Holding holding = task.holding();
        boolean left = holding.owner()
                .filter(owner -> !room.isResponder(owner, recordedAt))
                .isPresent();
        if (holding.left() && !left) {
            return Optional.of(new TaskEvent.OwnerReturned(task.id()));
        }
        boolean adrift = left || (!task.isOwned() && holding.invitation().isEmpty());
        List<Id> leads = leads(room, recordedAt);
        boolean news = holding.left() != left || !holding.seekers().equals(leads);
        return Optional.<TaskEvent>of(new TaskEvent.OwnerSought(task.id(), left, leads))
                .filter(event ->
                        adrift && news && (left != holding.left() || !isSought(task, room, leads, recordedAt)));
    }

    /// Whether somebody looks for an owner who is here and whose business it is: who asked, or who leads, if
    /// anybody does.
    private static boolean isSought(Task task, Room room, List<Id> leads, Instant recordedAt) {
        return task.holding().seekers().stream()
                .filter(person -> room.isResponder(person, recordedAt))
                .anyMatch(person -> leads.isEmpty()
                        || leads.contains(person)
                        || task.brief().askedBy().equals(Optional.of(person)));
    }

    /// Who leads the crisis at this moment.
    static List<Id> leads(Room room, Instant recordedAt) {
        return room.opening()
                .map(opening -> room.speakersFor(opening.leadRole(), recordedAt))
                .orElse(List.of());
    }
}
