package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.server.AServer;
import muster.server.Reading;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Real answers have exactly the properties that the types of the screens give them, those written by hand too.
@Timeout(60)
class AnsweringAsTheTypesSayTest {
    private final AServer server = AServer.running();
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");
    private final Map<String, Set<String>> required = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

    AnsweringAsTheTypesSayTest() throws IOException {
        String types = Files.readString(Path.of("..", "web", "src", "api", "types.ts"));
        Matcher declared = Pattern.compile(
                        "export interface (\\w+)(?:<[^>]*>)?(?: extends (\\w+)(?:<[^>]*>)?)? \\{\n(.*?)\n}",
                        Pattern.DOTALL)
                .matcher(types);
        while (declared.find()) {
            Set<String> must = new HashSet<>(required.getOrDefault(String.valueOf(declared.group(2)), Set.of()));
            Set<String> may = new HashSet<>(known.getOrDefault(String.valueOf(declared.group(2)), Set.of()));
            Matcher property = Pattern.compile("(?m)^  readonly (\\w+)(\\??):").matcher(declared.group(3));
            while (property.find()) {
                may.add(property.group(1));
                if (property.group(2).isEmpty()) {
                    must.add(property.group(1));
                }
            }
            required.put(declared.group(1), must);
            known.put(declared.group(1), may);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void is(String type, JsonNode answer) {
        Set<String> names = Set.copyOf(answer.propertyNames());
        assertThat(known.getOrDefault(type, Set.of())).as(type).isNotEmpty().containsAll(names);
        assertThat(names).as(type).containsAll(required.getOrDefault(type, Set.of()));
    }

    private JsonNode get(String place) {
        return server.as("dana").get(place).json();
    }

    private JsonNode offer() {
        return server.as("dana")
                .command(crisis, "tasks.offer", """
                        {"title":"Isolate the file servers","description":"","to":"%s","risk":"critical",
                         "dependsOn":[],"evidenceRequired":false}""".formatted(Actors.id("kenji")))
                .json();
    }

    @Test
    void views_now_and_in_the_past() {
        offer();

        is("ViewNow", get(crisis + "/views/tasks.board"));
        is("TaskCard", get(crisis + "/views/tasks.board").path("cards").path(0));
        is("RoomCard", get(crisis + "/views/crises.room").path("cards").path(0));
        is("SeatCard", get(crisis + "/views/crises.seats").path("cards").path(0));
        is(
                "PersonCard",
                get("/api/organisation/views/people.directory").path("cards").path(0));
        is(
                "CharterCard",
                get("/api/organisation/views/charter.shelf").path("cards").path(0));
        JsonNode then = get(crisis + "/at/1/views/crises.room");
        is("ViewThen", then);
        is("PastProof", then.path("proof"));
    }

    @Test
    void what_a_feed_sends() {
        try (Reading kenji = server.as("kenji").feed(crisis + "/feed", Optional.empty())) {
            JsonNode snapshot = kenji.next("snapshot").data();
            is("FeedSnapshot", snapshot);
            is("Clock", snapshot.path("clock"));
            kenji.next("waiting");

            offer();

            JsonNode change = kenji.next("change").data();
            is("FeedChange", change);
            is("FeedViewChange", change.path("changes").path(0));
            JsonNode waiting = kenji.next("waiting").data();
            is("FeedWaiting", waiting);
            is("Waits", waiting.path("waiting").path(0));
        }
    }

    @Test
    void what_becomes_of_commands() {
        is("Committed", offer());
        is(
                "ProblemDocument",
                server.as("dana")
                        .command(crisis, "tasks.take", "{\"task\":\"x\"}")
                        .json());
        is("ProblemDocument", server.anybody().get("/api/me").json());
        JsonNode dry = server.as("dana")
                .post(
                        crisis + "/dry",
                        "application/json",
                        "[{\"type\":\"crises.classify\",\"command\":{\"severity\":\"sev-9\"}}]")
                .json();
        is("Foreseen", dry);
        is("Foretold", dry.path("answers").path(0));
        is("KeyNone", get(crisis + "/keys/00000000-0000-0000-0000-000000000000"));
    }

    @Test
    void history_and_what_proves_it() {
        offer();
        JsonNode history = get(crisis + "/history");
        is("HistoryPage", history);
        JsonNode entry = history.path("entries").path(0);
        is("HistoryEntry", entry);
        is("HistoryLine", entry.path("headline"));
        is("InclusionProof", get(crisis + "/proof/inclusion?seq=0"));
        is("ConsistencyProof", get(crisis + "/proof/consistency?from=1"));
        is("PublicKeys", get("/api/keys"));
        is("PublicKey", get("/api/keys").path("keys").path(0));
    }

    @Test
    void who_is_asking_and_who_may_do_what() {
        JsonNode me = get("/api/me");
        is("Me", me);
        is("MeSession", me.path("session"));
        is("MePlace", me.path("organisation"));
        JsonNode policy = get("/api/policy");
        is("Policy", policy);
        is("PolicyGrant", policy.path("commands").path(0));
        is("PolicyOffice", policy.path("roles").path(0));
        is("DecisionType", policy.path("decisions").path(0));
    }
}
