package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import muster.kernel.Journal.Committed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody, such as an auditor, reads the file while it is written.
class ReadingBesideTheWriterTest {
    @TempDir
    private Path folder;

    private Path file;
    private SqliteStore store;
    private LedgerJournal journal;
    private Connection auditor;

    @BeforeEach
    void open() throws Store.Fault, SQLException {
        file = folder.resolve("journal.db");
        store = new SqliteStore(file, List.of("PRAGMA busy_timeout = 20"));
        journal = new LedgerJournal(store, new CheckpointSigner(new byte[32]), Runnable::run);
        append(0);
        auditor = SqliteFile.forReading(file);
        SqliteFile.run(auditor, "BEGIN");
        assertThat(SqliteFile.ask(auditor, "SELECT size FROM stream")).isEqualTo("1");
    }

    @AfterEach
    void close() throws SQLException {
        auditor.close();
        journal.close();
    }

    private void append(long expected) {
        assertThat(journal.append(batch(ONE, expected, "key " + expected)).join())
                .isInstanceOf(Committed.class);
    }

    @Test
    void whoever_reads_sees_one_moment_and_keeps_nobody_from_writing() throws SQLException {
        append(1);
        assertThat(SqliteFile.ask(auditor, "SELECT size FROM stream")).isEqualTo("1");
        SqliteFile.run(auditor, "COMMIT");
        assertThat(SqliteFile.ask(auditor, "SELECT size FROM stream")).isEqualTo("2");
    }

    @Test
    void the_store_can_be_opened_again_beside_somebody_who_has_read_everything() throws Store.Fault {
        store.reopen();
        append(1);
        assertThat(AnEntry.texts(journal, ONE)).hasSize(2);
    }

    @Test
    void after_a_doubt_the_store_waits_for_somebody_who_keeps_an_old_moment() throws SQLException, Store.Fault {
        append(1);
        assertThatThrownBy(() -> store.reopen())
                .isInstanceOf(Store.Fault.class)
                .hasMessageContaining("until nobody reads it");
        assertThatThrownBy(() -> store.row(ONE)).as("nothing is told meanwhile").isInstanceOf(Store.Fault.class);
        SqliteFile.run(auditor, "COMMIT");
        store.reopen();
        assertThat(store.row(ONE).orElseThrow().size()).isEqualTo(2);
    }

    @Test
    void a_store_is_opened_for_the_first_time_whoever_reads() throws Store.Fault {
        append(1);
        SqliteStore another = new SqliteStore(file, List.of("PRAGMA busy_timeout = 20"));
        assertThat(another.row(ONE).orElseThrow().size()).isEqualTo(2);
        another.close();
    }

    @Test
    void opening_again_brings_everything_from_the_log_into_the_file() throws SQLException, Store.Fault {
        SqliteFile.run(auditor, "COMMIT");
        append(1);
        assertThat(file.resolveSibling("journal.db-wal")).isNotEmptyFile();
        store.reopen();
        assertThat(file.resolveSibling("journal.db-wal")).isEmptyFile();
        assertThat(Files.exists(file)).isTrue();
        assertThat(AnEntry.texts(journal, ONE)).hasSize(2);
    }
}
