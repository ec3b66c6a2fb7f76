package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A data directory that this process writes to: the lock, the store and the journal over it, with the one
/// platform thread that commits.
public final class DataDirectory implements AutoCloseable {
    /// The file that holds the record.
    public static final String JOURNAL = "journal.db";

    private final DirectoryLock lock;
    private final ExecutorService commits;
    private final LedgerJournal journal;

    private DataDirectory(DirectoryLock lock, ExecutorService commits, LedgerJournal journal) {
        this.lock = lock;
        this.commits = commits;
        this.journal = journal;
    }

    /// Opens the directory for writing, making it where it is not there.
    ///
    /// @throws IOException in words: somebody else holds it, it cannot be written, it holds no journal of
    ///     this version
    public static DataDirectory open(Path directory, CheckpointSigner signer) throws IOException {
        Files.createDirectories(directory);
        if (!Files.isWritable(directory)) {
            throw new IOException("The data directory " + directory + " cannot be written to.");
        }
        DirectoryLock lock = DirectoryLock.take(directory)
                .orElseThrow(() -> new IOException("Another Muster holds the data directory " + directory + "."));
        try {
            SqliteStore store = new SqliteStore(directory.resolve(JOURNAL));
            ExecutorService commits = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("journal").daemon(true).factory());
            return new DataDirectory(lock, commits, new LedgerJournal(store, signer, commits));
        } catch (Store.Fault fault) {
            lock.close();
            throw new IOException(fault.getMessage(), fault);
        } catch (RuntimeException | Error fault) {
            lock.close();
            throw fault;
        }
    }

    public LedgerJournal journal() {
        return journal;
    }

    @Override
    public void close() throws IOException {
        try {
            commits.close();
            journal.close();
        } finally {
            lock.close();
        }
    }
}
