package muster.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// House rules that hold for the text of the sources.
class SourceRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST = 400;

    private static List<Path> sources(String where) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains(where))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        for (Path file : sources("/src/")) {
            assertThat(Files.readAllLines(file))
                    .as("lines of %s", ROOT.relativize(file))
                    .hasSizeLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void tests_do_not_sleep() throws IOException {
        Pattern sleeping = Pattern.compile("Thread\\s*\\.\\s*sleep|TimeUnit\\.[A-Z]+\\.sleep");
        for (Path file : sources("/src/test/")) {
            if (!file.endsWith("SourceRulesTest.java")) {
                assertThat(Files.readString(file))
                        .as("%s", ROOT.relativize(file))
                        .doesNotContainPattern(sleeping);
            }
        }
    }

    @Test
    void every_package_says_what_it_is_about() throws IOException {
        for (Path file : sources("/src/main/")) {
            Path about = file.resolveSibling("package-info.java");
            if (!file.endsWith("module-info.java")) {
                assertThat(about).as("beside %s", ROOT.relativize(file)).exists();
                assertThat(Files.readString(about))
                        .as("%s", ROOT.relativize(about))
                        .startsWith("///");
            }
        }
    }

    @Test
    void nothing_is_left_for_later_or_switched_off() throws IOException {
        Pattern unfinished = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@Disabled|@Ignore\\b");
        for (Path file : sources("/src/")) {
            if (!file.endsWith("SourceRulesTest.java")) {
                assertThat(Files.readString(file))
                        .as("%s", ROOT.relativize(file))
                        .doesNotContainPattern(unfinished);
            }
        }
    }
}
