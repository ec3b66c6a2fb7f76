package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import muster.kernel.Id;
import muster.server.console.Desk.DeskProblem;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;

/// One play of a scenario in a room: opens the crisis, plays it, and counts what it cost.
///
/// @param badges of the cast, in the order of the scenario
/// @param ids of this play
/// @param watcher is told of every command, on the playing thread
/// @param stopped asked before every step
public record Drill(
        Script script,
        Room room,
        List<Badge> badges,
        Ids ids,
        Pace pace,
        Consumer<Act> watcher,
        BooleanSupplier stopped) {

    /// How it went.
    ///
    /// @param crisis the id of the crisis
    /// @param closed whether it came to its end
    /// @param acts every command, in order
    /// @param took real time
    public record Result(Id crisis, boolean closed, List<Act> acts, Measures measures, Duration took) {}

    /// In the way of drills: as fast as it goes, watched by nobody.
    public static Drill of(Script script, Room room, List<Badge> badges, Ids ids) {
        return new Drill(script, room, badges, ids, new Pace.Headless(), act -> {}, () -> false);
    }

    public Drill at(Pace other) {
        return new Drill(script, room, badges, ids, other, watcher, stopped);
    }

    public Drill watchedBy(Consumer<Act> other) {
        return new Drill(script, room, badges, ids, pace, other, stopped);
    }

    public Drill until(BooleanSupplier stop) {
        return new Drill(script, room, badges, ids, pace, watcher, stop);
    }

    /// Plays it.
    ///
    /// @throws InterruptedException if the thread is interrupted while time goes by
    /// @throws DeskProblem in words for people, if it cannot be played in this room
    public Result play() throws InterruptedException {
        Instant begun = room.now();
        List<Player> cast = cast();
        Id crisis = ids.id("crisis");
        Play play = new Play(script, room, cast, ids, pace, watcher, stopped);
        open(cast, crisis, play.stage());
        play.run();
        Stage stage = play.stage();
        Map<Id, String> names = new HashMap<>();
        cast.forEach(player -> names.put(player.person(), player.member().name()));
        Measures measures =
                Measures.of(room.history(stage.director().badge()), id -> names.getOrDefault(id, "a visitor"));
        return new Result(
                crisis,
                stage.sight().isClosed(),
                List.copyOf(stage.acts()),
                measures,
                Duration.between(begun, room.now()));
    }

    private List<Player> cast() {
        List<Player> cast = new ArrayList<>();
        for (ScenarioFile.Member member : script.scenario().cast()) {
            Badge badge = badges.stream()
                    .filter(each -> each.handle().equals(member.handle()))
                    .findFirst()
                    .orElseThrow(() -> new DeskProblem("There is no badge for " + member.handle() + "."));
            cast.add(new Player(member, badge, ids));
        }
        return cast;
    }

    private void open(List<Player> cast, Id crisis, Stage stage) {
        ScenarioFile.Opening opening = script.scenario().opening();
        Player opener = cast.stream()
                .filter(player -> player.handle().equals(opening.by()))
                .findFirst()
                .orElseThrow();
        Reply reply = room.open(
                opener.badge(),
                "crises.open",
                Fields.of(
                        "crisis",
                        crisis,
                        "exercise",
                        true,
                        "codeName",
                        opening.codeName(),
                        "summary",
                        opening.summary().strip(),
                        "startsAt",
                        opening.at()),
                crisis);
        stage.note(opener, "crises.open", reply);
        if (!reply.isCommitted()) {
            throw new DeskProblem(
                    opener.handle() + " cannot open the exercise: " + reply.text() + ". " + reply.words());
        }
    }
}
