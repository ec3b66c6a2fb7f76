package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import muster.kernel.Wire;
import muster.server.console.Desk.DeskProblem;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;

/// One play of a scenario, from the opening to the closing. Everything happens on one thread, in the order of
/// the agenda.
final class Play {
    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final int REAL_TIME = 100;
    /// So long, crisis time, others speak to a question that is left to visitors; then time waits for them.
    private static final Duration HOLD = Duration.ofMinutes(45);

    /// So long a visitor who has spoken leaves the word to the others; then the cast joins in.
    private static final Duration TURN = Duration.ofSeconds(20);

    private static final Duration NUDGE = Duration.ofSeconds(2);
    private static final int MOST_NUDGES = 5;

    private final Stage stage;
    private final Story story;
    private final TaskHabits tasks;
    private final DecisionHabits decisions;
    private final RoomHabits habits;
    private final Pace pace;
    private final BooleanSupplier stopped;
    private boolean followed;
    private Courtesy courtesy = new Courtesy(nobody -> false);
    private Instant setAt = Instant.MIN;
    private Instant setTo = Instant.MIN;

    Play(
            Script script,
            Room room,
            List<Player> cast,
            Ids ids,
            Pace pace,
            Consumer<Act> watcher,
            BooleanSupplier stopped) {
        this.stage = new Stage(script, room, cast, ids, watcher);
        this.story = new Story(stage);
        this.tasks = new TaskHabits(stage);
        this.decisions = new DecisionHabits(stage);
        this.habits = new RoomHabits(stage);
        this.pace = pace;
        this.stopped = stopped;
    }

    Stage stage() {
        return stage;
    }

    /// Plays until the crisis is closed, nothing is left to come, or somebody stops it.
    ///
    /// @throws InterruptedException if the thread is interrupted while time goes by
    void run() throws InterruptedException {
        ScenarioFile.Opening opening = stage.script().scenario().opening();
        move(opening.at().plus(Duration.ofMinutes(1)));
        think();
        while (!stage.sight().isClosed() && !stopped.getAsBoolean()) {
            Optional<Instant> next = stage.agenda.next();
            if (next.isEmpty()) {
                if (!(pace instanceof Pace.Followed)) {
                    return;
                }
                glance(GLANCE);
                continue;
            }
            if (next.get().isAfter(stage.time())) {
                if (!await(next.get())) {
                    continue;
                }
                think();
            }
            step();
        }
    }

    private void step() {
        if (stage.agenda.next().filter(at -> !at.isAfter(stage.time())).isPresent()) {
            stage.agenda.take().act().run();
            stage.lookAtTouched();
            think();
        }
    }

    private void look() {
        stage.look();
        think();
    }

    private void think() {
        tasks.look();
        decisions.look();
        habits.look();
        story.look();
    }

    /// Lets time go by until then; false if something came up on the way.
    private boolean await(Instant then) throws InterruptedException {
        return switch (pace) {
            case Pace.Headless headless -> move(then);
            case Pace.Times times -> flow(then, times.speed());
            case Pace.Followed slow -> then.isAfter(slow.until()) ? follow(then, slow) : move(then);
        };
    }

    /// Time stands still at this moment, and what is due then has happened.
    private boolean move(Instant then) {
        jump(then, 0);
        return true;
    }

    /// Time jumps, and everybody sees what that brings about.
    private void jump(Instant then, int percent) {
        long before = stage.sight().seq();
        long entry = setTime(then, percent);
        stage.room().ring(stage.director().badge());
        stage.lookIfMoreThan(entry, before);
    }

    private long setTime(Instant then, int percent) {
        Instant to = then;
        for (int nudges = 0; ; nudges++) {
            Reply reply = stage.act(stage.director(), "kernel.set-time", "to", to, "speed", percent);
            if (reply.isCommitted()) {
                stage.isNow(to);
                setAt = stage.room().now();
                setTo = to;
                return reply.to();
            }
            // running time may have gone past it just now
            if (!reply.code().equals("time-goes-forward") || nudges == MOST_NUDGES) {
                throw new DeskProblem("The exercise director cannot move time to " + Wire.text(to) + ": " + reply.text()
                        + " " + reply.words());
            }
            to = to.plus(NUDGE);
        }
    }

    /// Time runs; the play keeps pace with it.
    private boolean flow(Instant then, int speed) throws InterruptedException {
        if (setAt.equals(Instant.MIN) || !followed) {
            followed = true;
            setTime(stage.time(), speed * REAL_TIME);
        }
        Instant now = after(Duration.between(setAt, stage.room().now()).multipliedBy(speed));
        stage.isNow(now.isBefore(stage.time()) ? stage.time() : now);
        if (!now.isBefore(then)) {
            look();
            return true;
        }
        Duration real = Duration.between(now, then).dividedBy(speed).plusMillis(1);
        Thread.sleep(real.compareTo(GLANCE) < 0 ? real : GLANCE);
        look();
        return false;
    }

    /// Crisis time so long after it was set, in milliseconds as the record has it.
    private Instant after(Duration span) {
        return setTo.plus(span).truncatedTo(ChronoUnit.MILLIS);
    }

    /// A pause, in which visitors may do something; then time jumps to whatever comes next, and goes on in
    /// real time.
    private boolean follow(Instant then, Pace.Followed slow) throws InterruptedException {
        Duration pause = slow.pause();
        if (!followed) {
            followed = true;
            courtesy = new Courtesy(slow.played());
            stage.script().scenario().demonstration().ifPresent(it -> stage.leave(it.leave()));
        }
        if (stage.sight().decisions().stream().anyMatch(question -> isHeld(question, then))
                || courtesy.isDue(stage.sight(), stage.room().now())) {
            glance(pause.compareTo(GLANCE) < 0 ? pause : GLANCE);
            return false;
        }
        for (Duration rest = pause; rest.isPositive(); rest = rest.minus(GLANCE)) {
            glance(rest.compareTo(GLANCE) < 0 ? rest : GLANCE);
            if (stopped.getAsBoolean()
                    || stage.agenda.next().filter(at -> at.isBefore(then)).isPresent()) {
                return false;
            }
        }
        Instant now = after(Duration.between(setAt, stage.room().now()));
        jump(now.isAfter(then) ? now.plusSeconds(1) : then, REAL_TIME);
        return true;
    }

    /// Whether a question that is left to visitors would run out of time by a jump; or one of them has just spoken, and
    /// the others among them may want to.
    private boolean isHeld(Card question, Instant then) {
        if (!stage.isLeft(question.id()) || !DecisionHabits.isOpen(question)) {
            return false;
        }
        Instant now = after(Duration.between(setAt, stage.room().now()));
        return DecisionHabits.spoken(question)
                .map(at -> now.isBefore(at.plus(TURN)))
                .orElseGet(() -> question.time("askedAt")
                        .filter(asked -> then.isAfter(asked.plus(HOLD)))
                        .isPresent());
    }

    private void glance(Duration pause) throws InterruptedException {
        Thread.sleep(pause);
        look();
    }
}
