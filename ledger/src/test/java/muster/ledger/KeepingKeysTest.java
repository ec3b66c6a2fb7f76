package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.kernel.Entropy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingKeysTest {
    @TempDir
    private Path folder;

    private Path directory() {
        return folder.resolve("keys");
    }

    private String vkey() throws IOException {
        return Keys.in(directory(), Entropy.ofMachine())
                .signer()
                .verifierKey("toy")
                .text();
    }

    private String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void keys_are_made_once_for_their_owner_only() throws IOException {
        String key = vkey();
        assertThat(permissions(directory())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(directory())) {
            List<Path> made = files.sorted().toList();
            assertThat(made)
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactly("checkpoints.key", "requests.key", "tokens.key");
            for (Path file : made) {
                assertThat(permissions(file)).isEqualTo("rw-------");
                assertThat(Files.readString(file)).hasSize(45).endsWith("=\n");
            }
        }
        assertThat(vkey()).isEqualTo(key);
    }

    @Test
    void of_many_who_make_them_at_once_all_get_the_same() {
        List<CompletableFuture<String>> making = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return vkey();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .toList();
        assertThat(making.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void a_key_that_others_can_read_is_refused() throws IOException {
        vkey();
        Path key = directory().resolve("requests.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::vkey)
                .isInstanceOf(IOException.class)
                .hasMessage("The key " + key + " can be read by others than its owner: chmod 600 it.");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
        assertThat(vkey()).isNotEmpty();
    }

    @Test
    void a_directory_that_others_can_change_is_refused() throws IOException {
        vkey();
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxrwx---"));
        assertThatThrownBy(this::vkey).hasMessageContaining("can be changed by others than its owner: chmod 700 it.");
    }

    @Test
    void a_damaged_key_is_refused_and_left() throws IOException {
        vkey();
        Path key = directory().resolve("tokens.key");
        for (String damaged : List.of("not base64!\n", "", "c2hvcnQ=\n")) {
            Files.writeString(key, damaged);
            assertThatThrownBy(this::vkey).isInstanceOf(IOException.class).hasMessageContaining(key + " is damaged");
            assertThat(key).hasContent(damaged.strip());
        }
    }

    @Test
    void a_signer_does_not_show_its_secret() throws IOException {
        assertThat(Keys.in(directory(), count -> new byte[count]).toString()).doesNotContain("AAAA", "[0, 0");
    }
}
