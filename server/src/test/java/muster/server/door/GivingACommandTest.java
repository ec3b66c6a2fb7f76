package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import muster.kernel.StreamId;
import muster.ledger.Hash;
import muster.ledger.Merkle;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivingACommandTest {
    private static final String KEY = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";

    private final AServer server = AServer.running();
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");
    private final String task = Actors.id("a task").text();

    @AfterEach
    void stop() {
        server.close();
    }

    private String offer(String to) {
        return """
                {"task":"%s","title":"Isolate the file servers","description":"","to":"%s","risk":"high",
                 "dependsOn":[],"evidenceRequired":false}""".formatted(task, Actors.id(to).text());
    }

    private Web.Reply offered() {
        return server.as("dana").command(crisis, "tasks.offer", offer("kenji"));
    }

    private long last() {
        return server.engine
                        .published(new StreamId(crisis.substring(12)))
                        .fold()
                        .size()
                - 1;
    }

    @Test
    void what_is_committed_comes_back_with_its_place_and_its_proof() {
        Web.Reply reply = offered();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/outcome")).isEqualTo("committed");
        assertThat(reply.json().at("/to").asLong()).isEqualTo(last());
        assertThat(reply.json().at("/leaves")).hasSize(1);
        assertThat(reply.json().at("/receipts")).hasSize(1);
        Web.Reply history = server.as("dana").get(crisis + "/history?from=" + last() + "&limit=1");
        Hash leaf = Merkle.leaf(history.at("/entries/0/header").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(reply.at("/leaves/0")).isEqualTo(leaf.base64());
    }

    @Test
    void what_is_refused_says_why_and_writes_nothing() {
        offered();
        long before = last();

        Web.Reply again = server.as("dana").command(crisis, "tasks.offer", offer("kenji"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(again.at("/outcome")).isEqualTo("refused");
        assertThat(again.at("/code")).isNotEmpty().isNotEqualTo("fault");
        assertThat(again.at("/detail")).isNotEmpty();
        assertThat(last()).isEqualTo(before);
    }

    @Test
    void whoever_may_not_is_told_who_may() {
        Web.Reply reply = server.as("kenji")
                .command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"It spreads no more.\"}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.at("/outcome")).isEqualTo("refused");
        assertThat(reply.json().at("/whoCan").valueStream().map(id -> id.asString()))
                .contains(Actors.id("dana").text(), Actors.id("marcus").text());
    }

    @Test
    void a_stronger_sign_in_is_asked_for_in_the_words_of_rfc_9470() {
        String decision = Actors.id("a decision").text();
        server.as("dana").command(crisis, "decisions.ask", """
                        {"decision":"%s","type":"access","question":"Give the vendor an account?","evidence":[],
                         "options":[{"id":"yes","text":"Yes, for a day"},{"id":"no","text":"No"}]}""".formatted(decision));
        server.byHost(new muster.people.PeopleCommand.IssueToken(
                Actors.id("marcus"),
                Actors.id("weak session"),
                server.clock.wall().plusSeconds(3600),
                java.util.Optional.empty()));

        Web.Reply reply = server.anybody()
                .header("Authorization", "Bearer " + server.tokens.token(Actors.id("weak session")))
                .command(
                        crisis,
                        "decisions.approve",
                        "{\"decision\":\"" + decision + "\",\"wording\":1,\"option\":\"yes\",\"reason\":\"Needed.\"}");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"insufficient_user_authentication\"")
                .contains("acr_values=\"");
        assertThat(reply.json().at("/amr")).isNotEmpty();
        assertThat(reply.at("/outcome")).isEqualTo("refused");
    }

    @Test
    void nobody_gives_commands_without_a_session() {
        Web.Reply reply = server.anybody().command(crisis, "tasks.offer", offer("kenji"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void a_crisis_one_takes_no_part_in_looks_exactly_like_none() {
        Web.Reply hidden = server.as("judith").command(crisis, "tasks.offer", offer("kenji"));
        Web.Reply nowhere = server.as("judith")
                .command("/api/crises/" + Actors.id("no crisis").text(), "tasks.offer", offer("kenji"));
        Web.Reply nonsense = server.as("judith").command("/api/crises/nonsense", "tasks.offer", offer("kenji"));
        Web.Reply unknown = server.as("judith").command(crisis, "tasks.conquer", "{}");

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(nowhere.headers().keySet()).isEqualTo(hidden.headers().keySet());
        assertThat(nowhere.body()).isEqualTo(hidden.body());
        assertThat(nonsense.body()).isEqualTo(hidden.body());
        assertThat(unknown.body()).isEqualTo(hidden.body());
    }

    @Test
    void a_thing_that_does_not_exist_is_not_found() {
        Web.Reply reply =
                server.as("dana").command(crisis, "tasks.accept", "{\"task\":\"" + Actors.id("no task") + "\"}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/code")).isEqualTo("unseen");
    }

    @Test
    void nobody_speaks_in_a_lane_that_is_not_open_to_them() {
        String lane = Actors.id("a lane").text();

        Web.Reply reply = server.as("dana")
                .envelope(crisis, "tasks.offer", KEY, "{\"lane\":\"" + lane + "\",\"command\":" + offer("kenji") + "}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/code")).isEqualTo("unseen");
    }

    @Test
    void the_same_request_again_is_the_same_answer() {
        String body = "{\"command\":" + offer("kenji") + "}";
        Web.Reply first = server.as("dana").envelope(crisis, "tasks.offer", KEY, body);
        long after = last();

        Web.Reply second =
                server.as("dana").envelope(crisis, "tasks.offer", KEY.toUpperCase(java.util.Locale.ROOT), body);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/from")).isEqualTo(first.json().at("/from"));
        assertThat(second.json().at("/leaves")).isEqualTo(first.json().at("/leaves"));
        assertThat(last()).isEqualTo(after);
    }

    @Test
    void a_key_used_for_another_command_is_refused() {
        server.as("dana").envelope(crisis, "tasks.offer", KEY, "{\"command\":" + offer("kenji") + "}");

        Web.Reply other =
                server.as("dana").envelope(crisis, "tasks.offer", KEY, "{\"command\":" + offer("tomas") + "}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/code")).isEqualTo("key-reused");
    }

    @Test
    void its_own_actor_finds_out_what_became_of_a_key() {
        Web.Reply before = server.as("dana").get(crisis + "/keys/" + KEY);
        Web.Reply given =
                server.as("dana").envelope(crisis, "tasks.offer", KEY, "{\"command\":" + offer("kenji") + "}");
        Web.Reply after = server.as("dana").get(crisis + "/keys/" + KEY);
        Web.Reply others = server.as("marcus").get(crisis + "/keys/" + KEY);

        assertThat(before.at("/outcome")).isEqualTo("none");
        assertThat(before.json().at("/asOf").asLong()).isEqualTo(last() - 1);
        assertThat(after.at("/outcome")).isEqualTo("committed");
        assertThat(after.json().at("/from")).isEqualTo(given.json().at("/from"));
        assertThat(after.json().at("/receipts")).isEqualTo(given.json().at("/receipts"));
        assertThat(others.at("/outcome")).isEqualTo("none");
    }

    @Test
    void a_command_decided_on_an_old_picture_is_refused_where_that_was_asked() {
        long seen = last();
        String body = "{\"ifAt\":" + seen + ",\"command\":" + offer("kenji") + "}";
        server.as("marcus").command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");

        Web.Reply stale = server.as("dana").envelope(crisis, "tasks.offer", KEY, body);
        Web.Reply fresh =
                server.as("dana").envelope(crisis, "tasks.offer", KEY, body.replace(":" + seen, ":" + last()));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/code")).isEqualTo("position-moved");
        assertThat(fresh.status()).isEqualTo(200);
    }

    @Test
    void nobody_is_recorded_to_have_seen_what_they_were_never_sent() {
        server.as("dana").get(crisis + "/views/tasks.board");
        long sent = last();
        server.as("marcus").command(crisis, "crises.classify", "{\"severity\":\"sev-2\",\"reason\":\"Quiet.\"}");

        server.as("dana").envelope(crisis, "tasks.offer", KEY, "{\"seen\":99,\"command\":" + offer("kenji") + "}");
        Web.Reply entry = server.as("dana").get(crisis + "/history?from=" + last() + "&limit=1");

        assertThat(entry.at("/entries/0/body")).contains("\"seen\":" + sent);
    }
}
