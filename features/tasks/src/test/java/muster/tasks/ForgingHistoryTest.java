package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Event;
import muster.kernel.Id;
import muster.kernel.Lane;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import org.junit.jupiter.api.Test;

/// What could not have happened does not fold, whoever wrote it.
class ForgingHistoryTest {
    private static final Content<String> WHY = Content.of("Because.");

    private final AWorkshop workshop = new AWorkshop();
    private final Id offered = workshop.offered("offered");
    private final Id owned = workshop.owned("owned");
    private final Id started = workshop.started("started", AnOffer::proved);
    private final Id done = workshop.completed("done");
    private final Id kenji = workshop.id("kenji");
    private final Id amara = workshop.id("amara");

    @Test
    void nobody_owns_what_they_were_not_asked_to_or_what_has_an_owner() {
        cannotFollow(new TaskEvent.Accepted(owned));
        cannotFollow(new TaskEvent.Taken(owned));
        cannotFollow(new TaskEvent.HandedOver(owned, kenji, amara));
        cannotFollow(new TaskEvent.HandedOver(offered, amara, kenji));
        cannotFollow(new TaskEvent.Declined(owned, List.of(), WHY));
        cannotFollow(new TaskEvent.HandOverDeclined(owned, WHY));
        cannotFollow(new TaskEvent.HandOverDeclined(offered, WHY));
        cannotFollow(new TaskEvent.Recalled(owned));
        cannotFollow(new TaskEvent.Recalled(offered));
        cannotFollow(new TaskEvent.OfferedAgain(owned, amara, WHY));
        cannotFollow(new TaskEvent.HandOverOffered(offered, amara, WHY));
        cannotFollow(new TaskEvent.OfferOverdue(owned, amara, List.of()));
    }

    @Test
    void only_whoever_was_asked_takes_over() {
        workshop.as("kenji").give(new TaskCommand.HandOver(owned, workshop.id("tomas"), "My shift ends."));

        cannotFollow(new TaskEvent.HandedOver(owned, kenji, amara));
        cannotFollow(new TaskEvent.HandedOver(owned, amara, workshop.id("tomas")));
    }

    @Test
    void nobody_acts_or_leaves_where_nobody_owns() {
        cannotFollow(new TaskEvent.SubstituteNamed(offered, amara, workshop.now(), WHY));
        cannotFollow(new TaskEvent.SubstitutionEnded(owned, WHY));
        cannotFollow(new TaskEvent.OwnerSought(offered, true, List.of()));
        cannotFollow(new TaskEvent.OwnerReturned(owned));
    }

    @Test
    void work_goes_step_by_step() {
        cannotFollow(new TaskEvent.Started(offered));
        cannotFollow(new TaskEvent.Started(started));
        cannotFollow(new TaskEvent.Completed(owned, List.of(), WHY));
        cannotFollow(new TaskEvent.Completed(started, List.of(), WHY));
        cannotFollow(new TaskEvent.Verified(started, WHY));
        cannotFollow(new TaskEvent.SentBack(started, WHY));
        cannotFollow(new TaskEvent.Blocked(offered, BlockCause.OTHER, Optional.empty(), Optional.empty(), WHY));
        cannotFollow(new TaskEvent.Unblocked(owned, WHY));
        cannotFollow(new TaskEvent.Released(owned, Ref.to("tasks", started)));
        cannotFollow(new TaskEvent.BecameOverdue(owned, workshop.now()));
        cannotFollow(new TaskEvent.StopAsked(owned, amara, Overturned.REVERSED, Optional.empty()));
        cannotFollow(new TaskEvent.StopConfirmed(owned, Answer.STOPPED, Optional.empty(), WHY));
    }

    @Test
    void what_is_over_stays_so_unless_reopened() {
        cannotFollow(new TaskEvent.RiskSet(done, Risk.LOW, WHY));
        cannotFollow(new TaskEvent.DependenciesSet(done, List.of(owned), WHY));
        cannotFollow(new TaskEvent.Reopened(owned, WHY));
    }

    @Test
    void no_task_hangs_on_itself_or_on_nothing() {
        cannotFollow(new TaskEvent.DependenciesSet(owned, List.of(owned), WHY));
        cannotFollow(new TaskEvent.DependenciesSet(owned, List.of(amara), WHY));
        cannotFollow(new TaskEvent.Started(amara));
        workshop.as("dana").give(new TaskCommand.SetDependencies(owned, List.of(offered), "It needs it."));
        cannotFollow(new TaskEvent.DependenciesSet(offered, List.of(owned), WHY));
        cannotFollow(new TaskEvent.Started(owned));
    }

    @Test
    void no_task_begins_twice() {
        cannotFollow(new TaskEvent.Offered(
                owned,
                Lane.GENERAL,
                amara,
                Optional.empty(),
                Risk.LOW,
                List.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WHY,
                WHY));
    }

    @Test
    void what_could_have_happened_folds() {
        Work after = new Tasks().evolve(workshop.work(), forged(new TaskEvent.Started(owned)));

        assertThat(after.tasks().the(owned).state()).isEqualTo(TaskState.IN_PROGRESS);
    }

    private void cannotFollow(TaskEvent event) {
        Work work = workshop.work();
        assertThatThrownBy(() -> new Tasks().evolve(work, forged(event)))
                .as("%s", event)
                .isInstanceOf(IllegalStateException.class);
    }

    /// The event, as if it had been recorded now by kenji.
    private Recorded<TaskEvent> forged(TaskEvent event) {
        Recorded<Event> real = workshop.room.scenario().events().getLast();
        return new Recorded<>(
                real.header(),
                "tasks.forged",
                Lane.GENERAL,
                workshop.room.actor("kenji"),
                real.authority(),
                real.occurred(),
                real.seen(),
                real.cause(),
                event);
    }
}
