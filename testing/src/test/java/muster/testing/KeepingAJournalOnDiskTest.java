package muster.testing;

import java.io.IOException;
import java.nio.file.Path;
import muster.kernel.Journal;
import muster.ledger.CheckpointSigner;
import muster.ledger.DataDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class KeepingAJournalOnDiskTest extends JournalContract {
    @TempDir
    private Path folder;

    private DataDirectory directory;

    @BeforeEach
    void open() throws IOException {
        directory = DataDirectory.open(folder.resolve("data"), new CheckpointSigner(new SeededEntropy(1).bytes(32)));
    }

    @AfterEach
    void close() throws IOException {
        directory.close();
    }

    @Override
    protected Journal journal() {
        return directory.journal();
    }
}
