package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Ref;
import muster.server.library.ScenarioFile;

/// What the owner of a task does while working on it: gets stuck and goes on, hands it over, finishes with
/// what proves it.
final class Labour {
    private static final String FINDINGS = "Findings";
    private static final Duration QUICK = Duration.ofMinutes(30);
    /// How long it takes to do again what was sent back.
    private static final Duration AMENDING = Duration.ofHours(2);

    private final Stage stage;
    private final TaskHabits habits;
    /// Work that is left in a task.
    private final Map<Id, Duration> left = new HashMap<>();
    /// Tasks that are about to get stuck, as they were when that was foreseen.
    private final Map<Id, String> trouble = new HashMap<>();
    private final Moves moves;

    Labour(Stage stage, TaskHabits habits) {
        this.stage = stage;
        this.habits = habits;
        this.moves = new Moves(stage);
    }

    void look(Card task) {
        Optional<Player> owner = task.person("owner").flatMap(stage::player);
        if (owner.isEmpty() || task.has("stop")) {
            return;
        }
        if (task.text("state").equals("blocked")) {
            stuck(task, owner.get());
        } else {
            at(task, owner.get());
        }
    }

    private Instant since(Card task) {
        return task.time("since").orElse(stage.time());
    }

    private String name(String what, Card task, Player owner) {
        return what + " " + habits.label(task) + " " + owner.handle() + " " + task.text("since");
    }

    private void at(Card task, Player owner) {
        left.computeIfAbsent(task.id(), id -> habits.effort(owner, task));
        habits.course(task)
                .handOver()
                .filter(over -> habits.first("seen to go over", task))
                .ifPresent(over -> planHandOver(task, owner, over));
        Optional<ScenarioFile.Block> block = habits.first("looked for trouble", task)
                ? habits.course(task).block().or(() -> dice(task, owner))
                : Optional.empty();
        if (block.isPresent()) {
            planBlock(task, owner, block.get());
        } else if (!TaskHabits.fingerprint(task).equals(trouble.get(task.id()))) {
            planEnd(task, owner, since(task));
        }
    }

    private void planHandOver(Card task, Player owner, ScenarioFile.HandOver over) {
        Instant then = owner.awakeAt(since(task).plus(over.after()));
        habits.at(task, name("hand over", task, owner), owner, then, (player, now) -> handOver(player, now, over));
    }

    private void planBlock(Card task, Player owner, ScenarioFile.Block block) {
        Duration effort = Objects.requireNonNull(left.get(task.id()));
        Duration before = block.after().compareTo(effort) < 0 ? block.after() : effort.dividedBy(2);
        left.put(task.id(), effort.minus(before));
        trouble.put(task.id(), TaskHabits.fingerprint(task));
        Instant then = owner.worksUntil(since(task), before);
        habits.at(task, name("block", task, owner), owner, then, (player, now) -> block(player, now, block));
    }

    private void planEnd(Card task, Player owner, Instant from) {
        Instant then = owner.worksUntil(from, Objects.requireNonNull(left.get(task.id())));
        habits.at(task, name("complete", task, owner), owner, then, this::complete);
    }

    /// What it waits for has to be on stage and open, else there is nothing to wait for.
    private boolean canBlock(ScenarioFile.Block block, Card task) {
        Optional<Id> thing = block.waitsFor().flatMap(this::thing).map(Ref::id);
        if (thing.isEmpty()) {
            return true;
        }
        boolean work = stage.sight()
                .task(thing.get())
                .filter(card -> !TaskHabits.isOver(card))
                .isPresent();
        boolean question = stage.sight()
                .decision(thing.get())
                .filter(DecisionHabits::isOpen)
                .isPresent();
        return (work || question) && !thing.get().equals(task.id());
    }

    private Optional<Ref> thing(String named) {
        boolean known = stage.script().questions().containsKey(named)
                || stage.script().work().containsKey(named);
        return known ? Optional.of(habits.ref(named)) : Optional.empty();
    }

    private Optional<ScenarioFile.Block> dice(Card task, Player owner) {
        String what = "blocks " + habits.label(task);
        if (!owner.happens(owner.member().habits().blocks(), what)) {
            return Optional.empty();
        }
        return Optional.of(new ScenarioFile.Block(
                QUICK,
                muster.tasks.BlockCause.INFORMATION,
                Optional.empty(),
                "I wait for an answer from the supplier of the system concerned.",
                Optional.of(Duration.ofMinutes(60 + Math.round(180 * owner.roll(what + " lasts")))),
                Optional.of("The answer came.")));
    }

    private void block(Player player, Card task, ScenarioFile.Block block) {
        trouble.remove(task.id());
        Optional<Ref> thing = block.waitsFor().flatMap(this::thing);
        Optional<Id> person = block.waitsFor()
                .filter(named -> thing.isEmpty())
                .flatMap(stage::speaker)
                .map(Player::person);
        if (!canBlock(block, task)) {
            planEnd(task, player, stage.time());
            return;
        }
        stage.act(
                player,
                "tasks.block",
                "task",
                task.id(),
                "cause",
                block.cause(),
                "person",
                person,
                "thing",
                thing,
                "note",
                block.note());
    }

    /// What time brings is there after a while; for everything else Muster itself says when.
    private void stuck(Card task, Player owner) {
        if (task.has("blocked.thing")) {
            return;
        }
        Optional<ScenarioFile.Block> block = habits.course(task).block();
        Duration lasts = block.flatMap(ScenarioFile.Block::lasts)
                .orElse(Duration.ofMinutes(60 + Math.round(180 * owner.roll("unblocks " + habits.label(task)))));
        Instant then = owner.awakeAt(since(task).plus(lasts));
        String note = block.flatMap(ScenarioFile.Block::solved).orElse("What was missing is there.");
        habits.at(
                task,
                name("unblock", task, owner),
                owner,
                then,
                (player, now) -> stage.act(player, "tasks.unblock", "task", now.id(), "note", note));
    }

    private void handOver(Player player, Card task, ScenarioFile.HandOver over) {
        stage.speaker(over.to())
                .filter(to -> !to.equals(player))
                .ifPresent(to -> stage.act(
                        player, "tasks.hand-over", "task", task.id(), "to", to.person(), "reason", over.reason()));
    }

    private void complete(Player player, Card task) {
        if (task.has("offer")) {
            // somebody is asked to take it over: whoever has it then finishes it
            stage.agenda.again(
                    name("complete", task, player),
                    stage.time().plus(QUICK),
                    () -> stage.look(player, "tasks.board", task.id())
                            .filter(now -> now.text("state").equals("in-progress"))
                            .filter(now -> now.person("owner").equals(Optional.of(player.person())))
                            .ifPresent(now -> complete(player, now)));
            return;
        }
        String result = habits.course(task).result().map(String::strip).orElse("Done as described.");
        List<Ref> evidence = task.is("evidenceRequired") ? List.of(finding(player, task, result)) : List.of();
        left.put(task.id(), AMENDING);
        stage.act(player, "tasks.complete", "task", task.id(), "note", result, "evidence", evidence);
    }

    /// The result as a message that can be referred to.
    private Ref finding(Player player, Card task, String result) {
        Id message = stage.ids().id("finding " + task.id() + " " + task.text("since"));
        moves.say(player, FINDINGS, "**" + task.text("title") + "**\n\n" + result, Optional.of(message));
        return Ref.to("channels", message);
    }
}
