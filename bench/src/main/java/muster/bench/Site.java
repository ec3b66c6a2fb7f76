package muster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import muster.channels.ChannelCommand;
import muster.crises.RegisterCommand;
import muster.kernel.Actor;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Errand;
import muster.kernel.Id;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.kernel.Time;
import muster.ledger.DataDirectory;
import muster.ledger.Keys;
import muster.ledger.LedgerJournal;
import muster.ledger.SqliteStore;
import muster.ledger.Store;
import muster.server.Features;
import muster.server.Server;
import muster.server.courier.Courier;
import muster.server.courier.Outlet;
import muster.server.door.Limits;
import muster.server.kept.FoldFiles;
import muster.server.signin.Tokens;
import muster.testing.Actors;
import org.jspecify.annotations.Nullable;

/// A Muster in this process on a data directory, wired as `serve` wires it but for the counting of commits,
/// with a crew and crises in it.
final class Site implements AutoCloseable {
    private static final int AT_ONCE = 64;
    /// So that filling waits less for the disk; nobody measures it.
    private static final int FILLING_AT_ONCE = 512;

    private final MeasuredStore store;
    private final ExecutorService commits;
    private final ExecutorService turns = Executors.newVirtualThreadPerTaskExecutor();
    private final LedgerJournal journal;
    private final FoldFiles folds;
    private final Engine engine;
    private final Courier courier;
    private final Keys keys;
    private final Tokens tokens;
    private final Crew crew;
    private final Instant since = Instant.now();
    private @Nullable Server server;
    private int submissions;

    private Site(Path data, Crew crew) throws IOException, Store.Fault {
        this.crew = crew;
        Files.createDirectories(data);
        keys = Keys.in(data.resolveSibling(data.getFileName() + ".keys"), Entropy.ofMachine());
        tokens = new Tokens(keys.tokens());
        store = new MeasuredStore(new SqliteStore(data.resolve(DataDirectory.JOURNAL)));
        commits = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("journal").daemon(true).factory());
        journal = new LedgerJournal(store, keys.signer(), commits);
        folds = new FoldFiles(data.resolve("cache"), keys.tokens(), Features.catalogue(), journal);
        engine = new Engine(
                Features.catalogue(),
                journal,
                Time.ofMachine(),
                Entropy.ofMachine(),
                keys.requests(),
                turns,
                "bench.example/muster",
                folds);
        courier = new Courier(
                engine,
                Map.of("notice", (stream, key, errand) -> new Outlet.Delivery(Errand.Outcome.DONE, "nobody reads it")));
        engine.found().join();
        courier.start();
    }

    /// Opens a data directory as it is.
    static Site open(Path data, Crew crew) {
        try {
            return new Site(data, crew);
        } catch (IOException e) {
            throw new UncheckedIOException("the site cannot be opened", e);
        } catch (Store.Fault e) {
            throw new IllegalStateException("the site cannot be opened", e);
        }
    }

    /// Makes a data directory in which the crew has so many crises, each with a topic to talk in.
    static Site set(Path data, Crew crew, int crises) {
        Site site = open(data, crew);
        site.all(StreamId.ORGANISATION, crew.setUp(Instant.now()), new Actor.Operator("setup"));
        for (int i = 0; i < crises; i++) {
            site.begin(i);
        }
        return site;
    }

    private void begin(int number) {
        give(
                StreamId.ORGANISATION,
                crew.actor(0, since),
                new RegisterCommand.Open(
                        Optional.of(Actors.id("crisis " + number)),
                        false,
                        "Crisis " + number,
                        "It is bad.",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        while (!engine.exists(crisis(number))) {
            LockSupport.parkNanos(1_000_000);
        }
        give(
                crisis(number),
                crew.actor(0, since),
                new ChannelCommand.OpenTopic(Optional.of(topic()), "Situation", Optional.empty()));
    }

    static StreamId crisis(int number) {
        return StreamId.of(Actors.id("crisis " + number));
    }

    /// The topic that there is in every crisis.
    static Id topic() {
        return Actors.id("topic");
    }

    Crew crew() {
        return crew;
    }

    Engine engine() {
        return engine;
    }

    MeasuredStore.Tally tally() {
        return store.tally();
    }

    String token(int who) {
        return tokens.token(crew.session(who));
    }

    List<String> tokens() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < crew.size(); i++) {
            all.add(token(i));
        }
        return all;
    }

    /// Gives a command that has to be committed.
    Outcome.Committed give(StreamId stream, Actor actor, Command command) {
        return committed(submit(stream, actor, command).join());
    }

    CompletableFuture<Outcome> submit(StreamId stream, Actor actor, Command command) {
        submissions++;
        return engine.submit(Submission.of(stream, actor, command, "bench " + since + " " + submissions));
    }

    private static Outcome.Committed committed(Outcome outcome) {
        if (outcome instanceof Outcome.Committed committed) {
            return committed;
        }
        throw new IllegalStateException("not committed: " + outcome);
    }

    private void all(StreamId stream, List<Command> commands, Actor actor) {
        for (int from = 0; from < commands.size(); from += AT_ONCE) {
            commands.subList(from, Math.min(commands.size(), from + AT_ONCE)).stream()
                    .map(command -> submit(stream, actor, command))
                    .toList()
                    .forEach(answer -> committed(answer.join()));
        }
    }

    /// Lets the crew work until the crisis has so many entries, or a few more, and nothing is on its way.
    void fill(int number, long entries) {
        StreamId crisis = crisis(number);
        Work work = new Work(crew);
        try (Progress progress = new Progress("writing", entries)) {
            for (long size = size(crisis); size < entries; ) {
                List<CompletableFuture<Outcome>> answers = new ArrayList<>();
                for (int i = 0; i < Math.min(FILLING_AT_ONCE, entries - size); i++) {
                    Work.Step step = work.next();
                    answers.add(submit(crisis, crew.actor(step.who(), since), step.command()));
                }
                answers.forEach(answer -> committed(answer.join()));
                long now = size(crisis);
                progress.step(now - size);
                size = now;
            }
        }
        while (engine.published(crisis).fold().outstanding().iterator().hasNext()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    long size(StreamId stream) {
        return engine.published(stream).fold().size();
    }

    /// Listens; the port is any free one.
    int listen(Limits limits) {
        Server.Parts local = Server.Parts.local(engine, keys.tokens(), 0);
        Server started = Server.start(new Server.Parts(
                local.engine(),
                local.tokens(),
                local.origin(),
                local.host(),
                local.port(),
                local.tls(),
                limits,
                local.health(),
                local.time(),
                local.entropy()));
        server = started;
        return started.port();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        courier.close();
        turns.close();
        folds.close();
        commits.close();
        journal.close();
    }
}
