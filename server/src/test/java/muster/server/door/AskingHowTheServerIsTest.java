package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import muster.server.AServer;
import muster.server.Health;
import muster.server.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingHowTheServerIsTest {
    private final AtomicReference<Health> health = new AtomicReference<>(Health.READY);
    private final AServer server = AServer.ofHealth(health::get);
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_is_ready_or_says_why_not() {
        assertThat(server.anybody().get("/health/live").status()).isEqualTo(200);
        assertThat(server.anybody().get("/health/ready").status()).isEqualTo(200);

        health.set(Health.notReady("The disk is full."));

        Web.Reply reply = server.anybody().get("/health/ready");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.at("/reason")).isEqualTo("The disk is full.");
        assertThat(server.anybody().get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void while_it_is_being_stopped_it_takes_no_commands_but_shows_what_there_is() {
        server.drain();

        Web.Reply command =
                server.as("dana").command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");

        assertThat(command.status()).isEqualTo(503);
        assertThat(command.at("/code")).isEqualTo("draining");
        assertThat(command.header("Retry-After")).isNotEmpty();
        assertThat(server.anybody().get("/health/ready").status()).isEqualTo(503);
        assertThat(server.as("dana").get(crisis + "/feed").status()).isEqualTo(503);
        assertThat(server.as("dana").get(crisis + "/views/crises.room").status())
                .isEqualTo(200);
    }

    @Test
    void figures_are_for_this_machine_and_name_nobody() {
        server.as("dana").command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");

        Web.Reply figures = server.anybody().get("/metrics");

        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(figures.body())
                .contains("muster_commands_total{outcome=\"committed\"} 1\n")
                .contains("muster_command_seconds_bucket{le=\"+Inf\"} 1\n")
                .contains("muster_ready 1\n")
                .endsWith("# EOF\n")
                .doesNotContain("classify")
                .doesNotContain(crisis.substring("/api/crises/".length()));
        assertThat(server.anybody()
                        .header("X-Forwarded-For", "203.0.113.7")
                        .get("/metrics")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_policy_says_who_has_which_right() {
        Web.Reply policy = server.as("kenji").get("/api/policy");

        assertThat(policy.status()).isEqualTo(200);
        assertThat(policy.at("/charter")).startsWith("1@");
        assertThat(policy.json()
                        .at("/commands")
                        .valueStream()
                        .filter(each -> each.path("command").asString().equals("crises.classify"))
                        .findFirst()
                        .orElseThrow()
                        .path("roles")
                        .valueStream()
                        .map(role -> role.asString()))
                .containsExactly("incident-lead", "ciso");
        assertThat(policy.json().at("/decisions")).isNotEmpty();
    }

    @Test
    void every_answer_carries_the_same_headers() {
        for (Web.Reply reply : new Web.Reply[] {
            server.anybody().get("/"),
            server.anybody().get("/nowhere"),
            server.anybody().get("/api/crises"),
            server.anybody().get("/openapi.json"),
            server.as("dana").get(crisis + "/views/crises.room"),
            server.as("dana").get("/c/" + crisis.substring("/api/crises/".length()) + "/brief.html"),
        }) {
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .contains("require-trusted-types-for 'script'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Strict-Transport-Security")).startsWith("max-age=");
            assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        }
    }
}
