package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingACopyTest {
    @TempDir
    private Path folder;

    private DataDirectory directory;
    private Fair fair;

    @BeforeEach
    void aRecord() throws IOException {
        directory = DataDirectory.open(folder.resolve("record"), Fair.SIGNER);
        fair = new Fair(directory.journal(), 1);
        fair.play(3);
    }

    @AfterEach
    void close() throws IOException {
        directory.close();
    }

    private Path copy() {
        return folder.resolve("it's a copy");
    }

    private int verified(Path data) {
        return Verifier.of(Fair.CATALOGUE)
                .verify(data, Optional.empty(), Optional.empty())
                .exitCode();
    }

    private void isEmptyOrAbsent(Path path) throws IOException {
        if (Files.exists(path)) {
            try (Stream<Path> inside = Files.list(path)) {
                assertThat(inside).isEmpty();
            }
        }
    }

    @Test
    void a_copy_made_in_use_verifies_and_goes_on_where_it_was_made() throws IOException {
        Backup.copy(folder.resolve("record"), copy());
        long size = directory.journal().tip(StreamId.ORGANISATION).size();
        fair.done(StreamId.ORGANISATION, new Stalls.Post("after the copy"));

        assertThat(verified(copy())).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy().resolve(DataDirectory.JOURNAL))))
                .isEqualTo("rw-------");
        Backup.restore(copy(), folder.resolve("restored"));
        try (DataDirectory restored = DataDirectory.open(folder.resolve("restored"), Fair.SIGNER)) {
            assertThat(restored.journal().tip(StreamId.ORGANISATION).size()).isEqualTo(size);
            new Fair(restored.journal(), 3).done(StreamId.ORGANISATION, new Stalls.Post("after the restoration"));
        }
        assertThat(verified(folder.resolve("restored"))).isZero();
    }

    @Test
    void nothing_is_copied_over() throws IOException {
        Files.createDirectories(copy());
        Files.writeString(copy().resolve("precious"), "x");
        assertThatThrownBy(() -> Backup.copy(folder.resolve("record"), copy())).hasMessage(copy() + " is not empty.");
        assertThatThrownBy(() -> Backup.restore(copy(), folder.resolve("record")))
                .hasMessage("There is no copy of a record in " + copy() + ".");
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> Backup.copy(folder.resolve("record"), file)).hasMessage(file + " is not a directory.");
        assertThatThrownBy(() -> Backup.copy(folder.resolve("nowhere"), folder.resolve("new")))
                .hasMessage("There is no record in " + folder.resolve("nowhere") + ".");
    }

    @Test
    void a_directory_in_use_is_no_copy() {
        assertThatThrownBy(() -> Backup.restore(folder.resolve("record"), folder.resolve("new")))
                .hasMessage(folder.resolve("record")
                        + " is a data directory in use, not a copy: make one with muster backup.");
    }

    @Test
    void a_damaged_copy_is_not_restored() throws Exception {
        Backup.copy(folder.resolve("record"), copy());
        byte[] journal = Files.readAllBytes(copy().resolve(DataDirectory.JOURNAL));
        try (Copy forged = new Copy(folder.resolve("forged"), journal)) {
            forged.run("UPDATE entries SET header = x'00' WHERE stream = 'organisation' AND seq = 3");
        }
        assertThatThrownBy(() -> Backup.restore(folder.resolve("forged"), folder.resolve("new")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("the entries of organisation are not what their checkpoint says.");
        isEmptyOrAbsent(folder.resolve("new"));

        Files.write(copy().resolve(DataDirectory.JOURNAL), java.util.Arrays.copyOf(journal, journal.length / 2));
        assertThatThrownBy(() -> Backup.restore(copy(), folder.resolve("new")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
        isEmptyOrAbsent(folder.resolve("new"));
    }

    @Test
    void a_record_that_cannot_be_read_leaves_no_half_copy() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve(DataDirectory.JOURNAL), "nonsense".repeat(1000));
        assertThatThrownBy(() -> Backup.copy(broken, copy()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The record of " + broken + " cannot be copied");
        isEmptyOrAbsent(copy());
    }
}
