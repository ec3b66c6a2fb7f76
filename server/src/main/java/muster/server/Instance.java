package muster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import muster.kernel.Catalogue;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Ground;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.kernel.Time;
import muster.ledger.Backup;
import muster.ledger.DataDirectory;
import muster.ledger.DirectoryLock;
import muster.ledger.Keys;
import muster.server.alarm.AlarmClock;
import muster.server.console.Desk;
import muster.server.console.Desk.DeskProblem;
import muster.server.console.EngineDesk;
import muster.server.console.Socket;
import muster.server.courier.Courier;
import muster.server.courier.NoticeLog;
import muster.server.kept.FoldFiles;
import muster.server.signin.Tokens;

/// One Muster on one data directory: journal, engine, and what works beside them. Explicit wiring, from the
/// inside out; the network comes on top of it.
public final class Instance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Instance.class.getName());

    /// With less than this, nothing more would be written soon.
    private static final long LEAST_SPACE = 16L * 1024 * 1024;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /// The key without which a record cannot be continued.
    private static final String SIGNING_KEY = "checkpoints.key";

    /// In the data directory; whoever deletes it loses time and nothing else.
    private static final String CACHE = "cache";

    private final Path data;
    private final ExecutorService turns;
    private final Engine engine;
    private final Tokens tokens;
    private final Keys keys;
    /// What is to be closed, in this order.
    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();

    private Instance(Path data, DataDirectory directory, Keys keys, Catalogue catalogue, String name) {
        this.data = data;
        this.keys = keys;
        this.turns = Executors.newVirtualThreadPerTaskExecutor();
        this.tokens = new Tokens(keys.tokens());
        FoldFiles folds = new FoldFiles(data.resolve(CACHE), keys.tokens(), catalogue, directory.journal());
        this.engine = new Engine(
                catalogue,
                directory.journal(),
                Time.ofMachine(),
                Entropy.ofMachine(),
                keys.requests(),
                turns,
                name,
                folds);
        parts.add(turns);
        parts.add(folds);
        parts.add(directory);
    }

    /// Whether a process holds the data directory.
    public static boolean isHeld(Path data) {
        try {
            return Files.isDirectory(data) && DirectoryLock.isHeld(data);
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + data + " cannot be looked at", e);
        }
    }

    /// Whether there is a record in the data directory.
    public static boolean hasRecord(Path data) {
        return Files.exists(data.resolve(DataDirectory.JOURNAL));
    }

    /// Opens the data directory and begins the organisation's stream where there is none yet.
    ///
    /// @throws Desk.DeskProblem in words if that cannot be
    public static Instance open(Path data, Path keys) {
        return open(data, keys, Optional.empty());
    }

    /// @param name of the log, chosen once: what the origin line of every checkpoint starts with
    /// @throws Desk.DeskProblem in words if that cannot be
    public static Instance open(Path data, Path keys, Optional<String> name) {
        if (hasRecord(data) && !Files.exists(keys.resolve(SIGNING_KEY))) {
            throw new DeskProblem("The keys of the record in " + data + " are not in " + keys
                    + ": put them back, or say with --keys where they are; new ones could not continue it.");
        }
        try {
            Keys held = Keys.in(keys, Entropy.ofMachine());
            if (!Files.exists(data)) {
                Files.createDirectories(data, OWNER_ONLY);
            }
            DataDirectory directory = DataDirectory.open(data, held.signer());
            try {
                return found(data, directory, held, name);
            } catch (RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DeskProblem(words(e), e);
        } catch (Journal.JournalUnavailable | IllegalStateException | IllegalArgumentException | Malformed e) {
            throw new DeskProblem(
                    "The record in " + data + " cannot be read (" + e.getMessage() + "); muster verify " + data
                            + " says what is wrong with it.",
                    e);
        }
    }

    private static Instance found(Path data, DataDirectory directory, Keys keys, Optional<String> name) {
        Optional<String> named = named(directory.journal());
        if (named.isPresent() && name.isPresent() && !named.equals(name)) {
            throw new DeskProblem("The log in " + data + " bears the name " + named.get()
                    + ", which was chosen once and stays; the configuration says " + name.get() + ".");
        }
        String log = named.or(() -> name).orElseGet(Instance::newName);
        Instance instance = new Instance(data, directory, keys, Features.catalogue(), log);
        try {
            instance.begin(named.isEmpty());
            return instance;
        } catch (RuntimeException e) {
            instance.turns.close();
            throw e;
        }
    }

    /// @param fresh whether there is no record yet
    private void begin(boolean fresh) {
        // the first use of the key takes a while, and reading the record another: side by side
        CompletableFuture<String> firstUse =
                CompletableFuture.supplyAsync(() -> engine.journal().verifierKey("first/organisation/1"));
        if (fresh) {
            Outcome begun = engine.found().join();
            if (!(begun instanceof Outcome.Committed)) {
                throw new DeskProblem("The record in " + data + " cannot be begun: " + EngineDesk.words(begun));
            }
        }
        Ground ground = engine.published(StreamId.ORGANISATION).fold().ground().orElseThrow();
        firstUse.join();
        if (!ground.key().equals(engine.journal().verifierKey(ground.origin()))) {
            throw new DeskProblem("The keys that were given are not those of the record in " + data + ".");
        }
    }

    /// What went wrong with a file, as a sentence.
    public static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied -> "Access to " + denied.getFile() + " is denied.";
            case FileSystemException wrong ->
                wrong.getFile() + " cannot be used: "
                        + Optional.ofNullable(wrong.getReason())
                                .orElse(wrong.getClass().getSimpleName()) + ".";
            default -> String.valueOf(e.getMessage());
        };
    }

    /// The name that the organisation's checkpoints bear already.
    private static Optional<String> named(Journal journal) {
        String checkpoint = journal.tip(StreamId.ORGANISATION).checkpoint();
        String origin = checkpoint.lines().findFirst().orElse("");
        int end = origin.indexOf("/organisation/");
        return end < 0 ? Optional.empty() : Optional.of(origin.substring(0, end));
    }

    private static String newName() {
        return "muster-" + Entropy.ofMachine().id().text().substring(0, 8);
    }

    /// Starts what works without being asked: errands, alarms, and the operator's socket.
    public void start(Desk desk) {
        Courier carrying = new Courier(engine, Map.of("notice", new NoticeLog()));
        parts.addFirst(carrying);
        carrying.start();
        AlarmClock alarms = new AlarmClock(engine);
        parts.addFirst(alarms);
        alarms.start();
        try {
            parts.addFirst(Socket.listen(data, desk));
        } catch (IOException e) {
            throw new DeskProblem("The operator's socket cannot be opened: " + words(e), e);
        }
    }

    /// Whether commands could be taken now, found out by looking.
    public Health health() {
        try {
            engine.journal().tip(StreamId.ORGANISATION);
            if (!Files.isWritable(data)) {
                return Health.notReady("The data directory cannot be written to.");
            }
            return Files.getFileStore(data).getUsableSpace() < LEAST_SPACE
                    ? Health.notReady("The disk is full.")
                    : Health.READY;
        } catch (Journal.JournalUnavailable e) {
            return Health.notReady("The journal is not available.");
        } catch (IOException e) {
            return Health.notReady("The data directory cannot be looked at.");
        }
    }

    public Engine engine() {
        return engine;
    }

    public Tokens tokens() {
        return tokens;
    }

    public Keys keys() {
        return keys;
    }

    /// The desk of this instance, for links under this address; it closes the instance when it is closed.
    public Desk desk(String address) {
        return new EngineDesk(engine, tokens::token, link -> address + tokens.linkPath(link), this::backup) {
            @Override
            public void close() {
                Instance.this.close();
            }
        };
    }

    private void backup(Path to) {
        try {
            Backup.copy(data, to);
        } catch (IOException e) {
            throw new DeskProblem(words(e), e);
        }
    }

    /// Stops what works by itself, lets turns end, and closes the journal. To close it again does nothing.
    @Override
    public void close() {
        for (AutoCloseable part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "closing", e);
            }
        }
    }
}
