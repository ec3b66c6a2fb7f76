package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.Logger;
import muster.server.AServer;
import muster.server.Web;
import muster.server.whispers.Whispers;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class WhenMusterIsAtFaultTest {
    private static final Logger COMMANDS = Logger.getLogger(CommandDoor.class.getName());

    @Test
    void the_answer_says_so_and_tells_nothing_of_the_inside() {
        COMMANDS.setLevel(Level.OFF);
        try (AServer server = AServer.with(Whispers.catalogue())) {
            String crisis = "/api/crises/" + server.crisis("Blackbird");

            Web.Reply reply = server.as("dana")
                    .command(
                            crisis,
                            "whispers.say",
                            "{\"whisper\":\"%s\",\"secret\":false,\"text\":\"break\",\"waitsFor\":[]}"
                                    .formatted(Actors.id("a whisper")));

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.at("/code")).isEqualTo("fault");
            assertThat(reply.at("/outcome")).isEqualTo("refused");
            assertThat(reply.body()).doesNotContain("Exception").doesNotContain("a fault of this feature");
        } finally {
            COMMANDS.setLevel(null);
        }
    }
}
