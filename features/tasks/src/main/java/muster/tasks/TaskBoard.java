package muster.tasks;

import java.util.Optional;
import muster.kernel.Clearance;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Table;
import muster.kernel.View;

/// Every task of the crisis, in the order in which they were offered; a screen puts first what matters most.
final class TaskBoard implements View<Work> {
    @Override
    public String name() {
        return "tasks.board";
    }

    @Override
    public Class<TaskCard> cards() {
        return TaskCard.class;
    }

    @Override
    public Table<?> subjects(Work work) {
        return work.tasks();
    }

    @Override
    public Optional<Card> card(Id id, Work work, Readings readings, Clearance clearance) {
        return work.find(id).filter(task -> clearance.sees(task.lane())).map(TaskCard::of);
    }
}
