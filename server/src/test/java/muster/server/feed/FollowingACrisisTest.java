package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import muster.people.PeopleCommand;
import muster.server.AServer;
import muster.server.Reading;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class FollowingACrisisTest {
    private final ARoomThatWhispers room = new ARoomThatWhispers();
    private final String feed = room.crisis + "/feed";

    @AfterEach
    void stop() {
        room.close();
    }

    private Reading reads(String name) {
        return room.server.as(name).feed(feed, Optional.empty());
    }

    private Reading resumes(String name, Reading earlier) {
        return room.server.as(name).feed(feed, earlier.lastId());
    }

    @Test
    void a_reader_gets_everything_first_and_then_what_changes() {
        room.says("dana", "Before");
        try (Reading dana = reads("dana")) {
            assertThat(dana.status()).isEqualTo(200);
            Reading.Heard first = dana.next();
            assertThat(first.name()).isEqualTo("snapshot");
            assertThat(first.data().path("seq").asLong()).isEqualTo(room.last());
            assertThat(ARoomThatWhispers.texts(dana.cards("whispers.all"))).containsExactly("Before");

            dana.until(room.says("marcus", "After"));

            assertThat(ARoomThatWhispers.texts(dana.cards("whispers.all"))).containsExactly("Before", "After");
            assertThat(dana.snapshots()).isEqualTo(1);
        }
    }

    @Test
    void what_changes_is_sent_and_nothing_else() {
        room.says("dana", "One");
        room.says("dana", "Two");
        try (Reading dana = reads("dana")) {
            dana.next("waiting");
            room.say("whisper 1", "dana", "Once", false);

            JsonNode change = dana.next("change").data().path("changes");

            assertThat(change).hasSize(1);
            assertThat(change.path(0).path("view").asString()).isEqualTo("whispers.all");
            assertThat(ARoomThatWhispers.texts(change.path(0).path("cards"))).containsExactly("Once");
            assertThat(change.path(0).path("removed")).isEmpty();
        }
    }

    @Test
    void what_is_gone_is_named() {
        room.says("dana", "One");
        room.says("dana", "Two");
        try (Reading dana = reads("dana")) {
            dana.next("waiting");

            dana.until(room.forgets("whisper 1"));

            assertThat(ARoomThatWhispers.texts(dana.cards("whispers.all"))).containsExactly("Two");
        }
    }

    @Test
    void whatever_happens_a_reader_ends_up_with_what_a_new_reader_gets() {
        try (Reading dana = reads("dana");
                Reading kenji = reads("kenji")) {
            dana.next("waiting");
            kenji.next("waiting");
            for (int i = 0; i < 40; i++) {
                room.say(
                        "w" + i % 7,
                        i % 2 == 0 ? "dana" : "kenji",
                        "Text " + i,
                        i % 3 == 0,
                        i % 5 == 0 ? "dana" : "kenji");
                if (i % 6 == 5) {
                    room.forgets("w" + (i % 7));
                }
            }
            long last = room.says("dana", "The end");

            for (Reading reading : List.of(dana.until(last), kenji.until(last))) {
                String name = reading == dana ? "dana" : "kenji";
                assertThat(ARoomThatWhispers.texts(reading.cards("whispers.all")))
                        .isEqualTo(room.sees(name, "/views/whispers.all"));
                assertThat(reading.snapshots()).isEqualTo(1);
            }
        }
    }

    @Test
    void whoever_comes_back_goes_on_where_they_were() {
        try (Reading other = reads("marcus")) {
            Reading first = reads("dana");
            first.next("waiting");
            first.until(room.says("dana", "Seen"));
            first.close();
            other.until(room.says("dana", "Missed"));
            long last = room.says("dana", "Missed too");
            other.until(last);

            try (Reading again = resumes("dana", first)) {
                again.until(last);

                assertThat(again.snapshots()).isZero();
                assertThat(again.changes()).isEqualTo(2);
                assertThat(ARoomThatWhispers.texts(again.cards("whispers.all")))
                        .containsExactly("Missed", "Missed too");
            }
        }
    }

    @Test
    void whoever_missed_nothing_gets_nothing_twice() {
        Reading first = reads("dana");
        first.next("waiting");
        first.until(room.says("dana", "Seen"));
        first.close();

        try (Reading again = resumes("dana", first)) {
            assertThat(again.next().name()).isEqualTo("waiting");
            again.until(room.says("dana", "New"));

            assertThat(again.snapshots()).isZero();
            assertThat(again.changes()).isEqualTo(1);
        }
    }

    @Test
    void an_id_from_nowhere_begins_with_everything() {
        try (Reading dana = room.server.as("dana").feed(feed, Optional.of("made-up.3.4"))) {
            assertThat(dana.next().name()).isEqualTo("snapshot");
        }
    }

    @Test
    void an_id_of_another_clearance_begins_with_everything() {
        Reading member = reads("kenji");
        member.next("waiting");
        member.close();

        try (Reading other = resumes("dana", member)) {
            assertThat(other.next().name()).isEqualTo("snapshot");
        }
    }

    @Test
    void what_waits_for_me_is_mine_and_the_cards_are_everybodys() {
        try (Reading dana = reads("dana");
                Reading marcus = reads("marcus")) {
            assertThat(dana.next("waiting").data().path("waiting")).isEmpty();
            marcus.next("waiting");
            long asked = room.says("kenji", "Decide this", "dana");

            dana.next("waiting");
            marcus.until(asked);

            assertThat(dana.waiting()).hasSize(1);
            assertThat(dana.waiting().path(0).path("view").asString()).isEqualTo("whispers.all");
            assertThat(dana.waiting().path(0).path("id").asString())
                    .isEqualTo(Actors.id("whisper 1").text());
            assertThat(marcus.waiting()).isEmpty();
            room.forgets("whisper 1");
            dana.next("waiting");
            assertThat(dana.waiting()).isEmpty();
        }
    }

    @Test
    void what_waits_is_told_anew_to_whoever_comes_back() {
        Reading first = reads("dana");
        first.next("waiting");
        first.close();
        room.says("kenji", "Decide this", "dana");

        try (Reading again = resumes("dana", first)) {
            again.next("waiting");

            assertThat(again.waiting()).hasSize(1);
        }
    }

    @Test
    void nobody_hears_what_is_said_in_a_lane_they_are_not_in() {
        try (Reading dana = reads("dana");
                Reading kenji = reads("kenji")) {
            dana.next("waiting");
            kenji.next("waiting");
            long secret = room.whispers("kenji", "Canary", "dana");

            dana.until(secret);
            kenji.until(secret);

            assertThat(ARoomThatWhispers.texts(kenji.cards("whispers.all"))).containsExactly("Canary");
            assertThat(dana.cards("whispers.all")).isEmpty();
            assertThat(dana.waiting()).isEmpty();
        }
    }

    @Test
    void whoever_is_let_into_a_lane_begins_anew_with_it() {
        room.whispers("kenji", "Canary");
        try (Reading dana = reads("dana")) {
            dana.next("waiting");
            room.letIn("dana");

            dana.next("snapshot");

            assertThat(ARoomThatWhispers.texts(dana.cards("whispers.all"))).containsExactly("Canary");
        }
    }

    @Test
    void whoever_is_let_out_of_a_lane_begins_anew_without_it() {
        room.whispers("kenji", "Canary");
        try (Reading kenji = reads("kenji")) {
            kenji.next("waiting");
            room.letOut("kenji");

            kenji.next("snapshot");

            assertThat(kenji.cards("whispers.all")).isEmpty();
        }
    }

    @Test
    void a_feed_ends_with_the_session() {
        try (Reading dana = reads("dana")) {
            dana.next("waiting");
            room.server.byHost(new PeopleCommand.EndSession(Actors.id("dana's session"), "Laptop lost."));

            dana.next("ended");

            assertThat(dana.next().name()).isEqualTo("end");
            assertThat(room.server.as("dana").feed(feed, dana.lastId()).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void a_feed_ends_when_time_is_up_though_nothing_happens() {
        try (Reading dana = reads("dana")) {
            dana.next("waiting");
            room.server.clock.pass(Duration.ofDays(31));

            dana.next("ended");
        }
    }

    @Test
    void a_feed_alone_keeps_no_browser_signed_in() {
        try (Reading dana = room.server.browser("dana").feed(feed, Optional.empty())) {
            dana.next("waiting");
            room.server.clock.pass(Duration.ofMinutes(31));

            dana.next("ended");
        }
    }

    @Test
    void a_feed_is_closed_to_whoever_takes_no_part() {
        assertThat(reads("judith").status()).isEqualTo(404);
    }

    @Test
    void a_server_that_is_being_stopped_tells_its_readers_to_come_again() {
        try (Reading dana = reads("dana")) {
            dana.next("waiting");
            room.server.drain();

            dana.next("reconnect");

            assertThat(dana.next().name()).isEqualTo("end");
        }
    }

    @Test
    void there_are_only_so_many_feeds() {
        try (AServer small = AServer.limited(limits -> limits.withFeeds(1, 16))) {
            String place = "/api/crises/" + small.crisis("Nightjar") + "/feed";
            try (Reading first = small.as("dana").feed(place, Optional.empty())) {
                first.next("snapshot");

                assertThat(small.as("marcus").get(place).status()).isEqualTo(503);
            }
        }
    }
}
