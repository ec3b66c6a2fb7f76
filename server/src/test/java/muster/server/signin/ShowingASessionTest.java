package muster.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import muster.kernel.Id;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowingASessionTest {
    private final AServer server = AServer.running();

    @AfterEach
    void stop() {
        server.close();
    }

    private int asks(String token) {
        return server.anybody()
                .header("Authorization", "Bearer " + token)
                .get("/api/crises")
                .status();
    }

    @Test
    void a_token_of_ours_is_honoured() {
        assertThat(asks(server.token("dana"))).isEqualTo(200);
    }

    @Test
    void a_token_that_somebody_made_up_is_not() {
        Id session = Actors.id("dana's session");
        String other = new Tokens(new Secret(new byte[32])).token(session);
        String right = server.token("dana");

        assertThat(asks(other)).isEqualTo(401);
        assertThat(asks(right.substring(0, right.length() - 1))).isEqualTo(401);
        assertThat(asks(right + "A")).isEqualTo(401);
        assertThat(asks("m2" + right.substring(2))).isEqualTo(401);
        assertThat(asks("m1." + session + ".")).isEqualTo(401);
        assertThat(asks("m1.." + session)).isEqualTo(401);
        assertThat(asks(session.text())).isEqualTo(401);
    }

    @Test
    void the_proof_of_a_link_is_no_proof_of_a_session() {
        Id session = Actors.id("dana's session");
        String proof = server.tokens.linkPath(session).substring("/sign-in/link/".length());

        assertThat(asks("m1." + proof)).isEqualTo(401);
    }

    @Test
    void a_session_that_was_ended_is_over_at_once() {
        server.byHost(new PeopleCommand.EndSession(Actors.id("dana's session"), "Laptop lost."));

        assertThat(asks(server.token("dana"))).isEqualTo(401);
    }

    @Test
    void whoever_left_is_out_at_once() {
        server.byHost(new PeopleCommand.Remove(Actors.id("kenji"), "Left."));

        assertThat(asks(server.token("kenji"))).isEqualTo(401);
    }

    @Test
    void a_session_ends_by_itself() {
        server.clock.pass(Duration.ofDays(31));

        assertThat(asks(server.token("dana"))).isEqualTo(401);
    }

    @Test
    void two_cookies_of_that_name_are_none() {
        Web both = server.anybody()
                .header("Cookie", "__Host-muster=" + server.token("dana") + "; __Host-muster=" + server.token("kenji"));

        assertThat(both.get("/api/crises").status()).isEqualTo(401);
    }

    @Test
    void a_browser_that_was_quiet_too_long_has_to_sign_in_again() {
        Web browser = server.browser("dana");
        assertThat(browser.get("/api/crises").status()).isEqualTo(200);
        server.clock.pass(Duration.ofMinutes(29));
        assertThat(browser.get("/api/crises").status()).isEqualTo(200);

        server.clock.pass(Duration.ofMinutes(31));

        assertThat(browser.get("/api/crises").status()).isEqualTo(401);
        server.byHost(new PeopleCommand.SetAbsence(
                Actors.id("kenji"), server.clock.wall(), server.clock.wall().plusSeconds(60)));
        assertThat(server.engine
                        .published(StreamId.ORGANISATION)
                        .fold()
                        .stateOf(People.KEY)
                        .session(Actors.id("dana's session"))
                        .orElseThrow()
                        .ended())
                .as("the record says that it ended")
                .isTrue();
    }

    @Test
    void a_program_may_be_quiet_as_long_as_its_token_lasts() {
        server.as("soar").get("/api/crises");
        server.clock.pass(Duration.ofDays(2));

        assertThat(server.as("soar").get("/api/crises").status()).isEqualTo(200);
    }

    @Test
    void the_record_says_how_and_when_somebody_signed_in() {
        String crisis = "/api/crises/" + server.crisis("Blackbird");
        server.clock.pass(Duration.ofHours(1));
        server.as("dana").command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");

        Web.Reply entry = server.as("dana").get(crisis + "/history?limit=1");

        assertThat(entry.at("/entries/0/body"))
                .contains("\"session\":\"" + Actors.id("dana's session") + "\"")
                .contains("\"authTime\":\"2026-11-23T14:00:00.000Z\"")
                .contains("\"hwk\"")
                .doesNotContain(server.token("dana"));
    }
}
