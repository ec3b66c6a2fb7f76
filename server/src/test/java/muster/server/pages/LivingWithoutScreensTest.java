package muster.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import muster.server.AServer;
import muster.server.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A server that was built with `-Dweb=skip`.
class LivingWithoutScreensTest {
    private final AServer server = AServer.running();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_first_page_says_so_and_where_the_interface_is() {
        Web.Reply page = server.anybody().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("This server was built without its screens")
                .contains("href=\"/openapi.json\"")
                .contains("You are not signed in")
                .doesNotContain("<script");
    }

    @Test
    void whoever_is_signed_in_finds_the_brief_of_every_crisis_they_take_part_in() {
        String crisis = server.crisis("Blackbird");
        String exercise = server.exercise("Paper tiger");

        String page = server.browser("dana").get("/").body();

        assertThat(page)
                .contains("Dana Weiss")
                .contains("<a class=\"crisis\" href=\"" + Brief.place(crisis)
                        + "\"><span class=\"word\">Suspected</span>")
                .contains("href=\"" + Brief.place(exercise) + "\"")
                .contains("Blackbird")
                .containsOnlyOnce("EXERCISE");
        assertThat(server.browser("dana").get(Brief.place(crisis)).body())
                .contains("Blackbird")
                .doesNotContain("Open the live screens");
        assertThat(server.browser("judith").get("/").body())
                .contains("There is none that you take part in.")
                .doesNotContain("Blackbird");
    }

    @Test
    void where_a_screen_would_be_somebody_is_led_to_what_there_is() {
        String crisis = server.crisis("Blackbird");

        for (String place : new String[] {"/c/" + crisis, "/c/" + crisis + "/tasks"}) {
            Web.Reply reply = server.browser("dana").get(place);
            assertThat(reply.status()).isEqualTo(303);
            assertThat(reply.header("Location")).isEqualTo(Brief.place(crisis));
        }
        for (String place : new String[] {"/sign-in", "/admin/people", "/c/made-up", "/c/%0d%0aX:y"}) {
            Web.Reply reply = server.browser("dana").get(place);
            assertThat(reply.status()).isEqualTo(303);
            assertThat(reply.header("Location")).isEqualTo("/");
        }
        assertThat(server.anybody().get("/sw.js").status()).isEqualTo(404);
    }
}
