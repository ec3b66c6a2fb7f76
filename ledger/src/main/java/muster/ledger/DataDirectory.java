package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import muster.kernel.Journal.JournalUnavailable;
import muster.kernel.StreamId;

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
    /// @throws IOException in words: somebody else holds it, it cannot be written, it holds no journal of this
    ///     version, or one that was signed with another key
    public static DataDirectory open(Path directory, CheckpointSigner signer) throws IOException {
        make(directory);
        DirectoryLock lock = DirectoryLock.take(directory)
                .orElseThrow(() -> new IOException("Another Muster holds the data directory " + directory + "."));
        DataDirectory opened;
        try {
            SqliteStore store = new SqliteStore(directory.resolve(JOURNAL));
            ExecutorService commits = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("muster-journal").daemon(true).factory());
            opened = new DataDirectory(lock, commits, new LedgerJournal(store, signer, commits));
        } catch (Store.Fault fault) {
            lock.close();
            throw new IOException(fault.words(), fault);
        }
        try {
            opened.journal.tip(StreamId.ORGANISATION);
            return opened;
        } catch (JournalUnavailable refused) {
            opened.close();
            throw new IOException(
                    "The keys that were given are not those of the record in " + directory + ", or it is damaged. "
                            + refused.getMessage(),
                    refused);
        }
    }

    private static void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            if (Files.getFileAttributeView(directory, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            Optional<Path> parent =
                    Optional.ofNullable(directory.toAbsolutePath().getParent());
            if (parent.isPresent()) {
                Keys.flush(parent.get());
            }
        }
        if (!Files.isWritable(directory)) {
            throw new IOException("The data directory " + directory + " cannot be written to.");
        }
    }

    public LedgerJournal journal() {
        return journal;
    }

    /// Lets the commit that runs come to its end, then lets go of everything.
    @Override
    public void close() throws IOException {
        journal.close();
        commits.close();
        lock.close();
    }
}
