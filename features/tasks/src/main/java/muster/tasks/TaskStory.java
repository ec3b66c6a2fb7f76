package muster.tasks;

import java.util.Locale;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Content;
import muster.kernel.Headline;
import muster.kernel.Headline.Part;
import muster.kernel.Id;
import muster.kernel.Recorded;

/// What happened to tasks, in words.
final class TaskStory {
    private TaskStory() {}

    static Headline tell(Recorded<TaskEvent> recorded, Work before) {
        TaskEvent event = recorded.event();
        Part actor = actor(recorded.actor());
        Part task = Headline.thing(Tasks.KEY.name(), event.task(), title(event, before));
        return switch (event) {
            case TaskEvent.Offered offered ->
                Headline.of("{0} asks {1} to do {2}", actor, Headline.person(offered.to()), task);
            case TaskEvent.Accepted accepted -> Headline.of("{0} accepts {1}", actor, task);
            case TaskEvent.Taken taken -> Headline.of("{0} takes {1}, which nobody owned", actor, task);
            case TaskEvent.Declined declined -> because("{0} declines {1}: {2}", actor, task, declined.reason());
            case TaskEvent.OfferedAgain again ->
                because("{0} asks {3} to do {1} instead: {2}", actor, task, again.reason(), again.to());
            case TaskEvent.HandOverOffered offered ->
                because("{0} asks {3} to take over {1}: {2}", actor, task, offered.reason(), offered.to());
            case TaskEvent.HandedOver over ->
                Headline.of("{0} takes over {1} from {2}", actor, task, Headline.person(over.from()));
            case TaskEvent.HandOverDeclined declined ->
                because("{0} does not take over {1}: {2}", actor, task, declined.reason());
            case TaskEvent.Recalled recalled -> Headline.of("{0} no longer hands over {1}", actor, task);
            case TaskEvent.SubstituteNamed named ->
                because("{0} lets {3} act as owner of {1}: {2}", actor, task, named.reason(), named.person());
            case TaskEvent.SubstitutionEnded ended ->
                because("{0} ends the substitution for {1}: {2}", actor, task, ended.reason());
            case TaskEvent.Started started -> Headline.of("{0} starts {1}", actor, task);
            case TaskEvent.Blocked blocked -> blocked(blocked, actor, task);
            case TaskEvent.Unblocked unblocked -> because("{0} can go on with {1}: {2}", actor, task, unblocked.note());
            case TaskEvent.Released released ->
                Headline.of(
                        "{0} no longer waits for {1}", task, new Headline.Thing(released.thing(), Optional.empty()));
            case TaskEvent.DueSet set ->
                set.due()
                        .map(due -> Headline.of(
                                "{0} sets {1} due {2}: {3}",
                                actor, task, Headline.moment(due), Headline.text(set.reason())))
                        .orElseGet(() -> because("{0} sets no time for {1}: {2}", actor, task, set.reason()));
            case TaskEvent.RiskSet set ->
                Headline.of(
                        "{0} sets the risk of {1} to {2}: {3}",
                        actor, task, Headline.text(words(set.risk())), Headline.text(set.reason()));
            case TaskEvent.DependenciesSet set ->
                because("{0} changes what {1} has to wait for: {2}", actor, task, set.reason());
            case TaskEvent.VerifierSet set ->
                because("{0} lets {3} verify {1}: {2}", actor, task, set.reason(), set.verifier());
            case TaskEvent.Reworded reworded -> because("{0} words {1} anew: {2}", actor, task, reworded.reason());
            case TaskEvent.Completed completed ->
                completed.note().or("").isBlank()
                        ? Headline.of("{0} completes {1}", actor, task)
                        : because("{0} completes {1}: {2}", actor, task, completed.note());
            case TaskEvent.Verified verified -> Headline.of("{0} verifies {1}", actor, task);
            case TaskEvent.SentBack back -> because("{0} sends {1} back: {2}", actor, task, back.reason());
            case TaskEvent.Dropped dropped -> because("{0} drops {1}: {2}", actor, task, dropped.reason());
            case TaskEvent.Reopened reopened -> because("{0} reopens {1}: {2}", actor, task, reopened.reason());
            case TaskEvent.StopAsked asked ->
                Headline.of(
                        "{0} is to stop or change: the decision {1} "
                                + asked.why().words(),
                        task,
                        Headline.thing("decisions", asked.decision(), Content.absent()));
            case TaskEvent.StopConfirmed confirmed ->
                because(
                        switch (confirmed.answer()) {
                            case STOPPED -> "{0} stops {1}: {2}";
                            case CHANGED -> "{0} goes on with {1} in another way: {2}";
                        },
                        actor,
                        task,
                        confirmed.note());
            case TaskEvent.OwnerSought sought ->
                Headline.of(sought.left() ? "{0} needs another owner: its owner has left" : "{0} needs an owner", task);
            case TaskEvent.OwnerReturned returned -> Headline.of("The owner of {0} is back", task);
            case TaskEvent.OfferOverdue overdue ->
                Headline.of("{0} has not answered about {1}", Headline.person(overdue.to()), task);
            case TaskEvent.BecameOverdue overdue ->
                Headline.of("{0} was due {1}", task, Headline.moment(overdue.due()));
        };
    }

    private static Headline blocked(TaskEvent.Blocked blocked, Part actor, Part task) {
        Part note = Headline.text(blocked.note());
        Optional<Part> person = blocked.person().map(Headline::person);
        Optional<Part> thing = blocked.thing().map(ref -> new Headline.Thing(ref, Optional.empty()));
        return person.or(() -> thing)
                .map(waitsFor ->
                        Headline.of("{0} cannot go on with {1}, waiting for {2}: {3}", actor, task, waitsFor, note))
                .orElseGet(() -> Headline.of("{0} cannot go on with {1}: {2}", actor, task, note));
    }

    private static Headline because(String words, Part actor, Part task, Content<String> reason) {
        return Headline.of(words, actor, task, Headline.text(reason));
    }

    private static Headline because(String words, Part actor, Part task, Content<String> reason, Id person) {
        return Headline.of(words, actor, task, Headline.text(reason), Headline.person(person));
    }

    private static Part actor(Actor actor) {
        return actor.asPerson().map(Headline::person).orElseGet(() -> Headline.text("Muster"));
    }

    private static Content<String> title(TaskEvent event, Work before) {
        return event instanceof TaskEvent.Offered offered
                ? offered.title()
                : before.tasks().the(event.task()).title();
    }

    private static String words(Risk risk) {
        return risk.name().toLowerCase(Locale.ROOT);
    }
}
