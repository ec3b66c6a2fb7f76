package muster.server.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import muster.kernel.Id;
import muster.kernel.StreamId;
import muster.people.Directory;
import muster.people.People;
import muster.people.PeopleCommand;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SigningInByLinkTest {
    private final AServer server = AServer.running();
    private final Id link = Actors.id("a link");
    private final String place = server.tokens.linkPath(link);
    private final Web browser = server.anybody().header("Sec-Fetch-Site", "same-origin");

    @AfterEach
    void stop() {
        server.close();
    }

    private void issued() {
        server.byHost(new PeopleCommand.IssueLink(
                Actors.id("kenji"), link, server.clock.wall().plus(Duration.ofHours(1))));
    }

    private Directory directory() {
        return server.engine.published(StreamId.ORGANISATION).fold().stateOf(People.KEY);
    }

    private Web.Reply press(Web web) {
        return web.post(place, "application/x-www-form-urlencoded", "");
    }

    private static String cookie(Web.Reply reply) {
        return reply.header("Set-Cookie").split(";", 2)[0];
    }

    @Test
    void following_a_link_signs_nobody_in() {
        issued();
        int before = directory().sessions().size();

        Web.Reply page = server.anybody().get(place);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<button").contains("Sign in").doesNotContain("<script");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(directory().sessions().size()).isEqualTo(before);
    }

    @Test
    void the_button_signs_in_once_and_leads_home() {
        issued();

        Web.Reply welcome = press(browser);

        assertThat(welcome.status()).isEqualTo(303);
        assertThat(welcome.header("Location")).isEqualTo("/");
        assertThat(welcome.header("Set-Cookie"))
                .startsWith("__Host-muster=m1.")
                .contains("; Path=/;")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Strict")
                .doesNotContain("Domain");
        assertThat(server.anybody().header("Cookie", cookie(welcome)).get("/").body())
                .contains("Kenji Mori");
        Web.Reply again = press(browser);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Set-Cookie")).isEmpty();
    }

    @Test
    void another_site_cannot_press_the_button() {
        issued();

        assertThat(press(server.anybody().header("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(press(server.anybody()).status()).isEqualTo(403);
    }

    @Test
    void a_link_that_was_never_issued_or_is_not_ours_is_strange() {
        String forged = place.substring(0, place.length() - 1) + (place.endsWith("A") ? "B" : "A");

        assertThat(press(browser).status()).isEqualTo(404);
        assertThat(server.anybody().get(forged).status()).isEqualTo(404);
        assertThat(server.anybody().get("/sign-in/link/x").status()).isEqualTo(404);
    }

    @Test
    void a_link_that_is_too_old_signs_nobody_in() {
        issued();
        server.clock.pass(Duration.ofHours(2));

        assertThat(press(browser).status()).isEqualTo(409);
    }

    @Test
    void guessing_is_slowed_down() {
        int limited = 0;
        for (int i = 0; i < 11; i++) {
            limited = press(browser).status();
        }
        assertThat(limited).isEqualTo(429);
    }

    @Test
    void signing_out_ends_the_session_for_good() {
        issued();
        String cookie = cookie(press(browser));

        Web.Reply out = browser.header("Cookie", cookie).post("/sign-out", "application/x-www-form-urlencoded", "");

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Set-Cookie")).startsWith("__Host-muster=;").contains("Max-Age=0");
        assertThat(browser.header("Cookie", cookie).get("/api/crises").status()).isEqualTo(401);
    }

    @Test
    void a_program_signs_out_by_a_call() {
        Web.Reply out = server.as("kenji").post("/api/signin/sign-out", "application/json", "");

        assertThat(out.status()).isEqualTo(204);
        assertThat(server.as("kenji").get("/api/crises").status()).isEqualTo(401);
    }
}
