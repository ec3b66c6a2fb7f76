package muster.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTheBriefTest {
    private static final String EVIL = "<script>alert(1)</script><b onload='x'>&\\\"";

    private final AServer server = AServer.running();
    private final String id = server.crisis("Blackbird");
    private final String crisis = "/api/crises/" + id;
    private final String task = Actors.id("a task").text();

    @AfterEach
    void stop() {
        server.close();
    }

    private String page(String name) {
        Web.Reply reply = server.browser(name).get(Brief.place(id));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        return reply.body();
    }

    private void offer(String title, String to) {
        Web.Reply reply = server.as("dana").command(crisis, "tasks.offer", """
                        {"task":"%s","title":"%s","description":"","to":"%s","risk":"critical",
                         "dependsOn":[],"evidenceRequired":false}""".formatted(task, title, Actors.id(to)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private void ask(String question) {
        Web.Reply reply = server.as("dana").command(crisis, "decisions.ask", """
                        {"type":"containment","question":"%s","evidence":[],"recommended":"cut",
                         "options":[{"id":"cut","text":"Disconnect Rotterdam"},{"id":"wait","text":"Keep watching"}]}""".formatted(question));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    @Test
    void the_crisis_page_says_the_state_in_one_word_and_who_leads() {
        String page = page("dana");

        assertThat(page)
                .contains("<h1 class=\"word\">Suspected</h1>")
                .contains("Blackbird")
                .contains("SEV 1")
                .contains("Dana Weiss (you)")
                .contains("Encrypted file servers in Rotterdam");
    }

    @Test
    void work_shows_who_has_it_and_what_it_waits_for() {
        offer("Isolate the file servers", "kenji");
        assertThat(page("dana")).contains("No owner, offered to Kenji Mori");
        server.as("kenji").command(crisis, "tasks.accept", "{\"task\":\"" + task + "\"}");
        server.as("kenji").command(crisis, "tasks.start", "{\"task\":\"" + task + "\"}");
        Web.Reply blocked = server.as("kenji")
                .command(
                        crisis,
                        "tasks.block",
                        "{\"task\":\"%s\",\"cause\":\"person\",\"person\":\"%s\",\"note\":\"Needs the site key\"}"
                                .formatted(task, Actors.id("tomas")));
        assertThat(blocked.status()).as(blocked.body()).isEqualTo(200);

        assertThat(page("dana"))
                .contains("Isolate the file servers")
                .contains("Blocked by person (Tomáš Novák)")
                .contains("Needs the site key")
                .contains("Kenji Mori ·");
    }

    @Test
    void a_decision_says_who_may_decide_by_when_and_what_happens_then() {
        ask("Disconnect Rotterdam?");

        assertThat(page("dana"))
                .contains("Disconnect Rotterdam?")
                .contains("in 30 min")
                .contains("14:30 UTC (15:30 for you)")
                .contains("then it goes to CEO")
                .contains("May decide: CISO or COO.")
                .contains("Recommended");
    }

    @Test
    void what_waits_for_me_comes_first() {
        ask("Disconnect Rotterdam?");
        offer("Isolate the file servers", "kenji");

        assertThat(waiting("marcus"))
                .contains("Decide")
                .contains("Disconnect Rotterdam?")
                .contains("href=\"#");
        assertThat(waiting("kenji"))
                .contains("Accept?")
                .contains("Isolate the file servers")
                .doesNotContain("Disconnect Rotterdam?");
        assertThat(waiting("lucia")).contains("Nothing waits for you.");
    }

    private String waiting(String name) {
        String page = page(name);
        return page.substring(page.indexOf("Waiting for you"), page.indexOf("Decisions waiting"));
    }

    @Test
    void it_says_as_of_when_and_of_which_entry_it_is_true() {
        long last = server.as("dana")
                .get(crisis + "/views/crises.room")
                .json()
                .path("seq")
                .asLong();

        assertThat(page("dana")).contains(">As of<").contains("Mon 23 Nov 2026 14:00 UTC</time>, #" + last + "<");
    }

    @Test
    void the_timeline_tells_what_happened_with_names() {
        offer("Isolate the file servers", "kenji");

        assertThat(page("dana"))
                .contains("Kenji Mori")
                .contains("Isolate the file servers")
                .contains("The record begins");
    }

    @Test
    void the_record_is_called_intact_only_where_that_was_looked_at() {
        // the journal of these tests signs nothing
        assertThat(page("dana")).contains(">Not checked<").contains("/crisis/" + id + "/1");
    }

    @Test
    void whatever_somebody_types_stays_text() {
        offer(EVIL, "kenji");
        ask(EVIL);
        server.as("dana").command(crisis, "crises.give-update", "{\"text\":\"" + EVIL + "\"}");

        for (String page : new String[] {page("dana"), page("kenji")}) {
            assertThat(page)
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script")
                    .doesNotContain("<b onload");
            Matcher tags = Pattern.compile("<[^>]*>").matcher(page);
            while (tags.find()) {
                assertThat(tags.group()).doesNotContainPattern("\\son[a-z]+=").doesNotContain("style=");
            }
        }
    }

    @Test
    void an_exercise_says_so_on_top() {
        String exercise = server.exercise("Paper tiger");

        Web.Reply played = server.browser("dana").get(Brief.place(exercise));

        assertThat(played.body()).contains("<title>EXERCISE").contains("<p class=\"exercise\"");
        assertThat(page("dana")).doesNotContain("EXERCISE");
    }

    @Test
    void whoever_takes_no_part_sees_no_crisis() {
        Web.Reply hidden = server.browser("judith").get(Brief.place(id));
        Web.Reply nowhere =
                server.browser("judith").get(Brief.place(Actors.id("no crisis").text()));

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(nowhere.body()).doesNotContain("Blackbird");
    }

    @Test
    void whoever_is_not_signed_in_is_told_how() {
        Web.Reply page = server.anybody().get(Brief.place(id));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("You are not signed in").doesNotContain("Blackbird");
        assertThat(server.anybody().get("/c/%22%3E%3Cscript%3E/brief.html").body())
                .doesNotContain("<script");
    }

    @Test
    void the_style_sheet_is_where_the_page_says() {
        Matcher link = Pattern.compile("href=\"(/assets/[^\"]+)\"").matcher(page("dana"));
        assertThat(link.find()).isTrue();

        Web.Reply sheet = server.anybody().get(link.group(1));

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).startsWith("text/css");
        assertThat(sheet.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(sheet.body()).contains("prefers-color-scheme: dark");
        assertThat(server.anybody().get("/assets/other.css").status()).isEqualTo(404);
    }
}
