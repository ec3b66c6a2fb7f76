package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A data directory that this process writes to: the lock, the store and the journal over it, with the one platform
/// thread that commits.
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
        Optional<DirectoryLock> taken = DirectoryLock.take(directory);
        DirectoryLock lock =
                taken.orElseThrow(() -> new IOException("Another Muster holds the data directory " + directory + "."));
        try {
            ExecutorService commits = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("journal").daemon(true).factory());
            SqliteStore store = new SqliteStore(directory.resolve(JOURNAL));
            return new DataDirectory(lock, commits, new LedgerJournal(store, signer, commits));
        } catch (Store.Fault fault) {
            lock.close();
            throw new IOException(fault.getMessage(), fault);
        }
    }

    public LedgerJournal journal() {
        return journal;
    }

    @Override
    public void close() throws IOException {
        commits.close();
        journal.close();
        lock.close();
    }
}
