package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import muster.kernel.Digest;
import muster.kernel.Wire;
import muster.server.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadingTheHistoryTest {
    private final ARoomThatWhispers room = new ARoomThatWhispers();

    @AfterEach
    void stop() {
        room.close();
    }

    private JsonNode entry(String name, long seq) {
        return room.server
                .as(name)
                .get(room.crisis + "/history?from=" + seq + "&limit=1")
                .json()
                .at("/entries/0");
    }

    private static String digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode parsed(String text) {
        return Wire.mapper().readTree(text);
    }

    @Test
    void each_level_of_an_entry_is_committed_by_the_one_above() {
        JsonNode entry = entry("dana", room.says("dana", "Words"));

        String body = entry.path("body").asString();
        String text = entry.at("/contents/text").asString();
        assertThat(digest(body))
                .isEqualTo(parsed(entry.path("header").asString()).path("body").asString());
        assertThat(digest(text)).isEqualTo(parsed(body).at("/1/content/text").asString());
        assertThat(parsed(text).path(1).asString()).isEqualTo("Words");
    }

    @Test
    void an_entry_of_a_lane_that_is_not_open_shows_its_header_and_nothing_else() {
        long secret = room.whispers("kenji", "Canary");

        JsonNode hidden = entry("dana", secret);
        JsonNode open = entry("kenji", secret);

        assertThat(hidden.path("seq").asLong()).isEqualTo(secret);
        assertThat(hidden.path("header")).isEqualTo(open.path("header"));
        assertThat(hidden.has("body")).isFalse();
        assertThat(hidden.has("contents")).isFalse();
        assertThat(hidden.has("headline")).isFalse();
        assertThat(open.at("/contents/text").asString()).contains("Canary");
        assertThat(room.server
                        .as("dana")
                        .get(room.crisis + "/history?limit=200")
                        .body())
                .doesNotContain("Canary");
    }

    @Test
    void a_headline_is_told_with_names() {
        JsonNode headline = entry("dana", room.says("marcus", "Words")).path("headline");

        assertThat(headline.path("text").asString()).isEqualTo("Marcus Cole said Words");
        assertThat(headline.path("words").asString()).isEqualTo("{0} said {1}");
        assertThat(headline.at("/parts/0/kind").asString()).isEqualTo("person");
        assertThat(headline.at("/parts/0/text").asString()).isEqualTo("Marcus Cole");
    }

    @Test
    void pages_follow_one_another() {
        for (int i = 0; i < 5; i++) {
            room.says("dana", "Text " + i);
        }
        long size = room.last() + 1;

        Web.Reply first = room.server.as("dana").get(room.crisis + "/history?from=0&limit=4");
        Web.Reply last = room.server.as("dana").get(room.crisis + "/history?from=" + (size - 1));
        Web.Reply beyond = room.server.as("dana").get(room.crisis + "/history?from=" + (size + 5));
        Web.Reply newest = room.server.as("dana").get(room.crisis + "/history?limit=2");

        assertThat(first.json().path("entries")).hasSize(4);
        assertThat(first.json().path("next").asLong()).isEqualTo(4);
        assertThat(first.json().path("size").asLong()).isEqualTo(size);
        assertThat(last.json().path("entries")).hasSize(1);
        assertThat(last.json().has("next")).isFalse();
        assertThat(beyond.json().path("entries")).isEmpty();
        assertThat(newest.json().at("/entries/1/seq").asLong()).isEqualTo(size - 1);
    }

    @Test
    void what_the_organisation_recorded_of_a_crisis_is_for_those_who_take_part_in_it() {
        String place = "/api/organisation/history?from=0&limit=200";

        Web.Reply dana = room.server.as("dana").get(place);
        Web.Reply judith = room.server.as("judith").get(place);

        assertThat(dana.body()).contains("Blackbird").contains("Dana Weiss");
        assertThat(judith.body()).contains("Dana Weiss").doesNotContain("Blackbird");
        assertThat(judith.json().path("entries").valueStream().filter(entry -> !entry.has("body")))
                .as("that there is an entry is no secret")
                .hasSize(1);
    }
}
