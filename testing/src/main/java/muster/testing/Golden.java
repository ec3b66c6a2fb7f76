package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file in `src/test/resources/golden` of the module under test. With
/// `-Dgolden=write` the file is written instead, and the change is looked at where changes are looked
/// at.
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /// Fails unless the file says exactly this.
    ///
    /// @param name of the file: `entry.txt`
    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, text);
                return;
            }
            if (!Files.exists(file)) {
                fail("There is no golden file %s; run the test with -Dgolden=write to make it from:%n%s", file, text);
            }
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as("golden file " + file)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
