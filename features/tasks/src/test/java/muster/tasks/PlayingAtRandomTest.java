package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import muster.decisions.DecisionCommand;
import muster.kernel.Command;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.Ref;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Anybody does anything at any time, sensible or not; whatever is accepted, certain things are always true.
class PlayingAtRandomTest {
    private static final List<String> PEOPLE = List.of("dana", "kenji", "amara", "tomas", "marcus", "omar", "judith");
    private static final List<Risk> RISKS = List.of(Risk.CRITICAL, Risk.HIGH, Risk.MEDIUM, Risk.LOW);
    private static final int STEPS = 150;

    private final AWorkshop workshop = new AWorkshop();
    private final List<Id> tasks = new ArrayList<>();
    private final List<Id> decisions = new ArrayList<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private final Set<Id> everOwned = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_anybody_does_no_task_is_lost_and_each_has_one_owner(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(12) == 0) {
                workshop.after(Duration.ofMinutes(random.nextInt(20)));
            } else {
                Outcome outcome =
                        workshop.as(anybody(random)).when(anything(random)).outcome();
                outcomes.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
                assertThat(outcome)
                        .isInstanceOfAny(
                                Outcome.Committed.class,
                                Outcome.Refused.class,
                                Outcome.Forbidden.class,
                                Outcome.Unseen.class);
            }
            check();
        }
        assertThat(outcomes.get("Committed")).as("%s", outcomes).isGreaterThan(STEPS / 5);
    }

    private String anybody(Random random) {
        return random.nextInt(2) == 0 ? "kenji" : PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private Command anything(Random random) {
        if (tasks.isEmpty() || random.nextInt(8) == 0) {
            return offer(random);
        }
        Id task = tasks.get(random.nextInt(tasks.size()));
        Id other = tasks.get(random.nextInt(tasks.size()));
        Id person = workshop.id(anybody(random));
        String why = "Because.";
        return switch (random.nextInt(26)) {
            case 0, 1, 2 -> new TaskCommand.Accept(task);
            case 3 -> new TaskCommand.Decline(task, why);
            case 4 -> new TaskCommand.Take(task);
            case 5 -> new TaskCommand.HandOver(task, person, why);
            case 6 -> new TaskCommand.Reassign(task, person, why);
            case 7 -> new TaskCommand.Recall(task);
            case 8 -> new TaskCommand.NameSubstitute(task, person, workshop.in(Duration.ofMinutes(30)), why);
            case 9, 10, 11 -> new TaskCommand.Start(task);
            case 12 ->
                new TaskCommand.Block(
                        task, BlockCause.TASK, Optional.empty(), Optional.of(Ref.to("tasks", other)), why);
            case 13 -> new TaskCommand.Unblock(task, why);
            case 14 -> new TaskCommand.SetRisk(task, RISKS.get(random.nextInt(RISKS.size())), why);
            case 15, 16 -> new TaskCommand.SetDependencies(task, some(random), why);
            case 17, 18 -> new TaskCommand.Complete(task, "", List.of(Ref.to("tasks", other)));
            case 19 -> new TaskCommand.Verify(task, "");
            case 20 -> new TaskCommand.SendBack(task, why);
            case 21 -> new TaskCommand.Drop(task, why);
            case 22 -> new TaskCommand.Reopen(task, why);
            case 23 -> new TaskCommand.ConfirmStop(task, random.nextBoolean() ? Answer.STOPPED : Answer.CHANGED, why);
            case 24 ->
                new TaskCommand.SetDue(task, Optional.of(workshop.in(Duration.ofMinutes(1 + random.nextInt(60)))), why);
            default -> aboutADecision(random);
        };
    }

    private Command aboutADecision(Random random) {
        if (decisions.size() < 3) {
            Id decision = workshop.asked("Question " + decisions.size());
            decisions.add(decision);
        }
        Id decision = decisions.get(random.nextInt(decisions.size()));
        return switch (random.nextInt(3)) {
            case 0 -> new DecisionCommand.Withdraw(decision, "Because.");
            case 1 -> new DecisionCommand.Reject(decision, 1, "Because.");
            default ->
                new DecisionCommand.Approve(
                        decision, 1, "isolate", "Because.", Optional.empty(), Optional.of("No time."));
        };
    }

    private Command offer(Random random) {
        String title = "Task " + tasks.size();
        AnOffer offer = AnOffer.of(title, workshop.id(anybody(random)))
                .dependsOn(some(random).toArray(Id[]::new))
                .risk(RISKS.get(random.nextInt(RISKS.size())));
        if (random.nextInt(3) == 0) {
            offer.verifiedBy(workshop.id("marcus"));
        }
        if (random.nextInt(3) == 0 && !decisions.isEmpty()) {
            offer.forDecision(decisions.get(random.nextInt(decisions.size())));
        }
        return offer.command();
    }

    private List<Id> some(Random random) {
        return tasks.isEmpty()
                ? List.of()
                : random.ints(random.nextInt(3), 0, tasks.size())
                        .mapToObj(tasks::get)
                        .distinct()
                        .toList();
    }

    private void check() {
        Work work = workshop.work();
        assertThat(work.tasks().ids()).as("no task is lost").containsAll(tasks);
        work.tasks().ids().filter(id -> !tasks.contains(id)).toList().forEach(tasks::add);
        for (Task task : work.tasks()) {
            owned(task);
            tied(task, work);
            placed(task, work);
            timed(task, work);
        }
        critical(work);
    }

    private void owned(Task task) {
        if (task.isOwned()) {
            everOwned.add(task.id());
        }
        assertThat(task.isOwned()).as("once owned, always owned: %s", task).isEqualTo(everOwned.contains(task.id()));
        boolean unowned = task.state() == TaskState.OFFERED || task.state() == TaskState.DECLINED;
        assertThat(task.isOpen() && !task.isOwned()).as("%s", task).isEqualTo(unowned);
        assertThat(task.holding().invitation().isPresent() && !task.isOpen())
                .as("nobody is asked to take what is over: %s", task)
                .isFalse();
        task.terms()
                .verifier()
                .ifPresent(verifier -> assertThat(task.workers(workshop.now()))
                        .as("nobody verifies their own work: %s", task)
                        .doesNotContain(verifier));
        if (task.state() == TaskState.DECLINED) {
            assertThat(TaskCard.of(task).waitsFor())
                    .as("somebody looks for an owner: %s", task)
                    .isNotEmpty();
        }
    }

    private void tied(Task task, Work work) {
        for (Id id : task.ties().dependsOn()) {
            Task other = work.tasks().the(id);
            assertThat(other.ties().dependents()).contains(task.id());
            assertThat(task.ties().pending().contains(id)).isEqualTo(other.state() != TaskState.DONE);
            assertThat(task.ties().lost().contains(id)).isEqualTo(other.state() == TaskState.DROPPED);
        }
        for (Id id : task.ties().dependents()) {
            assertThat(work.tasks().the(id).ties().dependsOn()).contains(task.id());
        }
        assertThat(work.hangsOn(task, task.id())).as("no circle: %s", task).isFalse();
        assertThat(work.tied().contains(task.id()))
                .isEqualTo(task.isOpen() && task.ties().areAny());
        assertThat(work.blocked().contains(task.id()))
                .isEqualTo(task.progress().blocker().isPresent());
        if (task.state() == TaskState.READY_TO_START) {
            assertThat(task.ties().pending()).isEmpty();
        }
    }

    private void placed(Task task, Work work) {
        Set<Id> hanging = new HashSet<>();
        hanging(task, work, hanging);
        int highest = Math.max(
                task.terms().risk().weight(),
                hanging.stream()
                        .mapToInt(id -> work.tasks().the(id).terms().risk().weight())
                        .max()
                        .orElse(0));
        Place expected = task.isOpen()
                ? new Place(
                        highest * (1 + hanging.size()),
                        hanging.size(),
                        task.place().critical())
                : Place.OVER;
        assertThat(task.place()).isEqualTo(expected);
    }

    /// Where nothing says how long a task takes, the longest chain is that of most tasks.
    private void critical(Work work) {
        Map<Id, Integer> chains = new HashMap<>();
        for (Task task : work.tasks()) {
            if (task.isOpen()) {
                chains.put(task.id(), longest(task, work, Ties::dependsOn) + longest(task, work, Ties::dependents) - 1);
            }
        }
        int longest = chains.values().stream().mapToInt(length -> length).max().orElse(0);
        for (Task task : work.tasks()) {
            boolean expected = task.isOpen() && longest > 1 && chains.getOrDefault(task.id(), 0) == longest;
            assertThat(task.place().critical())
                    .as("on the longest chain: %s", task)
                    .isEqualTo(expected);
        }
    }

    private static int longest(Task task, Work work, Function<Ties, List<Id>> next) {
        return 1
                + next.apply(task.ties()).stream()
                        .map(work.tasks()::the)
                        .filter(Task::isOpen)
                        .mapToInt(each -> longest(each, work, next))
                        .max()
                        .orElse(0);
    }

    private static void hanging(Task task, Work work, Set<Id> into) {
        for (Id id : task.ties().dependents()) {
            if (work.tasks().the(id).isOpen() && into.add(id)) {
                hanging(work.tasks().the(id), work, into);
            }
        }
    }

    private void timed(Task task, Work work) {
        boolean asked =
                task.holding().invitation().filter(each -> !each.overdue()).isPresent();
        task.holding()
                .invitation()
                .ifPresent(each -> assertThat(work.alarms()
                                .holds("answer " + task.id(), each.at().plus(Work.TIME_TO_ANSWER)))
                        .isEqualTo(asked));
        task.terms()
                .due()
                .ifPresent(due -> assertThat(work.alarms().holds("due " + task.id(), due))
                        .isEqualTo(task.isOpen()
                                && !task.terms().overdue()
                                && task.state() != TaskState.AWAITING_VERIFICATION));
    }
}
