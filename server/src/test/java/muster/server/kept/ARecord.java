package muster.server.kept;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import muster.charter.AnOrganisation;
import muster.kernel.Command;
import muster.kernel.Engine;
import muster.kernel.Fold;
import muster.kernel.Journal;
import muster.kernel.KeptFolds;
import muster.kernel.Outcome;
import muster.kernel.Published;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.Submission;
import muster.people.PeopleCommand;
import muster.server.Features;
import muster.testing.Actors;
import muster.testing.CallingThread;
import muster.testing.HandClock;
import muster.testing.MemoryJournal;
import muster.testing.SeededEntropy;

/// The record of an organisation in memory, and the folder in which its folds are kept.
final class ARecord {
    static final StreamId STREAM = StreamId.ORGANISATION;
    static final Secret SECRET = secret(1);
    static final String BUILD = "this-build";

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    final MemoryJournal journal = new MemoryJournal();
    final Engine engine = engine(journal, 1, KeptFolds.NONE);
    private final Path folder;
    private int given;

    /// @param seed another one gives other salts, and so another history of the same events
    ARecord(Path folder, long seed) {
        this.folder = folder;
        Engine writing = engine(journal, seed, KeptFolds.NONE);
        writing.found().join();
        AnOrganisation.setUp(NOW.plus(Duration.ofDays(30))).forEach(command -> give(writing, command));
    }

    static Secret secret(int of) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) of;
        return new Secret(bytes);
    }

    static Engine engine(Journal journal, long seed, KeptFolds kept) {
        return new Engine(
                Features.catalogue(),
                journal,
                new HandClock(NOW),
                new SeededEntropy(seed),
                secret(2),
                new CallingThread(),
                "record.example/muster",
                kept);
    }

    private void give(Engine to, Command command) {
        Outcome outcome = to.submit(Submission.of(STREAM, Actors.operator(), command, "given " + given++))
                .join();
        if (!(outcome instanceof Outcome.Committed)) {
            throw new AssertionError(outcome);
        }
    }

    /// Dana signs in, and again, and again.
    void goesOn(Engine on, int entries) {
        for (int i = 0; i < entries; i++) {
            give(
                    on,
                    new PeopleCommand.IssueToken(
                            Actors.id("dana"),
                            Actors.id("session " + given),
                            NOW.plus(Duration.ofDays(3)),
                            Optional.empty()));
        }
    }

    void goesOn(int entries) {
        goesOn(engine(journal, 7, KeptFolds.NONE), entries);
    }

    long size() {
        return journal.tip(STREAM).size();
    }

    /// As it is, folded from the beginning.
    Published published() {
        return engine(journal, 1, KeptFolds.NONE).published(STREAM);
    }

    Fold replayed(long size) {
        return engine(journal, 1, KeptFolds.NONE).at(STREAM, size).own();
    }

    FoldFiles files() {
        return files(SECRET, BUILD, journal);
    }

    FoldFiles files(Secret secret, String build, Journal over) {
        return new FoldFiles(folder, secret, Features.catalogue(), over, CompletableFuture.completedFuture(build));
    }

    /// The file of the only fold that is kept.
    static Path file(Path folder, StreamId stream, long size) {
        return folder.resolve(stream + "." + size + ".fold");
    }

    static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }
}
