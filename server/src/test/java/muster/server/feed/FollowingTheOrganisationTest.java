package muster.server.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.StreamId;
import muster.people.PeopleCommand;
import muster.server.AServer;
import muster.server.Reading;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(60)
class FollowingTheOrganisationTest {
    private static final String FEED = "/api/organisation/feed";

    private final AServer server = AServer.running();

    @AfterEach
    void stop() {
        server.close();
    }

    private Reading reads(String name) {
        return server.as(name).feed(FEED, Optional.empty());
    }

    private long last() {
        return server.engine.published(StreamId.ORGANISATION).fold().size() - 1;
    }

    private static List<String> names(Reading reading, String view, String field) {
        List<String> names = new ArrayList<>();
        for (JsonNode card : reading.cards(view)) {
            names.add(card.path(field).asString());
        }
        return names;
    }

    private void away(String name) {
        server.byHost(new PeopleCommand.SetAbsence(
                Actors.id(name), server.clock.wall(), server.clock.wall().plus(Duration.ofHours(2))));
    }

    @Test
    void a_reader_gets_everything_first_and_then_what_changes() {
        try (Reading dana = reads("dana")) {
            assertThat(dana.status()).isEqualTo(200);
            Reading.Heard first = dana.next();
            assertThat(first.name()).isEqualTo("snapshot");
            assertThat(first.data().path("stream").asString()).isEqualTo("organisation");
            assertThat(first.data().path("clock").path("speed").asInt()).isEqualTo(100);
            assertThat(names(dana, "people.directory", "handle")).contains("dana", "marcus", "judith");
            assertThat(names(dana, "charter.shelf", "state")).hasSize(1);

            away("marcus");
            dana.until(last());

            assertThat(dana.snapshots()).isEqualTo(1);
            for (JsonNode card : dana.cards("people.directory")) {
                assertThat(card.path("absences"))
                        .hasSize(card.path("handle").asString().equals("marcus") ? 1 : 0);
            }
        }
    }

    @Test
    void whoever_comes_back_goes_on_where_they_were() {
        Reading first = reads("dana");
        first.next("waiting");
        first.close();
        try (Reading other = reads("marcus")) {
            other.next("waiting");
            away("kenji");
            other.until(last());

            try (Reading again = server.as("dana").feed(FEED, first.lastId())) {
                again.until(last());
                assertThat(again.snapshots()).isZero();
                assertThat(again.changes()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_crisis_is_on_the_list_of_those_who_take_part_in_it() {
        try (Reading dana = reads("dana");
                Reading judith = reads("judith")) {
            dana.next("waiting");
            judith.next("waiting");

            String crisis = server.crisis("Blackbird");
            while (names(dana, "crises.register", "codeName").isEmpty()) {
                dana.next();
            }

            assertThat(names(dana, "crises.register", "id")).containsExactly(crisis);
            judith.until(last());
            assertThat(names(judith, "crises.register", "id")).isEmpty();
        }
    }

    @Test
    void whoever_leaves_the_organisation_is_cut_off() {
        try (Reading kenji = reads("kenji")) {
            kenji.next("waiting");

            server.byHost(new PeopleCommand.Remove(Actors.id("kenji"), "Left."));

            Reading.Heard heard = kenji.next();
            while (!heard.name().equals("ended")) {
                assertThat(heard.name()).isNotEqualTo("end");
                heard = kenji.next();
            }
            assertThat(kenji.next().name()).isEqualTo("end");
        }
    }

    @Test
    void nobody_in_particular_gets_nothing() {
        assertThat(server.anybody().get(FEED).status()).isEqualTo(401);
    }
}
