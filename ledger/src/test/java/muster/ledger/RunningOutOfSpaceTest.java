package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite's own limit stands for the disk's: the error is the same.
class RunningOutOfSpaceTest {
    @TempDir
    private Path folder;

    private final AtomicReference<Connection> connection = new AtomicReference<>();
    private SqliteWriter writer;

    @BeforeEach
    void open() throws Exception {
        Path file = folder.resolve("journal.db");
        connection.set(SqliteFile.writing(file, false));
        writer = new SqliteWriter(file, connection.get());
    }

    private List<Boolean> write(long expected, int bytes) throws Store.Fault {
        Journal.Batch batch = OpeningADataDirectoryTest.batch(expected, bytes);
        return writer.commit(List.of(new Store.Write(
                expected,
                batch.appends(),
                new Store.Row(
                        StreamId.ORGANISATION,
                        1,
                        batch.origin(),
                        expected + 1,
                        batch.recordedAt(),
                        "checkpoint",
                        batch.nextAlarm()))));
    }

    private Store.Fault refused(long expected, int bytes) {
        try {
            write(expected, bytes);
        } catch (Store.Fault fault) {
            return fault;
        }
        throw new AssertionError("there was space");
    }

    private void pages(int most) throws Exception {
        SqliteFile.run(connection.get(), "PRAGMA max_page_count = " + most);
    }

    @Test
    void a_full_disk_refuses_cleanly_and_takes_what_fits_again() throws Exception {
        write(0, 100);
        pages(SqliteFile.number(connection.get(), "PRAGMA page_count"));
        Store.Fault fault = refused(1, 60_000);

        assertThat(fault).hasMessage("The disk is full: nothing was written.");
        assertThat(fault.nothingWritten()).isTrue();
        assertThat(SqliteFile.number(connection.get(), "SELECT size FROM streams"))
                .isEqualTo(1);
        assertThat(SqliteFile.number(connection.get(), "SELECT count(*) FROM keys"))
                .isEqualTo(1);
        assertThat(write(1, 100)).containsExactly(true);
        pages(1_000_000);
        assertThat(write(2, 60_000)).containsExactly(true);
    }

    @Test
    void a_read_only_journal_refuses_cleanly() throws Exception {
        write(0, 100);
        SqliteFile.run(connection.get(), "PRAGMA query_only = ON");
        Store.Fault fault = refused(1, 100);

        assertThat(fault).hasMessage("The data directory is read-only: nothing was written.");
        assertThat(fault.nothingWritten()).isTrue();
        SqliteFile.run(connection.get(), "PRAGMA query_only = OFF");
        assertThat(write(1, 100)).containsExactly(true);
    }

    @Test
    void what_contradicts_what_is_stored_refuses_cleanly() throws Exception {
        SqliteFile.run(connection.get(), "INSERT INTO keys VALUES ('organisation', 'key 0', 0, 1, '')");
        Store.Fault fault = refused(0, 100);

        assertThat(fault).hasMessage("What is stored already contradicts it: nothing was written.");
        assertThat(fault.nothingWritten()).isTrue();
        assertThat(SqliteFile.number(connection.get(), "SELECT count(*) FROM streams"))
                .isZero();
        SqliteFile.run(connection.get(), "DELETE FROM keys");
        assertThat(write(0, 100)).containsExactly(true);
    }

    @Test
    void after_a_failure_what_is_read_has_been_written_anew() throws Exception {
        write(0, 100);
        try (Connection reader = SqliteFile.reading(folder.resolve("journal.db"))) {
            writer.close();
            connection.set(SqliteFile.writing(folder.resolve("journal.db"), true));
            // the log is in the file, and one commit of ours alone lies in the log
            assertThat(SqliteFile.number(reader, "SELECT count(*) FROM entries"))
                    .isEqualTo(1);
            try (var statement = connection.get().createStatement();
                    var result = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt("log")).isEqualTo(1);
            }
        }
    }
}
