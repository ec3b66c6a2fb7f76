package muster.ledger;

import java.nio.file.Path;
import muster.kernel.Journal;
import org.junit.jupiter.api.io.TempDir;

/// The contract on SQLite, in a directory whose name is as awkward as a name can be.
class KeepingAJournalInSqliteTest implements JournalContract {
    @TempDir
    private Path folder;

    @Override
    public Journal open() {
        try {
            Path file = java.nio.file.Files.createDirectories(folder.resolve("a b?c#d%20&mode=ro"))
                    .resolve("journal.db");
            return new LedgerJournal(new SqliteStore(file), Fair.SIGNER, Runnable::run);
        } catch (Store.Fault | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
