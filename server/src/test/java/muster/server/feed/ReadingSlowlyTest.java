package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.server.AServer;
import muster.server.Reading;
import muster.server.whispers.Whispers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A reader never holds up a crisis, however slow it is, and never misses anything, however much comes.
@Timeout(60)
class ReadingSlowlyTest {
    @Test
    void many_commands_at_once_come_in_few_changes_that_lose_nothing() throws InterruptedException {
        try (ARoomThatWhispers room = new ARoomThatWhispers(
                        AServer.limited(Whispers.catalogue(), limits -> limits.withFeedPause(Duration.ofSeconds(1))));
                Reading dana = room.server.as("dana").feed(room.crisis + "/feed", Optional.empty())) {
            dana.next("waiting");
            List<Thread> speakers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int speaker = i;
                speakers.add(Thread.ofVirtual().start(() -> {
                    for (int n = 0; n < 10; n++) {
                        room.say("w" + speaker + " " + n, speaker % 2 == 0 ? "marcus" : "helen", "x", false);
                    }
                }));
            }
            for (Thread speaker : speakers) {
                speaker.join();
            }

            dana.until(room.last());

            Map<String, Integer> seen = new HashMap<>();
            dana.cards("whispers.all")
                    .forEach(card -> seen.merge(card.path("id").asString(), 1, Integer::sum));
            assertThat(seen).hasSize(80);
            assertThat(dana.changes())
                    .as("one a second, so fewer than commands")
                    .isLessThan(80);
        }
    }

    @Test
    void whoever_reads_nothing_is_dropped_and_can_go_on_later() {
        String text = "x".repeat(50_000);
        try (ARoomThatWhispers room = new ARoomThatWhispers(AServer.limited(
                Whispers.catalogue(),
                limits -> limits.withFeeds(100, 8).withFeedPause(Duration.ZERO).withCommands(10_000, 10_000)))) {
            Reading slow = room.server.as("marcus").feed(room.crisis + "/feed", Optional.empty());
            slow.next("waiting");
            int spoken = 0;
            while (!figures(room).contains("muster_feeds_dropped_total 1\n")) {
                room.say("w" + spoken % 20, "dana", text + spoken, false);
                spoken++;
            }
            while (!figures(room).contains("muster_feeds 0\n")) {
                Thread.onSpinWait();
            }
            drain(slow);

            try (Reading again = room.server.as("marcus").feed(room.crisis + "/feed", slow.lastId())) {
                again.next("waiting");
                again.until(room.says("dana", "The end"));

                assertThat(again.snapshots()).as("it was too far behind").isEqualTo(1);
                assertThat(ARoomThatWhispers.texts(again.cards("whispers.all")))
                        .isEqualTo(room.sees("marcus", "/views/whispers.all"));
            }
        }
    }

    @Test
    void whoever_is_shut_out_gets_nothing_of_what_comes_in_the_same_breath() {
        try (ARoomThatWhispers room = new ARoomThatWhispers(AServer.limited(
                        Whispers.catalogue(),
                        limits -> limits.withFeedPause(Duration.ofMillis(500)).withRecheck(Duration.ofHours(1))));
                Reading kenji = room.server.as("kenji").feed(room.crisis + "/feed", Optional.empty())) {
            kenji.next("waiting");
            kenji.until(room.says("dana", "The first change comes at once, the next ones together"));
            room.letOut("kenji");
            long secret = room.whispers("dana", "Canary");

            Reading.Heard heard = kenji.next();
            while (heard.data().path("seq").asLong() < secret) {
                heard = kenji.next();
            }

            assertThat(heard.name()).isEqualTo("snapshot");
            assertThat(heard.data().toString()).doesNotContain("Canary");
        }
    }

    private static String figures(ARoomThatWhispers room) {
        return room.server.anybody().get("/metrics").body();
    }

    /// Reads what had been sent before the connection was cut.
    private static void drain(Reading cut) {
        try (cut) {
            String name = "";
            while (!name.equals("end")) {
                name = cut.next().name();
            }
        } catch (UncheckedIOException closed) {
            assertThat(cut.lastId()).isPresent();
        }
    }
}
