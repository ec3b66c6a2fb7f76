package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import muster.server.AServer;
import muster.server.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingTooOftenTest {
    private final AServer server = AServer.limited(limits -> limits.withCommands(0.5, 3));
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");

    @AfterEach
    void stop() {
        server.close();
    }

    private Web.Reply classify(String name, String place) {
        return server.as(name).command(place, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");
    }

    @Test
    void whoever_sends_too_many_commands_is_told_when_to_come_again() {
        for (int i = 0; i < 3; i++) {
            assertThat(classify("dana", crisis).status()).isNotEqualTo(429);
        }

        Web.Reply limited = classify("dana", crisis);

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.at("/code")).isEqualTo("too-often");
        assertThat(limited.header("Retry-After")).isEqualTo("2");
        server.clock.pass(Duration.ofSeconds(2));
        assertThat(classify("dana", crisis).status()).isNotEqualTo(429);
    }

    @Test
    void one_persons_noise_is_not_anothers_nor_one_crisiss_anothers() {
        String other = "/api/crises/" + server.crisis("Nightjar");
        for (int i = 0; i < 4; i++) {
            classify("dana", crisis);
        }

        assertThat(classify("dana", crisis).status()).isEqualTo(429);
        assertThat(classify("marcus", crisis).status()).isNotEqualTo(429);
        assertThat(classify("dana", other).status()).isNotEqualTo(429);
    }

    @Test
    void where_things_stand_may_be_asked_as_often_as_one_likes() {
        for (int i = 0; i < 50; i++) {
            assertThat(server.as("dana").get(crisis + "/views/crises.room").status())
                    .isEqualTo(200);
        }
    }
}
