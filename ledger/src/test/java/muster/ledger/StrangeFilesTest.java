package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes to the files of a data directory, made without asking SQLite.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangeFilesTest {
    @TempDir
    private static Path folder;

    private ARecord original;

    @BeforeAll
    void record() {
        original = ARecord.of(folder.resolve("original"), 40);
    }

    private ARecord copy() throws IOException {
        return original.copy(folder.resolve("copy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE more (x)",
                "CREATE VIEW more AS SELECT 1",
                "CREATE INDEX more ON entry (header)",
                "CREATE TRIGGER more AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
                "ALTER TABLE stream ADD COLUMN more TEXT",
                "ALTER TABLE idempotency RENAME COLUMN request TO asked",
                "DROP TABLE idempotency",
                "ANALYZE",
                "PRAGMA user_version = 0",
                "PRAGMA application_id = 0"
            })
    void another_schema_is_found(String sql) throws IOException, SQLException {
        Report report = copy().sql(sql).verify();
        assertThat(report.exitCode()).as(report.text()).isEqualTo(Report.TAMPERED);
    }

    @Test
    void files_that_belong_there_are_no_findings() throws IOException {
        ARecord record = copy();
        Files.createFile(record.directory().resolve("lock"));
        Path cache = Files.createDirectory(record.directory().resolve("cache"));
        Files.writeString(cache.resolve("anything"), "x");
        assertThat(record.verify().findings()).isEmpty();
        Files.delete(cache.resolve("anything"));
    }

    @Test
    void files_that_do_not_belong_there_are_named() throws IOException {
        for (String name : List.of("journal.db-journal", "notes.txt", ".hidden", "cache", "blobs", "console", "lock")) {
            ARecord record = copy();
            Files.writeString(record.directory().resolve(name), "x");
            Report report = record.verify();
            assertThat(report.exitCode()).isEqualTo(Report.TAMPERED);
            assertThat(report.text()).contains(name + " does not belong here");
        }
        ARecord record = copy();
        Files.createDirectory(record.directory().resolve("blobs"));
        assertThat(record.verify().text())
                .as("a folder that nobody reads again")
                .contains("blobs does not belong here");
    }

    @Test
    void a_file_that_was_cut_or_is_something_else_is_found() throws IOException {
        byte[] whole = Files.readAllBytes(original.file());
        for (int length : List.of(1, 100, 4096, whole.length / 2, whole.length - 1)) {
            ARecord record = copy();
            Files.write(record.file(), java.util.Arrays.copyOf(whole, length));
            Report report = record.verify();
            assertThat(report.exitCode())
                    .as("%s bytes: %s", length, report.text())
                    .isEqualTo(Report.TAMPERED);
        }
        ARecord record = copy();
        Files.writeString(record.file(), "not a database at all, but long enough to be looked at ".repeat(200));
        assertThat(record.verify().exitCode()).isEqualTo(Report.TAMPERED);
        Files.write(record.file(), new byte[0]);
        assertThat(record.verify().exitCode()).isEqualTo(Report.TAMPERED);
    }

    /// The words may also lie in free space, from before a page was split; only once are they the record.
    @Test
    void a_flipped_bit_in_what_was_recorded_is_found_and_its_entry_named() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(original.file());
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        String words = "saying 30 of ann\"]";
        long seq = Long.parseLong(original.ask("SELECT seq FROM entry JOIN content ON content.entry = entry.id"
                + " WHERE CAST(text AS TEXT) LIKE '%" + words + "'"));
        int found = 0;
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            ARecord record = copy();
            whole[at + 3] ^= 1;
            Files.write(record.file(), whole);
            whole[at + 3] ^= 1;
            Report report = record.verify();
            if (report.exitCode() == Report.TAMPERED) {
                found++;
                assertThat(report.findings().getFirst().first()).contains(seq);
                assertThat(report.findings().getFirst().words()).startsWith("the content words is not");
            }
        }
        assertThat(found).isEqualTo(1);
    }

    /// A flip may hit a byte that means nothing, such as free space in a page; then every row is as it was.
    @Test
    void a_flipped_bit_anywhere_is_found_or_changes_nothing() throws IOException, SQLException {
        byte[] whole = Files.readAllBytes(original.file());
        List<String> rows = original.rows();
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(whole.length);
            byte was = whole[at];
            whole[at] ^= (byte) (1 << random.nextInt(8));
            ARecord record = copy();
            Files.write(record.file(), whole);
            whole[at] = was;
            Report report = record.verify();
            if (report.exitCode() == Report.TAMPERED) {
                found.add(at);
            } else if (report.exitCode() == Report.INTACT) {
                assertThat(record.rows()).as("byte %s", at).isEqualTo(rows);
            } else {
                assertThat(report.text()).as("byte %s", at).contains("schema version");
            }
        }
        assertThat(found).hasSizeGreaterThan(100);
    }
}
