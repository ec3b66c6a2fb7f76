package muster.server.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import muster.server.AServer;
import muster.server.Web;
import muster.server.pages.Brief;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShowingTheScreensTest {
    private static final String SCRIPT = "/assets/main-1a2b3c4d.js";

    private final AServer server = AServer.showing(Screens.in("screens/"));
    private final String id = Actors.id("any crisis").text();

    @AfterEach
    void stop() {
        server.close();
    }

    private Web accepting(String codings) {
        return server.anybody().header("Accept-Encoding", codings);
    }

    @Test
    void every_screen_is_the_same_page_for_everybody() {
        for (String place : List.of(
                "/",
                "/sign-in",
                "/declare",
                "/help",
                "/c/" + id,
                "/c/" + id + "/tasks",
                "/c/" + id + "/decisions/D-07",
                "/admin",
                "/admin/people/somebody",
                "/?from=mail")) {
            Web.Reply page = server.anybody().get(place);
            assertThat(page.status()).as(place).isEqualTo(200);
            assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("require-trusted-types-for 'script'");
            assertThat(page.body()).contains(SCRIPT);
        }
    }

    @Test
    void what_is_no_screen_is_not_found() {
        for (String place : List.of(
                "/nowhere",
                "/index.html",
                "/files.txt",
                "/administration",
                "/api/nothing",
                "/c",
                "/assets/other.js",
                "/assets/main-1a2b3c4d.js.br",
                "/assets/%2e%2e/index.html",
                "/icons/other.svg",
                "/sign-in/link/made-up.link")) {
            assertThat(server.anybody().get(place).status()).as(place).isEqualTo(404);
        }
    }

    @Test
    void a_file_that_changes_its_name_with_its_content_is_kept_for_ever() {
        Web.Reply script = server.anybody().get(SCRIPT);

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(server.anybody().get("/assets/main-5e6f7a8b.css").header("Content-Type"))
                .isEqualTo("text/css; charset=utf-8");
    }

    @Test
    void a_file_that_keeps_its_name_is_asked_about_every_time_and_not_sent_again() {
        for (String place : List.of("/", "/sw.js", "/manifest.webmanifest", "/icons/muster.svg")) {
            Web.Reply first = server.anybody().get(place);
            assertThat(first.status()).as(place).isEqualTo(200);
            assertThat(first.header("Cache-Control")).isEqualTo("no-cache");

            Web.Reply again = server.anybody()
                    .header("If-None-Match", "\"another\", " + first.header("ETag"))
                    .get(place);

            assertThat(again.status()).as(place).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        }
        assertThat(server.anybody().get("/manifest.webmanifest").header("Content-Type"))
                .isEqualTo("application/manifest+json");
        assertThat(server.anybody().get("/icons/muster.svg").header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void whoever_can_read_it_gets_it_small() throws IOException {
        assertThat(accepting("gzip, deflate, br;q=1.0").get(SCRIPT).header("Content-Encoding"))
                .isEqualTo("br");
        assertThat(accepting("gzip, br;q=0").get(SCRIPT).header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(accepting("zstd").get(SCRIPT).header("Content-Encoding")).isEmpty();
        assertThat(accepting("br").get("/sw.js").header("Content-Encoding")).isEmpty();
        assertThat(server.anybody().get(SCRIPT).header("Vary")).isEqualTo("Accept-Encoding");

        byte[] small = accepting("gzip").bytes(SCRIPT);
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(small)).readAllBytes();

        assertThat(small.length).isLessThan(unpacked.length);
        assertThat(new String(unpacked, StandardCharsets.UTF_8))
                .isEqualTo(server.anybody().get(SCRIPT).body());
    }

    @Test
    void every_coding_has_a_tag_of_its_own() {
        assertThat(List.of(
                        server.anybody().get("/").header("ETag"),
                        accepting("gzip").get("/").header("ETag"),
                        accepting("br").get("/").header("ETag")))
                .doesNotHaveDuplicates();
    }

    @Test
    void plain_pages_stay_what_they_are() {
        String crisis = server.crisis("Blackbird");

        Web.Reply brief = server.browser("dana").get(Brief.place(crisis));

        assertThat(brief.body())
                .contains("Blackbird")
                .contains("<a href=\"/c/" + crisis + "\">Open the live screens</a>")
                .doesNotContain("<script");
        assertThat(brief.header("Cache-Control")).isEqualTo("no-store");
        String sheet = brief.body().replaceAll("(?s).*href=\"(/assets/[^\"]+)\".*", "$1");
        assertThat(server.anybody().get(sheet).status()).isEqualTo(200);
        assertThat(server.anybody()
                        .get(server.tokens.linkPath(Actors.id("a link")))
                        .body())
                .contains("<button");
    }
}
