package muster.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.kernel.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class KeepingAJournalOnSqliteTest implements JournalOverAStore {
    @TempDir
    private Path folder;

    private final List<LedgerJournal> open = new ArrayList<>();

    @Override
    public Journal journal() {
        try {
            SqliteStore store = new SqliteStore(folder.resolve("journal.db"));
            LedgerJournal journal = new LedgerJournal(store, new CheckpointSigner(new byte[32]), Runnable::run);
            open.add(journal);
            return journal;
        } catch (Store.Fault e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        open.forEach(LedgerJournal::close);
    }
}
