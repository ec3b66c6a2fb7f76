package muster.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program that builds the screens, over a small folder, with a `node` and an `npm` that only note what they
/// were asked.
@Timeout(120)
class BuildingTheScreensTest {
    private static final Path PROGRAM =
            Path.of("..", "build", "Web.java").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private Path home;
    private Path tools;

    private record Said(int code, String out, String err) {}

    @BeforeEach
    void aSmallFolder() throws IOException {
        home = Files.createDirectories(folder.resolve("web"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.writeString(home.resolve("package-lock.json"), "{}");
        Files.writeString(home.resolve("index.html"), "<!doctype html>");
        Files.writeString(Files.createDirectories(home.resolve("src")).resolve("main.ts"), "export {};");
    }

    private void tool(String name, String script) throws IOException {
        Path file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void nodeIs(String version) throws IOException {
        tool("node", "[ \"$1\" != --version ] || echo " + version + "\n");
    }

    private void npmWorks() throws IOException {
        tool("npm", "echo npm $1 $2 >>" + folder + "/asked\n" + """
                if [ "$1 $2" = "run build" ]; then
                    /bin/mkdir -p target/dist/assets
                    echo '<!doctype html><title>Muster</title>' >target/dist/index.html
                    for i in 1 2 3 4 5 6 7 8 9; do
                        echo 'console.log("one line after the other, all of them the same");'
                    done >target/dist/assets/main-1.js
                fi
                """);
    }

    /// What npm was asked since the last time.
    private List<String> asked() throws IOException {
        Path file = folder.resolve("asked");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Files.deleteIfExists(file);
        return lines;
    }

    private Said web(String what) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                PROGRAM.toString(),
                what,
                home.toString());
        builder.environment().put("PATH", tools.toString());
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }

    private String packed(String file) throws IOException {
        return Files.readString(home.resolve("target/classes/muster/web").resolve(file));
    }

    @Test
    void what_was_built_is_packed_and_listed() throws Exception {
        nodeIs("v20.19.0");
        npmWorks();

        Said said = web("build");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(asked()).containsExactly("npm ci --ignore-scripts", "npm run build");
        assertThat(packed("files.txt")).isEqualTo("assets/main-1.js gzip\nindex.html\nlicenses.txt\n");
        byte[] small = Files.readAllBytes(home.resolve("target/classes/muster/web/assets/main-1.js.gz"));
        assertThat(new String(
                        new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(packed("assets/main-1.js"));
    }

    @Test
    void nothing_is_done_where_nothing_changed_and_libraries_are_fetched_only_for_another_lock() throws Exception {
        nodeIs("v22.1.0");
        npmWorks();
        assertThat(web("build").err()).isEmpty();
        asked();

        assertThat(web("build").code()).isZero();
        assertThat(asked()).isEmpty();

        Files.writeString(home.resolve("src/main.ts"), "export const other = 1;");
        assertThat(web("build").code()).isZero();
        assertThat(asked()).containsExactly("npm run build");

        Files.writeString(home.resolve("package-lock.json"), "{\"packages\":{}}");
        assertThat(web("build").code()).isZero();
        assertThat(asked()).containsExactly("npm ci --ignore-scripts", "npm run build");
    }

    @Test
    void without_node_it_says_what_is_missing_and_how_to_go_on() throws Exception {
        Said none = web("build");
        assertThat(none.code()).isOne();
        assertThat(none.err())
                .hasLineCount(1)
                .contains("Node.js 20.19 or newer, and there is none")
                .contains("nodejs.org")
                .contains("-Dweb=skip");

        nodeIs("v18.20.4");
        Said old = web("build");
        assertThat(old.code()).isOne();
        assertThat(old.err()).hasLineCount(1).contains("here is v18.20.4");
        assertThat(asked()).isEmpty();
    }

    @Test
    void a_build_that_fails_shows_why_and_is_tried_again() throws Exception {
        nodeIs("v20.19.0");
        tool("npm", "[ \"$1\" = ci ] || { echo 'main.ts(3,7): error TS2322' ; exit 2; }\n");

        Said failed = web("build");

        assertThat(failed.code()).isOne();
        assertThat(failed.err()).contains("error TS2322").contains("Building the screens failed");
        npmWorks();
        assertThat(web("build").code()).isZero();
    }

    @Test
    void screens_can_be_left_out() throws Exception {
        nodeIs("v20.19.0");
        npmWorks();
        assertThat(web("build").err()).isEmpty();
        asked();

        assertThat(web("skip").code()).isZero();
        assertThat(home.resolve("target/classes/muster/web")).doesNotExist();
        assertThat(web("test").code()).isZero();
        assertThat(asked()).isEmpty();

        assertThat(web("build").code()).isZero();
        assertThat(packed("files.txt")).contains("index.html");
        assertThat(web("test").code()).isZero();
        assertThat(asked()).endsWith("npm test");
        assertThat(web("sometimes").err()).contains("it is build or skip");
    }
}
