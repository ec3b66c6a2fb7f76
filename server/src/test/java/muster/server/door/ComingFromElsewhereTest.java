package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import muster.server.AServer;
import muster.server.Web;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComingFromElsewhereTest {
    private static final String REASON = "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}";

    private final AServer server = AServer.running();
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");

    @AfterAll
    void stop() {
        server.close();
    }

    private Web.Reply classify(Web web) {
        return web.command(crisis, "crises.classify", REASON);
    }

    private void isTurnedAway(Web web) {
        Web.Reply reply = classify(web);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/code")).isEqualTo("cross-site");
    }

    @Test
    void our_own_pages_may_send_commands() {
        assertThat(classify(server.browser("dana")).status()).isNotEqualTo(403);
    }

    @Test
    void other_sites_may_not() {
        isTurnedAway(server.browser("dana").header("Sec-Fetch-Site", "cross-site"));
        isTurnedAway(server.browser("dana").header("Sec-Fetch-Site", "same-site"));
        isTurnedAway(server.browser("dana").header("Sec-Fetch-Site", "none"));
    }

    @Test
    void a_form_may_not() {
        isTurnedAway(server.browser("dana").without("X-Muster"));
        isTurnedAway(server.browser("dana").header("X-Muster", "2"));
    }

    @Test
    void where_the_browser_does_not_say_whence_the_origin_has_to_be_ours() {
        Web old = server.browser("dana").without("Sec-Fetch-Site");

        isTurnedAway(old);
        isTurnedAway(old.header("Origin", "https://evil.example"));
        isTurnedAway(old.header("Origin", "null"));
        assertThat(classify(old.header("Origin", AServer.ORIGIN)).status()).isNotEqualTo(403);
    }

    @Test
    void an_origin_of_ours_does_not_help_against_what_the_browser_says() {
        isTurnedAway(
                server.browser("dana").header("Sec-Fetch-Site", "cross-site").header("Origin", AServer.ORIGIN));
    }

    @Test
    void what_is_only_asked_is_guarded_too_where_it_is_posted() {
        Web.Reply reply = server.browser("dana").without("X-Muster").post(crisis + "/dry", "application/json", "[]");

        assertThat(reply.status()).isEqualTo(403);
    }

    @Test
    void a_token_in_a_header_needs_none_of_this_because_no_page_can_make_a_browser_send_it() {
        assertThat(classify(server.as("dana").header("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isNotEqualTo(403);
    }

    @Test
    void a_bad_token_is_not_made_good_by_a_cookie() {
        assertThat(classify(server.browser("dana").header("Authorization", "Bearer m1.nonsense"))
                        .status())
                .isEqualTo(401);
    }
}
