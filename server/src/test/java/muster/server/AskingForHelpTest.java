package muster.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AskingForHelpTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine muster =
            Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void help_goes_to_standard_output() {
        assertThat(muster.execute("--help")).isZero();
        assertThat(out.toString()).contains("Usage: muster");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void an_unknown_word_is_wrong_usage() {
        assertThat(muster.execute("conquer")).isEqualTo(64);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("conquer");
    }
}
