package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import muster.kernel.Entropy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingKeysTest {
    private static final String ORIGIN = "club.example/1";

    @TempDir
    private Path folder;

    private Path directory() {
        return folder.resolve("data.keys");
    }

    private Keys keys() throws IOException {
        return Keys.in(directory(), Entropy.ofMachine());
    }

    @Test
    void keys_are_made_once_and_then_stay_the_same() throws IOException {
        Keys made = keys();
        Keys again = keys();
        assertThat(again.signer().verifierKey(ORIGIN)).isEqualTo(made.signer().verifierKey(ORIGIN));
        assertThat(again.requests().mac("x")).isEqualTo(made.requests().mac("x"));
        assertThat(again.tokens().mac("x")).isEqualTo(made.tokens().mac("x"));
        assertThat(made.requests().mac("x")).isNotEqualTo(made.tokens().mac("x"));
        Keys other = Keys.in(folder.resolve("other.keys"), Entropy.ofMachine());
        assertThat(other.signer().verifierKey(ORIGIN))
                .isNotEqualTo(made.signer().verifierKey(ORIGIN));
    }

    @Test
    void keys_lie_beside_the_data_and_are_only_for_their_owner() throws IOException {
        assertThat(Keys.beside(folder.resolve("data"))).isEqualTo(directory());
        keys();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory())) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("checkpoints.key", "requests.key", "tokens.key");
            for (Path file : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing is left beside").containsExactly(directory());
        }
    }

    @Test
    void keys_that_others_can_read_are_refused() throws IOException {
        keys();
        Path file = directory().resolve("tokens.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::keys)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tokens.key is open to others");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(this::keys)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("data.keys is open to others");
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwx------"));
        assertThat(keys().tokens().mac("x")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "requests", "tokens"})
    void a_key_that_is_missing_is_not_made_anew(String use) throws IOException {
        keys();
        Files.delete(directory().resolve(use + ".key"));
        assertThatThrownBy(this::keys).isInstanceOf(IOException.class).hasMessageContaining(use + ".key is missing");
    }

    @Test
    void a_key_with_any_damaged_character_is_refused() throws IOException {
        keys();
        Path file = directory().resolve("requests.key");
        String whole = Files.readString(file);
        for (int i = 0; i < whole.length() - 1; i++) {
            char other = whole.charAt(i) == 'A' ? 'B' : 'A';
            Files.writeString(file, whole.substring(0, i) + other + whole.substring(i + 1));
            assertThatThrownBy(this::keys).as("character %s", i).isInstanceOf(IOException.class);
        }
        for (String damaged : List.of("", "requests", whole + whole, whole.substring(0, 30))) {
            Files.writeString(file, damaged);
            assertThatThrownBy(this::keys).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
        }
        Files.copy(directory().resolve("tokens.key"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::keys).as("a key in another's place").hasMessageContaining("is damaged");
        Files.writeString(file, whole);
        assertThat(keys().requests().mac("x")).isNotEmpty();
    }

    @Test
    void keys_are_not_made_among_other_things() throws IOException {
        Files.createDirectory(directory());
        Files.writeString(directory().resolve("notes.txt"), "x");
        assertThatThrownBy(this::keys).isInstanceOf(IOException.class).hasMessageContaining("something else in it");
        Files.delete(directory().resolve("notes.txt"));
        assertThat(keys().tokens().mac("x"))
                .as("an empty directory is as good as none")
                .isNotEmpty();
    }

    @Test
    void secrets_do_not_show_themselves() throws IOException {
        Keys keys = keys();
        String secret = Files.readString(directory().resolve("requests.key")).split(" ", -1)[1];
        assertThat(keys.toString() + keys.signer() + keys.requests()).doesNotContain(secret);
    }
}
