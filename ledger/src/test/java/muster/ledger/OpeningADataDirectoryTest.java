package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the way of a journal is said in a sentence, and nothing is changed.
class OpeningADataDirectoryTest {
    @TempDir
    private Path folder;

    private DataDirectory open() throws IOException {
        return DataDirectory.open(folder.resolve("data"), Fair.SIGNER);
    }

    private Path file() {
        return folder.resolve("data").resolve(DataDirectory.JOURNAL);
    }

    static Journal.Batch batch(long expected, int bytes) {
        Entry entry = new Entry(("header " + expected).getBytes(StandardCharsets.UTF_8), new byte[bytes], List.of());
        return new Journal.Batch(
                StreamId.ORGANISATION,
                1,
                "toy/organisation/1",
                expected,
                List.of(new Journal.Append(List.of(entry), Optional.of("key " + expected), Optional.empty())),
                Instant.EPOCH,
                Optional.empty());
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            for (String statement : statements) {
                SqliteFile.run(connection, statement);
            }
        }
    }

    private void isRefusedAndLeft(String words) throws IOException {
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining(words);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(DirectoryLock.isHeld(folder.resolve("data")))
                .as("the lock is held on")
                .isFalse();
    }

    /// Run by another process: holds the directory until its input ends.
    public static void main(String[] arguments) throws IOException {
        try (DataDirectory held = DataDirectory.open(Path.of(arguments[0]), Fair.SIGNER)) {
            held.journal().append(batch(0, 10)).join();
            System.out.println("held");
            if (System.in.read() >= 0) {
                // killed rather than ended
                Runtime.getRuntime().halt(1);
            }
        } catch (IOException refused) {
            System.out.println(refused.getMessage());
        }
    }

    private Process another() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningADataDirectoryTest.class.getName(),
                        folder.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        InputStreamReader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        for (int c = out.read(); c >= 0 && c != '\n'; c = out.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Test
    void a_second_process_is_refused_and_may_when_the_first_is_killed() throws Exception {
        Process first = another();
        try {
            assertThat(line(first)).isEqualTo("held");
            assertThat(DirectoryLock.isHeld(folder.resolve("data"))).isTrue();
            assertThatThrownBy(this::open)
                    .isInstanceOf(IOException.class)
                    .hasMessage("Another Muster holds the data directory " + folder.resolve("data") + ".");

            first.getOutputStream().write('\n');
            first.getOutputStream().flush();
            assertThat(first.waitFor()).isEqualTo(1);
            try (DataDirectory mine = open()) {
                assertThat(mine.journal().tip(StreamId.ORGANISATION).size()).isEqualTo(1);
                Process second = another();
                assertThat(line(second)).startsWith("Another Muster holds the data directory");
                assertThat(second.waitFor()).isZero();
            }
            assertThat(DirectoryLock.isHeld(folder.resolve("data"))).isFalse();
        } finally {
            first.destroyForcibly();
        }
    }

    @Test
    void a_second_opening_in_the_same_process_is_refused_too() throws IOException {
        try (DataDirectory first = open()) {
            assertThatThrownBy(this::open).hasMessageContaining("Another Muster holds");
            assertThat(first.journal().append(batch(0, 1)).join()).isInstanceOf(Journal.Committed.class);
        }
        open().close();
    }

    @Test
    void after_closing_appends_are_refused_in_words() throws IOException {
        DataDirectory directory = open();
        directory.close();
        directory.close();
        assertThat(directory.journal().append(batch(0, 1)).join())
                .isEqualTo(new Journal.NotAppended("The journal is closed."));
    }

    @Test
    void a_directory_that_cannot_be_written_is_refused() throws IOException {
        open().close();
        Path data = folder.resolve("data");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            // root may write everywhere
            Assumptions.assumeFalse(Files.isWritable(data));
            assertThatThrownBy(this::open).hasMessage("The data directory " + data + " cannot be written to.");
        } finally {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void a_journal_of_another_version_is_left_as_it_is() throws Exception {
        open().close();
        sql("PRAGMA user_version = 7");
        isRefusedAndLeft("has version 7; this Muster reads and writes version 1 only");
    }

    @Test
    void a_database_of_somebody_else_is_left_as_it_is() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        sql("CREATE TABLE theirs (a)", "INSERT INTO theirs VALUES (1)");
        isRefusedAndLeft("is no journal of Muster");
    }

    @Test
    void a_file_that_is_no_database_is_left_as_it_is() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(file(), "What is this? ".repeat(1000));
        isRefusedAndLeft("is damaged; it was left as it is. Run muster verify.");
    }

    @Test
    void a_journal_whose_making_was_interrupted_is_made() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        sql("PRAGMA journal_mode = WAL");
        assertThat(Files.size(file())).isPositive();
        try (DataDirectory directory = open()) {
            assertThat(directory.journal().append(batch(0, 1)).join()).isInstanceOf(Journal.Committed.class);
        }
    }

    @Test
    void what_is_damaged_stops_its_stream_and_no_other() throws Exception {
        StreamId crisis = StreamId.of(Fair.id('C', 1));
        try (DataDirectory directory = open()) {
            directory.journal().append(batch(0, 1)).join();
        }
        sql("UPDATE entries SET header = x'00'");
        try (DataDirectory directory = open()) {
            assertThat(directory.journal().append(batch(1, 1)).join())
                    .isInstanceOfSatisfying(
                            Journal.NotAppended.class,
                            no -> assertThat(no.words())
                                    .isEqualTo("The stored entries of organisation are not what their checkpoint says;"
                                            + " run muster verify."));
            Journal.Batch other = batch(0, 1);
            assertThat(directory
                            .journal()
                            .append(new Journal.Batch(
                                    crisis, 1, "toy/crisis/1", 0, other.appends(), Instant.EPOCH, Optional.empty()))
                            .join())
                    .isInstanceOf(Journal.Committed.class);
        }
    }

    @Test
    void a_journal_that_was_deleted_or_replaced_takes_nothing_more() throws Exception {
        try (DataDirectory directory = open()) {
            directory.journal().append(batch(0, 1)).join();
            Files.move(file(), folder.resolve("moved.db"));
            assertThat(directory.journal().append(batch(1, 1)).join())
                    .isInstanceOfSatisfying(
                            Journal.NotAppended.class,
                            no -> assertThat(no.words()).contains("was moved or deleted while it was in use"));
            Files.move(folder.resolve("moved.db"), file());
            assertThat(directory.journal().append(batch(1, 1)).join()).isInstanceOf(Journal.Committed.class);
        }
    }
}
