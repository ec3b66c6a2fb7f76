package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.server.library.PlaybookFile;
import muster.server.library.ScenarioFile;
import muster.tasks.Work;

/// What people do about tasks that wait for them: they take them, hand them on, get stuck, finish, check each
/// other's work. Each habit is noted once for each state of a task, and looks again before it acts.
final class TaskHabits {
    private static final String BOARD = "tasks.board";
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration TOO_LONG = Duration.ofMinutes(45);
    private static final Duration LATER = Duration.ofHours(6);
    private static final ScenarioFile.Course PLAIN = new ScenarioFile.Course(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Stage stage;
    private final Labour labour;
    /// Tasks that were declined, handed over or sent back as the scenario has it: once is enough.
    private final Set<String> once = new HashSet<>();

    TaskHabits(Stage stage) {
        this.stage = stage;
        this.labour = new Labour(stage, this);
    }

    void look() {
        for (Card task : stage.sight().tasks()) {
            if (!stage.isLeft(task.id())) {
                look(task);
            }
            if (task.text("state").equals("done")) {
                stage.nameOf(task.id()).ifPresent(name -> stage.cues.putIfAbsent(name, stage.time()));
            }
            ticks(task);
        }
    }

    /// The play stops where time itself does something, so that it does it then.
    private void ticks(Card task) {
        tick(task.time("offer.at").map(at -> at.plus(Work.TIME_TO_ANSWER)));
        tick(task.time("due"));
    }

    private void tick(Optional<Instant> at) {
        at.filter(stage.time()::isBefore).ifPresent(due -> stage.agenda.once("tick " + due, due, () -> {}));
    }

    private void look(Card task) {
        if (task.has("offer")) {
            offered(task);
        } else if (!task.persons("seekers").isEmpty()) {
            sought(task);
        }
        if (task.has("stop")) {
            note(task, "stop " + task.text("stop.at"), task.person("owner"), task.time("stop.at"), this::confirmStop);
        }
        switch (task.text("state")) {
            case "ready-to-start" -> note(task, "start", task.person("owner"), task.time("since"), this::start);
            case "in-progress", "blocked" -> labour.look(task);
            case "awaiting-verification" ->
                note(task, "verify", task.person("verifier"), task.time("since"), this::verify);
            default -> {}
        }
        if (task.is("overdue") && !isOver(task)) {
            late(task);
        }
    }

    static boolean isOver(Card task) {
        return task.text("state").equals("done") || task.text("state").equals("dropped");
    }

    /// What somebody does about a task, in the state in which they find it.
    interface Habit {
        void act(Player player, Card task);
    }

    /// Notes a habit of a person in the cast, once for this state of the task.
    void note(Card task, String what, Optional<Id> person, Optional<Instant> since, Habit habit) {
        person.flatMap(stage::player).ifPresent(player -> {
            String name = what + " " + label(task) + " " + player.handle() + " " + task.text("since");
            Instant at = player.getsTo(since.orElse(stage.time()), name, isUrgent(task));
            at(task, name, player, at, habit);
        });
    }

    /// Notes something that somebody does about a task at a time, unless its state is another by then.
    void at(Card task, String name, Player player, Instant at, Habit habit) {
        stage.agenda.once(
                name,
                at.isBefore(stage.time()) ? stage.time() : at,
                () -> stage.look(player, BOARD, task.id())
                        .filter(now -> fingerprint(now).equals(fingerprint(task)) && !stage.isLeft(now.id()))
                        .ifPresent(now -> habit.act(player, now)));
    }

    /// What tells one state of a task from another.
    static String fingerprint(Card task) {
        return String.join(" ", task.text("state"), task.text("since"), task.text("owner"));
    }

    private static boolean isUrgent(Card task) {
        return task.text("risk").equals("critical");
    }

    /// For the dice: what the scenario calls it, or its id.
    String label(Card task) {
        return stage.nameOf(task.id()).orElse(task.id().text());
    }

    ScenarioFile.Course course(Card task) {
        return stage.nameOf(task.id())
                .map(name -> stage.script().scenario().courses().getOrDefault(name, PLAIN))
                .orElse(PLAIN);
    }

    /// Whether this was not done to this task before; from now on it was.
    boolean first(String what, Card task) {
        return once.add(what + " " + task.id());
    }

    private void offered(Card task) {
        Optional<Id> to = task.person("offer.to");
        note(task, "answer " + task.text("offer.at"), to, task.time("offer.at"), this::answer);
        if (task.is("offer.overdue")) {
            task.persons("offer.escalatedTo").stream()
                    .findFirst()
                    .ifPresent(lead -> note(
                            task, "chase " + task.text("offer.at"), Optional.of(lead), Optional.empty(), this::chase));
        }
    }

    private void answer(Player player, Card task) {
        if (!task.person("offer.to").equals(Optional.of(player.person()))) {
            return;
        }
        Optional<ScenarioFile.Decline> decline = course(task).decline().filter(it -> !task.has("owner"));
        boolean dice = !task.has("owner")
                && decline.isEmpty()
                && player.happens(player.member().habits().declines(), "declines " + label(task));
        if ((decline.isPresent() || dice) && first("declined", task)) {
            String reason = decline.map(ScenarioFile.Decline::reason)
                    .orElse("Too much is on my desk already; please ask somebody else.");
            stage.act(player, "tasks.decline", "task", task.id(), "reason", reason);
        } else {
            stage.act(player, "tasks.accept", "task", task.id());
        }
    }

    /// Nobody has answered: whoever leads asks a deputy who is there sooner.
    private void chase(Player lead, Card task) {
        Optional<Player> asked = task.person("offer.to").flatMap(stage::player);
        boolean soon = asked.filter(player -> Duration.between(stage.time(), player.awakeAt(stage.time()))
                                .compareTo(TOO_LONG)
                        <= 0)
                .isPresent();
        if (soon || task.has("owner")) {
            return;
        }
        instead(task)
                .filter(player -> player.isAwake(stage.time()))
                .ifPresent(player -> reassign(
                        lead,
                        task,
                        player,
                        asked.map(Player::handle).orElse("Nobody") + " cannot be reached; this cannot wait."));
    }

    /// Somebody declined, or its owner has gone: whoever has to find an owner asks the next.
    private void sought(Card task) {
        Optional<Id> seeker = task.persons("seekers").stream().findFirst();
        note(
                task,
                "seek",
                seeker,
                task.time("since"),
                (player, now) -> instead(now)
                        .or(() -> Optional.of(player))
                        .ifPresent(next -> reassign(player, now, next, "Somebody has to do it.")));
    }

    private void reassign(Player by, Card task, Player to, String reason) {
        boolean asker = task.person("askedBy").equals(Optional.of(by.person())) && !task.has("owner");
        String command = asker ? "tasks.hand-over" : "tasks.reassign";
        stage.act(by, command, "task", task.id(), "to", to.person(), "reason", reason);
    }

    /// Who else could do it: whom the scenario names, a deputy, somebody of the same function.
    private Optional<Player> instead(Card task) {
        Optional<Id> asked = task.person("offer.to");
        Optional<PlaybookFile.Work> work =
                stage.nameOf(task.id()).map(name -> stage.script().work().get(name));
        Stream<Player> named = course(task).decline().flatMap(it -> stage.speaker(it.instead())).stream();
        List<Player> deputies = work.map(it -> stage.deputies(it.role())).orElse(List.of());
        return Stream.concat(named, deputies.stream())
                .filter(player -> !asked.equals(Optional.of(player.person())))
                .filter(player -> !task.person("verifier").equals(Optional.of(player.person())))
                .findFirst();
    }

    private void start(Player player, Card task) {
        stage.act(player, "tasks.start", "task", task.id());
    }

    private void confirmStop(Player player, Card task) {
        boolean limited = task.text("stop.why").equals("limited");
        stage.act(
                player,
                "tasks.confirm-stop",
                "task",
                task.id(),
                "answer",
                limited ? "changed" : "stopped",
                "note",
                limited ? "Goes on for what is left of the order." : "Stopped; nothing is left half done.");
    }

    private void verify(Player player, Card task) {
        Optional<String> back = course(task).sentBack().filter(reason -> first("sent back", task));
        if (back.isPresent()) {
            stage.act(player, "tasks.send-back", "task", task.id(), "reason", back.get());
        } else {
            stage.act(player, "tasks.verify", "task", task.id(), "note", "Looked at it; it is as it should be.");
        }
    }

    /// Whoever leads gives work that is late another time, and says why.
    private void late(Card task) {
        String due = task.text("due");
        stage.speaker(Stage.LEAD)
                .map(Player::person)
                .ifPresent(lead -> note(task, "late " + due, Optional.of(lead), Optional.empty(), (player, now) -> {
                    boolean leads =
                            stage.speaker(Stage.LEAD).filter(player::equals).isPresent();
                    if (leads && now.is("overdue") && now.text("due").equals(due)) {
                        Instant later = stage.time().plus(LATER);
                        stage.act(
                                player,
                                "tasks.set-due",
                                "task",
                                now.id(),
                                "due",
                                later,
                                "reason",
                                "It takes longer than we thought; asked, and it is under way.");
                    }
                }));
    }

    /// How long a piece of work takes, by the scenario or by the dice.
    Duration effort(Player player, Card task) {
        Duration expected = task.span("expected").orElse(USUAL);
        return course(task)
                .takes()
                .orElseGet(() -> Duration.ofMinutes(
                        Math.round(expected.toMinutes() * (0.7 + 0.8 * player.roll("effort " + label(task))))));
    }

    Ref ref(String thing) {
        boolean question = stage.script().questions().containsKey(thing);
        return question
                ? Ref.to("decisions", stage.decision(thing))
                : Ref.to("tasks", stage.task(Objects.requireNonNull(thing)));
    }
}
