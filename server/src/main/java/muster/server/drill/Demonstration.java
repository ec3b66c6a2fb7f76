package muster.server.drill;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import muster.kernel.Catalogue;
import muster.kernel.Id;
import muster.people.PeopleCommand;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;
import tools.jackson.databind.node.JsonNodeFactory;

/// A scenario played into a running server for people who look on: fast up to where it gets interesting, then
/// one thing after the other, with questions left for visitors, who sign in as members of the cast.
public final class Demonstration implements AutoCloseable {
    private static final Duration LINK = Duration.ofHours(12);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final List<Visitor> visitors;
    private final Id crisis;
    private final Thread player;
    private final CompletableFuture<Drill.Result> result = new CompletableFuture<>();
    private volatile boolean stopped;

    /// Somebody whom a visitor can be.
    ///
    /// @param roles whose office it is
    /// @param link signs in once
    public record Visitor(String handle, String name, List<String> roles, String link) {}

    private Demonstration(Drill drill, List<Visitor> visitors) {
        this.visitors = visitors;
        this.crisis = drill.ids().id("crisis");
        Drill stoppable = drill.until(() -> stopped);
        this.player = Thread.ofVirtual().name("demonstration").unstarted(() -> {
            try {
                result.complete(stoppable.play());
            } catch (InterruptedException closing) {
                result.cancel(false);
            } catch (RuntimeException fault) {
                result.completeExceptionally(fault);
            }
        });
    }

    /// Prepares the organisation and begins to play; returns at once.
    ///
    /// @param desk of the server; used only before this returns
    /// @param server its address
    /// @param play tells this play from others on the same server
    /// @param played whether a visitor has signed in as a person; asked on the playing thread
    /// @param watcher is told of every command, on the playing thread
    /// @throws DeskProblem in words for people, if the organisation cannot be prepared
    public static Demonstration begin(
            Desk desk,
            Catalogue catalogue,
            URI server,
            Script script,
            String play,
            Predicate<Id> played,
            Consumer<Act> watcher) {
        Ids ids = new Ids(play, 1);
        Backstage host = new DeskBackstage(desk, catalogue);
        List<Badge> badges = Rehearsal.prepare(host, script, ids, Instant.now());
        List<Visitor> visitors = new ArrayList<>();
        ScenarioFile scenario = script.scenario();
        scenario.demonstration()
                .ifPresent(it -> it.visitors()
                        .forEach(handle -> visitors.add(visitor(desk, host, ids, scenario, badges, handle))));
        Instant fastUntil = scenario.demonstration()
                .map(ScenarioFile.Demonstration::until)
                .orElse(scenario.opening().at());
        Drill drill = Drill.of(script, new HttpRoom(server), badges, ids)
                .at(new Pace.Followed(fastUntil, PAUSE, played))
                .watchedBy(watcher);
        Demonstration demonstration = new Demonstration(drill, visitors);
        demonstration.player.start();
        return demonstration;
    }

    private static Visitor visitor(
            Desk desk, Backstage host, Ids ids, ScenarioFile scenario, List<Badge> badges, String handle) {
        ScenarioFile.Member member = scenario.cast().stream()
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow();
        Badge badge = badges.stream()
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow();
        Id link = ids.id("link " + handle);
        host.give(
                new PeopleCommand.IssueLink(badge.person(), link, Instant.now().plus(LINK)));
        String address = desk.ask(
                        Desk.Ask.LINK, JsonNodeFactory.instance.objectNode().put("link", link.text()))
                .asString();
        return new Visitor(handle, member.name(), member.holds(), address);
    }

    public List<Visitor> visitors() {
        return visitors;
    }

    public Id crisis() {
        return crisis;
    }

    /// How it went, once it is over.
    public CompletableFuture<Drill.Result> result() {
        return result;
    }

    /// Stops playing; what was played stays.
    @Override
    public void close() {
        stopped = true;
        player.interrupt();
    }
}
