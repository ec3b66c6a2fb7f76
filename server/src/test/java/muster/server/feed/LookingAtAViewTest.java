package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookingAtAViewTest {
    private final ARoomThatWhispers room = new ARoomThatWhispers();

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void cards_come_with_the_entry_they_are_true_at_and_what_of_it_waits_for_me() {
        long asked = room.says("dana", "Decide this", "marcus");

        Web.Reply dana = room.server.as("dana").get(room.crisis + "/views/whispers.all");
        Web.Reply marcus = room.server.as("marcus").get(room.crisis + "/views/whispers.all");

        assertThat(dana.json().path("seq").asLong()).isEqualTo(asked);
        assertThat(dana.json().path("cards")).hasSize(1).isEqualTo(marcus.json().path("cards"));
        assertThat(dana.json().path("waiting")).isEmpty();
        assertThat(marcus.at("/waiting/0")).isEqualTo(Actors.id("whisper 1").text());
    }

    @Test
    void everybody_sees_what_is_open_to_them() {
        room.says("dana", "To all");
        room.whispers("kenji", "Canary");

        assertThat(room.sees("kenji", "/views/whispers.all")).containsExactly("To all", "Canary");
        assertThat(room.sees("dana", "/views/whispers.all")).containsExactly("To all");
        room.letOut("kenji");
        assertThat(room.sees("kenji", "/views/whispers.all")).containsExactly("To all");
    }

    @Test
    void the_list_of_crises_is_ones_own() {
        String other = room.server.crisis("Nightjar");

        Web.Reply dana = room.server.as("dana").get("/api/crises");
        Web.Reply judith = room.server.as("judith").get("/api/crises");
        Web.Reply register = room.server.as("judith").get("/api/organisation/views/crises.register");

        assertThat(dana.json()
                        .path("cards")
                        .valueStream()
                        .map(card -> card.path("id").asString()))
                .containsExactly(room.id, other);
        assertThat(judith.json().path("cards")).isEmpty();
        assertThat(register.body()).doesNotContain("Blackbird").doesNotContain(other);
    }

    @Test
    void a_view_that_there_is_not_is_not_found() {
        Web.Reply reply = room.server.as("dana").get(room.crisis + "/views/whispers.none");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/code")).isEqualTo("unknown-view");
        assertThat(room.server
                        .as("judith")
                        .get(room.crisis + "/views/whispers.all")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_past_is_shown_by_position() {
        long first = room.says("dana", "First");
        room.says("dana", "Second");

        assertThat(room.sees("dana", "/at/" + first + "/views/whispers.all")).containsExactly("First");
        assertThat(room.sees("dana", "/at/" + (first - 1) + "/views/whispers.all"))
                .isEmpty();
        Web.Reply then = room.server.as("dana").get(room.crisis + "/at/" + first + "/views/whispers.all");
        assertThat(then.json().path("seq").asLong()).isEqualTo(first);
        assertThat(then.json().at("/proof/size").asLong()).isEqualTo(first + 1);
        assertThat(then.at("/proof/checkpoint")).isNotEmpty();
        assertThat(room.server
                        .as("dana")
                        .get(room.crisis + "/at/" + (room.last() + 1) + "/views/whispers.all")
                        .at("/code"))
                .isEqualTo("not-yet");
    }

    @Test
    void the_past_is_shown_by_time_as_the_last_entry_recorded_by_then() {
        Instant start = room.server.clock.wall();
        room.server.clock.pass(Duration.ofMinutes(10));
        room.says("dana", "First");
        room.says("dana", "Second at the same time");
        room.server.clock.pass(Duration.ofMinutes(10));
        room.says("dana", "Third");

        assertThat(room.sees("dana", "/at/" + start.plusSeconds(599) + "/views/whispers.all"))
                .isEmpty();
        assertThat(room.sees("dana", "/at/" + start.plusSeconds(600) + "/views/whispers.all"))
                .containsExactly("First", "Second at the same time");
        assertThat(room.sees("dana", "/at/" + start.plusSeconds(9999) + "/views/whispers.all"))
                .hasSize(3);
        assertThat(room.server
                        .as("dana")
                        .get(room.crisis + "/at/2020-01-01T00:00:00Z/views/whispers.all")
                        .at("/code"))
                .isEqualTo("not-begun");
    }

    @Test
    void the_past_does_not_show_what_is_not_open_to_me_now() {
        long secret = room.whispers("kenji", "Canary");
        room.letOut("kenji");

        assertThat(room.sees("kenji", "/at/" + secret + "/views/whispers.all")).isEmpty();
    }

    @Test
    void through_anothers_eyes_one_sees_what_they_could_see_then_and_oneself_may_see_now() {
        room.says("dana", "To all");
        long secret = room.whispers("kenji", "Canary");
        String then = "/at/" + secret + "/views/whispers.all";
        room.letIn("marcus");
        room.letOut("kenji");

        assertThat(room.sees("marcus", then)).containsExactly("To all", "Canary");
        assertThat(room.sees("marcus", then + "?as=" + Actors.id("dana"))).containsExactly("To all");
        assertThat(room.sees("marcus", then + "?as=" + Actors.id("kenji"))).containsExactly("To all", "Canary");
        assertThat(room.sees("marcus", then + "?as=" + Actors.id("judith"))).isEmpty();
        room.letOut("marcus");
        assertThat(room.sees("marcus", then + "?as=" + Actors.id("kenji"))).containsExactly("To all");
    }

    @Test
    void nobody_looks_through_anothers_eyes_without_the_right_to() {
        Web.Reply reply = room.server
                .as("dana")
                .get(room.crisis + "/at/" + room.last() + "/views/whispers.all?as=" + Actors.id("marcus"));

        assertThat(reply.status()).isEqualTo(403);
    }
}
