package muster.server.drill;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import muster.kernel.Catalogue;
import muster.server.Features;
import muster.server.console.Desk;
import muster.server.library.Library.Script;

/// A play over the network from beginning to end, with everything that has to be done before.
///
/// @param seed loads the dice of everybody's habits
/// @param watcher is told of every command
record Production(Script script, long seed, Pace pace, Consumer<Act> watcher) {

    /// Plays it in a server of its own, whose record stays in `data` of this folder.
    ///
    /// @throws InterruptedException if the thread is interrupted while time goes by
    Drill.Result inTheatre(Path folder) throws InterruptedException {
        try (Theatre theatre = Theatre.of(folder.resolve("data"), folder.resolve("keys"))) {
            return at(theatre.address(), theatre.desk(), Features.catalogue(), "drill " + seed);
        }
    }

    /// Plays it in a server that runs, on this host.
    ///
    /// @param desk of that server
    /// @param play tells this play from others on the same server
    /// @throws InterruptedException if the thread is interrupted while time goes by
    /// @throws muster.server.console.Desk.DeskProblem in words for people, if it cannot be played there
    Drill.Result at(URI server, Desk desk, Catalogue catalogue, String play) throws InterruptedException {
        Ids ids = new Ids(play, seed);
        List<Badge> badges = Rehearsal.prepare(new DeskBackstage(desk, catalogue), script, ids, Instant.now());
        try (HttpRoom room = new HttpRoom(server)) {
            return Drill.of(script, room, badges, ids)
                    .at(pace)
                    .watchedBy(watcher)
                    .play();
        }
    }
}
