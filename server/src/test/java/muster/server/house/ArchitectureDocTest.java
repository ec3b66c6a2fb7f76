package muster.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Writes the module diagram of the architecture page from the poms, so that it cannot be out of date. With
/// `-Dgolden=write` the page is brought up to date; without, a difference is a failure.
class ArchitectureDocTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of(
            "kernel",
            "features/people",
            "features/charter",
            "features/crises",
            "features/decisions",
            "features/tasks",
            "features/channels",
            "ledger",
            "testing",
            "web",
            "server",
            "bench");

    @Test
    void the_diagram_shows_the_modules_as_they_are() throws IOException {
        Path page = ROOT.resolve("docs/architecture.md");
        String text = Files.readString(page);
        Matcher block = Pattern.compile("(<!-- diagram[^\n]*\n).*?(<!-- /diagram -->)", Pattern.DOTALL)
                .matcher(text);
        assertThat(block.find()).as("the page has a place for the diagram").isTrue();
        String fresh =
                block.replaceFirst(result -> Matcher.quoteReplacement(result.group(1) + diagram() + result.group(2)));
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(page, fresh);
        }
        assertThat(Files.readString(page)).isEqualTo(fresh);
    }

    private static String diagram() {
        TreeSet<String> edges = new TreeSet<>();
        for (String module : MODULES) {
            Matcher dependency = Pattern.compile(
                            "<artifactId>muster-([a-z]+)</artifactId>(\\s*<type>[^<]*</type>)?(\\s*<classifier>[^<]*</classifier>)?\\s*(<scope>(test|runtime)</scope>)?\\s*</dependency>")
                    .matcher(pom(module));
            while (dependency.find()) {
                if (!"test".equals(dependency.group(5)) && !dependency.group(1).equals("kernel")) {
                    edges.add("  " + module.substring(module.lastIndexOf('/') + 1) + " --> " + dependency.group(1));
                }
            }
        }
        StringBuilder mermaid = new StringBuilder("```mermaid\ngraph TD\n");
        mermaid.append(
                "  subgraph features\n    people\n    charter\n    crises\n    decisions\n    tasks\n    channels\n  end\n");
        edges.forEach(edge -> mermaid.append(edge).append('\n'));
        return mermaid.append("  features --> kernel\n  ledger --> kernel\n```\n")
                .toString();
    }

    private static String pom(String module) {
        try {
            return Files.readString(ROOT.resolve(module).resolve("pom.xml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
