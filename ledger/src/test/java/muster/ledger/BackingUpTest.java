package muster.ledger;

import static muster.ledger.toy.AClub.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import muster.ledger.toy.AClub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingUpTest {
    @TempDir
    private Path folder;

    private Path copy() {
        return folder.resolve("copy");
    }

    @Test
    void a_record_is_copied_while_it_is_written_and_the_copy_can_be_verified() throws IOException, SQLException {
        try (DataDirectory directory = DataDirectory.open(folder.resolve("data"), ARecord.SIGNER)) {
            AClub club = AClub.on(directory.journal()).talk(10);
            Backup.copy(folder.resolve("data"), copy());
            club.talk(5);
            long later = directory.journal().tip(RED).size();
            ARecord copied = new ARecord(copy());
            assertThat(copied.verify().findings()).isEmpty();
            assertThat(copied.size(RED)).isLessThan(later);
            assertThat(new ARecord(folder.resolve("data"))
                            .against(copied.checkpoint(RED))
                            .findings())
                    .as("the copy is the beginning of the record")
                    .isEmpty();
        }
        try (Stream<Path> files = Files.list(copy())) {
            assertThat(files).containsExactly(copy().resolve("journal.db"));
        }
    }

    @Test
    void a_restored_record_is_the_copy_and_goes_on() throws IOException {
        ARecord record = ARecord.of(folder.resolve("data"), 10);
        Backup.copy(record.directory(), copy());
        Path restored = folder.resolve("restored");
        Backup.restore(copy(), restored);
        try (DataDirectory directory = DataDirectory.open(restored, ARecord.SIGNER)) {
            assertThat(directory.journal().streams()).hasSize(3);
            long size = directory.journal().tip(RED).size();
            assertThat(directory
                            .journal()
                            .append(AnEntry.batch(AnEntry.ONE, 0, "a"))
                            .join())
                    .isInstanceOf(muster.kernel.Journal.Committed.class);
            assertThat(size).isPositive();
        }
    }

    @Test
    void nothing_is_written_over() throws IOException {
        ARecord record = ARecord.of(folder.resolve("data"), 5);
        Files.createDirectory(copy());
        Files.writeString(copy().resolve("something"), "x");
        assertThatThrownBy(() -> Backup.copy(record.directory(), copy()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not empty");
        Path good = folder.resolve("good");
        Backup.copy(record.directory(), good);
        assertThatThrownBy(() -> Backup.restore(good, record.directory()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Backup.copy(folder.resolve("nowhere"), folder.resolve("empty")))
                .hasMessageContaining("There is no record");
        assertThatThrownBy(() -> Backup.restore(folder.resolve("nowhere"), folder.resolve("empty")))
                .hasMessageContaining("There is no record");
    }

    @Test
    void a_damaged_copy_is_not_restored() throws IOException, SQLException {
        ARecord record = ARecord.of(folder.resolve("data"), 5);
        record.sql("UPDATE content SET text = x'00' WHERE entry = (SELECT max(entry) FROM content)");
        assertThatThrownBy(() -> Backup.restore(record.directory(), folder.resolve("restored")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not intact");
        assertThat(folder.resolve("restored")).doesNotExist();
        assertThatThrownBy(() -> Backup.copy(record.directory(), copy()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is copied")
                .hasMessageContaining("not intact");
        assertThat(copy().resolve("journal.db")).exists();
    }
}
