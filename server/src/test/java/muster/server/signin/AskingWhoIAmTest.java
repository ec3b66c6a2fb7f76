package muster.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import muster.kernel.Wire;
import muster.people.PeopleCommand;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskingWhoIAmTest {
    private final AServer server = AServer.running();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void somebody_learns_who_they_are_how_they_signed_in_and_until_when() {
        server.clock.pass(Duration.ofMinutes(5));

        Web.Reply me = server.browser("dana").get("/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.header("Cache-Control")).isEqualTo("no-store");
        assertThat(me.at("/person")).isEqualTo(Actors.id("dana").text());
        assertThat(me.at("/kind")).isEqualTo("human");
        assertThat(me.at("/name")).isEqualTo("Dana Weiss");
        assertThat(me.at("/handle")).isEqualTo("dana");
        assertThat(me.at("/zone")).isEqualTo("Europe/Berlin");
        assertThat(me.at("/session/id")).isEqualTo(Actors.id("dana's session").text());
        assertThat(me.json().at("/session/amr").valueStream().map(way -> way.asString()))
                .contains("hwk");
        assertThat(me.at("/session/since")).isEqualTo("2026-11-23T14:00:00.000Z");
        assertThat(me.at("/session/until")).isEqualTo("2026-12-23T14:00:00.000Z");
        assertThat(me.at("/now")).isEqualTo(Wire.text(server.clock.wall()));
        assertThat(me.at("/organisation/name")).isEqualTo("muster.test/muster");
        assertThat(me.at("/organisation/origin")).isEqualTo(AServer.ORIGIN);
        assertThat(me.json().path("demonstration").asBoolean(true)).isFalse();
        assertThat(me.body()).doesNotContain(server.token("dana"));
    }

    @Test
    void a_program_learns_what_it_is() {
        Web.Reply me = server.as("soar").get("/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/kind")).isNotEqualTo("human");
    }

    @Test
    void a_demonstration_says_that_it_is_one() {
        try (AServer demonstration = AServer.demonstrating()) {
            assertThat(demonstration
                            .browser("dana")
                            .get("/api/me")
                            .json()
                            .path("demonstration")
                            .asBoolean(false))
                    .isTrue();
        }
    }

    @Test
    void whoever_is_not_signed_in_is_told_to() {
        assertThat(server.anybody().get("/api/me").status()).isEqualTo(401);
        assertThat(server.anybody().get("/api/me").at("/code")).isEqualTo("sign-in-required");

        server.byHost(new PeopleCommand.EndSession(Actors.id("dana's session"), "Laptop lost."));

        assertThat(server.browser("dana").get("/api/me").status()).isEqualTo(401);
    }
}
