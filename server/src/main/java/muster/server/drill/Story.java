package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import muster.server.library.Move;
import muster.server.library.ScenarioFile;

/// What people do of their own accord, each when its cue is there; and what the world does.
final class Story {
    private final Stage stage;
    private final Moves moves;
    private final List<Move> waiting;

    Story(Stage stage) {
        this.stage = stage;
        this.moves = new Moves(stage);
        this.waiting = new ArrayList<>(stage.script().scenario().story());
        for (ScenarioFile.Inject inject : stage.script().scenario().injects()) {
            stage.agenda.once("inject " + inject.id(), inject.at(), () -> {
                moves.inject(inject);
                stage.cues.put(inject.id(), stage.time());
            });
        }
    }

    /// Notes what can be done now that could not before.
    void look() {
        List<Move> ready = waiting.stream()
                .filter(move -> stage.cues.keySet().containsAll(move.after()))
                .toList();
        for (Move move : ready) {
            waiting.remove(move);
            if (isWanted(move)) {
                schedule(move);
            }
        }
    }

    /// Whether the last question in its cues was answered as the move wants it.
    private boolean isWanted(Move move) {
        if (move.option().isEmpty()) {
            return true;
        }
        return move.after().stream()
                .filter(stage.script().questions()::containsKey)
                .reduce((first, second) -> second)
                .map(stage::decision)
                .flatMap(stage.sight()::decision)
                .map(card -> card.text("verdict.option"))
                .filter(move.option().get()::equals)
                .isPresent();
    }

    private void schedule(Move move) {
        String what = "move " + stage.script().scenario().story().indexOf(move);
        Instant cue = move.after().stream()
                .map(stage.cues::get)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(stage.time());
        Instant ready = stage.speaker(move.by())
                .map(player -> ready(move, player, cue, what))
                .orElse(cue);
        stage.agenda.once(what, later(ready, stage.time()), () -> make(move, what));
    }

    private static Instant ready(Move move, Player player, Instant cue, String what) {
        Instant since = move.at().map(at -> later(at, cue)).orElse(cue);
        boolean byTheClock = move.at().filter(at -> !at.isBefore(cue)).isPresent();
        return byTheClock || move.delay().isPresent()
                ? player.awakeAt(since.plus(move.delay().orElse(Duration.ZERO)))
                : player.getsTo(since, what, false);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /// Whoever speaks for the role by now does it; somebody asleep does it later.
    private void make(Move move, String what) {
        Optional<Player> player = stage.speaker(move.by());
        if (player.isEmpty()) {
            return;
        }
        if (!player.get().isAwake(stage.time())) {
            stage.agenda.again(what, player.get().awakeAt(stage.time()), () -> make(move, what));
            return;
        }
        if (moves.make(move, player.get())) {
            move.id().ifPresent(id -> stage.cues.put(id, stage.time()));
        } else if (move.close().isPresent()) {
            // something is open still; whoever closes tries again
            stage.agenda.again(what, stage.time().plus(Duration.ofHours(1)), () -> make(move, what));
        }
    }

    /// Whether nothing of the story is left to come.
    boolean isTold() {
        return waiting.isEmpty();
    }
}
