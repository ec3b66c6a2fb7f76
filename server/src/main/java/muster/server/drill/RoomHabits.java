package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What people do about the room itself: they take the seats that are offered to them, and whoever leads
/// gives the updates that were promised.
final class RoomHabits {
    private static final Duration BEFORE = Duration.ofMinutes(10);

    private final Stage stage;

    RoomHabits(Stage stage) {
        this.stage = stage;
    }

    void look() {
        for (Card seat : stage.sight().seats()) {
            seat.person("offeredTo").flatMap(stage::player).ifPresent(player -> {
                String what = "take " + seat.text("role") + " " + seat.text("offeredAt");
                Instant at = player.getsTo(seat.time("offeredAt").orElse(stage.time()), what, true);
                stage.agenda.once(
                        what,
                        at,
                        () -> stage.look(player, "crises.seats", seat.id())
                                .filter(now -> now.person("offeredTo").equals(Optional.of(player.person())))
                                .ifPresent(now -> stage.act(player, "crises.accept-seat", "role", now.text("role"))));
            });
        }
        stage.sight().crisis().ifPresent(this::updates);
    }

    private void updates(Card crisis) {
        Optional<Instant> promised = crisis.time("updatePromisedFor");
        if (promised.isEmpty()) {
            return;
        }
        Instant due = promised.get();
        if (stage.time().isBefore(due)) {
            stage.agenda.once("tick " + due, due, () -> {});
        }
        String what = "update " + due;
        Instant early = due.minus(BEFORE).isBefore(stage.time()) ? stage.time() : due.minus(BEFORE);
        stage.agenda.once(what, early, () -> give(what, due));
    }

    /// Whoever leads at that moment, as soon as they can.
    private void give(String what, Instant due) {
        Optional<Player> lead = stage.speaker(Stage.LEAD);
        boolean open = stage.sight()
                .crisis()
                .flatMap(card -> card.time("updatePromisedFor"))
                .equals(Optional.of(due));
        if (lead.isEmpty() || !open || stage.sight().isClosed()) {
            return;
        }
        if (!lead.get().isAwake(stage.time())) {
            stage.agenda.again(what, lead.get().awakeAt(stage.time()), () -> give(what, due));
            return;
        }
        stage.act(lead.get(), "crises.give-update", "text", words());
    }

    private String words() {
        List<Card> tasks = stage.sight().tasks();
        long done =
                tasks.stream().filter(task -> task.text("state").equals("done")).count();
        long blocked = tasks.stream()
                .filter(task -> task.text("state").equals("blocked"))
                .count();
        List<String> open = stage.sight().decisions().stream()
                .filter(DecisionHabits::isOpen)
                .map(question -> question.text("label"))
                .toList();
        return "%d of %d tasks are done, %s. %s"
                .formatted(
                        done,
                        tasks.size(),
                        blocked == 0 ? "none is blocked" : blocked + " blocked",
                        open.isEmpty()
                                ? "No decision is waiting."
                                : "Waiting for a decision: " + String.join(", ", open) + ".");
    }
}
