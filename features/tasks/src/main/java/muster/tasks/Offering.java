package muster.tasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.decisions.Decisions;
import muster.decisions.Question;
import muster.kernel.Content;
import muster.kernel.Decision;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.kernel.Situation;

/// The rules of asking somebody to do something, and of the answer.
final class Offering {
    private static final int MOST_DEPENDENCIES = 50;
    private static final String SUBJECT = "[a-z0-9][a-z0-9:._-]{0,99}";
    private static final Duration LONGEST = Duration.ofDays(365);

    private Offering() {}

    static Decision<TaskEvent> offer(TaskCommand.Offer offer, Work work, Situation situation) {
        Id id = offer.task().orElseGet(situation::newId);
        return Check.in(situation)
                .refuse(
                        work.find(id).isPresent(),
                        "id-taken",
                        "There is a task with this id already; offer without an id.")
                .inTheRoom(offer.to())
                .about(offer.verifier(), (check, verifier) -> check.fitToVerify(verifier, List.of(offer.to())))
                .also(check -> mayDepend(check, offer.dependsOn(), work, situation))
                .refuse(
                        offer.ifOption().isPresent() && offer.forDecision().isEmpty(),
                        "option-without-decision",
                        "An option belongs to a decision; name the decision as well.")
                .about(offer.forDecision(), (check, ref) -> mayBeFor(check, ref, offer.ifOption(), situation))
                .about(offer.due(), Planning::mayBeDue)
                .refuse(
                        offer.expected().filter(each -> !isSensible(each)).isPresent(),
                        "bad-expected",
                        "Work is expected to take more than nothing and less than a year.")
                .refuse(
                        offer.subject()
                                .filter(subject -> !subject.matches(SUBJECT))
                                .isPresent(),
                        "bad-subject",
                        "A subject is a short code such as site:hamburg.")
                .title(offer.title())
                .text("description", offer.description())
                .otherwiseAll(() -> offered(id, offer, situation));
    }

    private static boolean isSensible(Duration expected) {
        return expected.isPositive() && expected.compareTo(LONGEST) < 0;
    }

    private static List<TaskEvent> offered(Id id, TaskCommand.Offer offer, Situation situation) {
        List<TaskEvent> events = new ArrayList<>();
        events.add(new TaskEvent.Offered(
                id,
                situation.lane(),
                offer.to(),
                offer.due(),
                offer.risk(),
                offer.dependsOn().stream().distinct().toList(),
                offer.evidenceRequired(),
                offer.verifier(),
                gate(offer, situation),
                offer.origin(),
                offer.subject(),
                offer.expected(),
                Content.of(offer.title().strip()),
                Content.of(offer.description().strip())));
        if (isMe(offer.to(), situation)) {
            events.add(new TaskEvent.Accepted(id));
        }
        return events;
    }

    private static boolean isMe(Id person, Situation situation) {
        return situation.actor().asPerson().equals(Optional.of(person));
    }

    static Check mayDepend(Check check, List<Id> dependsOn, Work work, Situation situation) {
        List<Task> tasks = dependsOn.stream()
                .flatMap(id ->
                        TaskRules.known(id, work, situation)
                                .filter(task -> task.lane().equals(situation.lane()))
                                .stream())
                .toList();
        return check.unseen(tasks.size() < dependsOn.size())
                .refuse(
                        dependsOn.size() > MOST_DEPENDENCIES,
                        "too-many-dependencies",
                        "A task waits for at most 50 others; put a task between them.")
                .refuse(
                        tasks.stream().anyMatch(task -> task.state() == TaskState.DROPPED),
                        "dependency-dropped",
                        "One of the tasks it shall wait for was dropped and will never be done.");
    }

    private static Check mayBeFor(Check check, Ref decision, Optional<String> option, Situation situation) {
        Optional<Question> question = question(decision, situation);
        return check.unseen(question.isEmpty())
                .refuse(
                        question.filter(Offering::isOverturned).isPresent(),
                        "decision-not-in-force",
                        "That decision orders nothing any more, so no work can be done for it.")
                .refuse(
                        question.filter(each -> !mayChoose(each, option)).isPresent(),
                        "not-the-option",
                        "That decision has no such option, or went for another one.");
    }

    /// Decided, and orders nothing: against everything, or replaced.
    static boolean isOverturned(Question question) {
        return !question.status().isOpen() && !question.status().isInForce();
    }

    private static boolean mayChoose(Question question, Optional<String> option) {
        return option.map(wanted -> question.inForce()
                        .map(wanted::equals)
                        .orElse(question.wording().options().contains(wanted)))
                .orElse(true);
    }

    private static Optional<Ties.Gate> gate(TaskCommand.Offer offer, Situation situation) {
        return offer.forDecision()
                .map(ref -> new Ties.Gate(
                        ref,
                        offer.ifOption(),
                        question(ref, situation)
                                .filter(each -> each.status().isOpen())
                                .isPresent()));
    }

    /// The decision that is meant, if it is one.
    static Optional<Question> question(Ref ref, Situation situation) {
        return Optional.of(ref)
                .filter(each -> each.feature().equals(Decisions.KEY.name()))
                .flatMap(each -> situation.stateOf(Decisions.KEY).find(each.id()));
    }

    static Decision<TaskEvent> take(Task task, Situation situation) {
        return Check.in(situation)
                .byPerson()
                .refuse(task.isOwned(), "has-owner", "This task has an owner; ask them to hand it over.")
                .notBoth(
                        task.terms().verifier(),
                        situation.actor().asPerson().stream().toList())
                .otherwise(() -> new TaskEvent.Taken(task.id()));
    }

    static Decision<TaskEvent> accept(Task task, Situation situation) {
        return isOffered(task, situation)
                .otherwise(() -> task.holding()
                        .owner()
                        .<TaskEvent>map(owner -> new TaskEvent.HandedOver(
                                task.id(),
                                owner,
                                task.holding().invitation().orElseThrow().to()))
                        .orElseGet(() -> new TaskEvent.Accepted(task.id())));
    }

    static Decision<TaskEvent> decline(TaskCommand.Decline decline, Task task, Situation situation) {
        Content<String> reason = Content.of(decline.reason());
        return isOffered(task, situation)
                .reason(decline.reason())
                .otherwise(() -> task.isOwned()
                        ? new TaskEvent.HandOverDeclined(task.id(), reason)
                        : new TaskEvent.Declined(task.id(), backTo(task, situation), reason));
    }

    private static Check isOffered(Task task, Situation situation) {
        return Check.in(situation)
                .refuse(
                        task.holding().invitation().isEmpty(),
                        "not-offered",
                        "Nobody is asked to take this task now; it may have been taken back or answered.");
    }

    /// Whoever asked, or else whoever leads: a task that nobody wants is somebody's worry.
    private static List<Id> backTo(Task task, Situation situation) {
        List<Id> asker = TaskRules.present(task.holding().invitation().flatMap(Holding.Invitation::by), situation)
                .filter(person -> !isMe(person, situation))
                .toList();
        return asker.isEmpty() ? TaskRules.leads(situation) : asker;
    }
}
