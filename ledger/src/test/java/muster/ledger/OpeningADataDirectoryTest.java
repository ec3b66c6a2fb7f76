package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.append;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import muster.kernel.Journal;
import muster.kernel.Journal.Committed;
import muster.kernel.Journal.JournalUnavailable;
import muster.kernel.Journal.NotAppended;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningADataDirectoryTest {
    private static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private DataDirectory open() throws IOException {
        return DataDirectory.open(data(), SIGNER);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data().resolve("journal.db"))) {
            SqliteFile.run(connection, sql);
        }
    }

    @Test
    void what_was_appended_is_there_after_opening_again() throws IOException {
        Journal.Tip tip;
        try (DataDirectory directory = open()) {
            Journal.Appended appended =
                    directory.journal().append(batch(ONE, 0, append("a", 3))).join();
            tip = ((Committed) appended).tip();
        }
        try (DataDirectory directory = open()) {
            assertThat(directory.journal().tip(ONE)).isEqualTo(tip);
            assertThat(AnEntry.texts(directory.journal(), ONE)).hasSize(3);
            assertThat(directory.journal().find(ONE, "a")).isPresent();
        }
    }

    @Test
    void after_closing_only_the_journal_and_the_lock_are_there() throws IOException {
        open().close();
        try (var files = Files.list(data())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("journal.db", "lock");
        }
        assertThat(Files.size(data().resolve("lock"))).isZero();
    }

    @Test
    void one_at_a_time_in_one_process() throws IOException {
        assertThat(Files.exists(data())).isFalse();
        DataDirectory directory = open();
        assertThat(DirectoryLock.isHeld(data())).isTrue();
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessage("Another Muster holds the data directory " + data() + ".");
        assertThat(DirectoryLock.isHeld(data())).as("looking does not let go").isTrue();
        directory.close();
        assertThat(DirectoryLock.isHeld(data())).isFalse();
        open().close();
    }

    @Test
    void a_second_process_is_refused() throws IOException, InterruptedException {
        try (DataDirectory directory = open()) {
            assertThat(directory.journal().streams()).isEmpty();
            assertThat(takenByAnotherProcess()).isFalse();
        }
        assertThat(takenByAnotherProcess()).isTrue();
    }

    private boolean takenByAnotherProcess() throws IOException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TakingALock.class.getName(),
                        data().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).isIn(0, 9);
        return other.exitValue() == 0;
    }

    /// Run by another process.
    public static final class TakingALock {
        private TakingALock() {}

        public static void main(String... args) throws IOException {
            System.exit(DirectoryLock.take(Path.of(args[0])).isPresent() ? 0 : 9);
        }
    }

    @Test
    void other_keys_than_the_records_are_refused_at_once() throws IOException {
        try (DataDirectory directory = open()) {
            directory.journal().append(batch(StreamId.ORGANISATION, 0, "a")).join();
        }
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 9);
        assertThatThrownBy(() -> DataDirectory.open(data(), new CheckpointSigner(seed)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not those of the record");
        open().close();
    }

    @Test
    void another_schema_is_refused_with_a_clear_sentence() throws IOException, SQLException {
        open().close();
        sql("PRAGMA user_version = 2");
        assertThatThrownBy(this::open).hasMessageContaining("schema version 2, but this Muster knows only 1");
        sql("PRAGMA user_version = 1");
        sql("CREATE TABLE more (x)");
        assertThatThrownBy(this::open).hasMessageContaining("The tables of the journal are not those");
        sql("DROP TABLE more");
        sql("PRAGMA application_id = 1");
        assertThatThrownBy(this::open).hasMessageContaining("not a journal of Muster");
        assertThat(DirectoryLock.isHeld(data()))
                .as("whoever is refused holds nothing")
                .isFalse();
    }

    @Test
    void what_is_no_database_is_refused_with_a_clear_sentence() throws IOException {
        Files.createDirectory(data());
        Files.writeString(data().resolve("journal.db"), "This is a letter, not a database. ".repeat(100));
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
    }

    @Test
    void a_full_disk_leaves_what_is_there_and_space_is_enough_to_go_on() throws Store.Fault, IOException {
        Files.createDirectory(data());
        SqliteStore store = new SqliteStore(data().resolve("journal.db"), List.of("PRAGMA max_page_count = 40"));
        LedgerJournal journal = new LedgerJournal(store, SIGNER, Runnable::run);
        assertThat(journal.append(batch(ONE, 0, append("a", 20))).join()).isInstanceOf(Committed.class);
        assertThat(journal.append(batch(ONE, 20, append("b", 5_000))).join())
                .isEqualTo(new NotAppended("There is no space left for the journal."));
        assertThat(AnEntry.texts(journal, ONE)).hasSize(20);
        assertThat(journal.find(ONE, "b")).isEmpty();
        assertThat(journal.append(batch(ONE, 20, append("c", 1))).join()).isInstanceOf(Committed.class);
        journal.close();
        assertThat(Verifier.ofBytes()
                        .verify(data(), java.util.Optional.empty(), java.util.Optional.empty())
                        .text())
                .doesNotContain("size");
    }

    @Test
    void a_journal_that_can_only_be_read_says_so() throws Store.Fault, IOException {
        open().close();
        SqliteStore store = new SqliteStore(data().resolve("journal.db"), List.of("PRAGMA query_only = 1"));
        LedgerJournal journal = new LedgerJournal(store, SIGNER, Runnable::run);
        assertThat(journal.append(batch(ONE, 0, "a")).join())
                .isEqualTo(new NotAppended("The journal can only be read, not written."));
        assertThat(journal.tip(ONE).size()).isZero();
        journal.close();
    }

    @Test
    void a_closed_journal_answers_and_does_not_come_back() throws IOException {
        DataDirectory directory = open();
        LedgerJournal journal = directory.journal();
        directory.close();
        assertThat(journal.append(batch(ONE, 0, "a")).join()).isInstanceOf(NotAppended.class);
        assertThatThrownBy(() -> journal.tip(ONE)).isInstanceOf(JournalUnavailable.class);
    }
}
