package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class DrillingTest {
    private static final String SMALL = "src/test/resources/library/scenarios/small.yaml";

    @TempDir
    private Path folder;

    @Test
    void a_drill_says_what_it_cost_and_verifies_itself() {
        AHost.Said said = AHost.say("drill", SMALL, "--headless");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("A small crisis: closed.").contains("record: intact");
    }

    @Test
    void a_record_that_was_named_stays_and_can_be_played_into_again() {
        try (AHost host = AHost.on(folder)) {
            assertThat(host.muster("drill", SMALL).code()).isZero();
            AHost.Said again = host.muster("drill", SMALL);
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(AHost.say("verify", host.data.toString()).code()).isZero();
            assertThat(host.muster("export", "--list").out()).hasLineCount(2).contains("X-1", "X-2");
        }
    }

    @Test
    void a_drill_can_be_played_into_a_server_that_runs() {
        try (AHost host = AHost.on(folder)) {
            host.start();
            String url = host.address().toString();
            AHost.Said said = host.muster("drill", SMALL, "--url", url);
            assertThat(said.code()).as(said.err()).isZero();
            host.stop();
            assertThat(host.muster("drill", SMALL, "--url", url).err())
                    .contains("No server runs on")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_broken_scenario_is_named_with_file_and_line() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "scenario: broken\ntitel: A typo\n");
        AHost.Said said = AHost.say("drill", broken.toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("broken.yaml:2").contains("titel");
        assertThat(AHost.say("drill", "no-such-scenario").err()).contains("no-such-scenario.yaml");
    }
}
