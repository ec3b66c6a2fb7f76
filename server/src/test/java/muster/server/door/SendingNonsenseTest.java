package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import muster.kernel.StreamId;
import muster.server.AServer;
import muster.server.Web;
import muster.testing.Actors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is sent, the answer names what is wrong with it, and nothing else happens.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingNonsenseTest {
    private static final String KEY = "1b4e28ba-2fa1-11d2-883f-0016d3cca427";
    private static final String GOOD =
            "\"title\":\"Isolate\",\"description\":\"\",\"to\":\"TO\",\"risk\":\"high\",\"dependsOn\":[],\"evidenceRequired\":false";

    private final AServer server = AServer.running();
    private final String crisis = "/api/crises/" + server.crisis("Blackbird");

    @AfterAll
    void stop() {
        server.close();
    }

    private long size() {
        return server.engine
                .published(new StreamId(crisis.substring("/api/crises/".length())))
                .fold()
                .size();
    }

    private Web.Reply send(String body) {
        long before = size();
        Web.Reply reply = server.as("dana")
                .envelope(
                        crisis,
                        "tasks.offer",
                        KEY,
                        body.replace("GOOD", GOOD)
                                .replace("TO", Actors.id("kenji").text()));
        assertThat(size()).as("nothing is written").isEqualTo(before);
        return reply;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "an unknown field of the command | {\"command\":{GOOD,\"colour\":\"red\"}} | command.colour",
                "an unknown field beside it | {\"command\":{GOOD},\"colour\":1} | colour",
                "a field twice | {\"command\":{GOOD,\"to\":\"x\"}} | command.to",
                "a field twice beside it | {\"seen\":1,\"seen\":2,\"command\":{GOOD}} | seen",
                "a missing field | {\"command\":{\"title\":\"Isolate\"}} | command.description",
                "no command at all | {} | command",
                "a number for a text | {\"command\":{GOOD,\"subject\":7}} | command.subject",
                "a text for a truth | {\"command\":{\"title\":\"x\",\"description\":\"\",\"to\":\"TO\",\"risk\":\"low\",\"dependsOn\":[],\"evidenceRequired\":\"yes\"}} | command.evidenceRequired",
                "a text for a list | {\"command\":{\"title\":\"x\",\"description\":\"\",\"to\":\"TO\",\"risk\":\"low\",\"dependsOn\":\"all\",\"evidenceRequired\":false}} | command.dependsOn",
                "an unknown word | {\"command\":{\"title\":\"x\",\"description\":\"\",\"to\":\"TO\",\"risk\":\"huge\",\"dependsOn\":[],\"evidenceRequired\":false}} | command.risk",
                "an id that is none | {\"command\":{GOOD,\"verifier\":\"dana\"}} | command.verifier",
                "a wrong id in a list | {\"command\":{\"title\":\"x\",\"description\":\"\",\"to\":\"TO\",\"risk\":\"low\",\"dependsOn\":[\"x\"],\"evidenceRequired\":false}} | command.dependsOn[0]",
                "a local time | {\"command\":{GOOD,\"due\":\"2026-11-23T18:00:00+01:00\"}} | command.due",
                "a command that is a list | {\"command\":[]} | command",
                "a body that is a list | [] | ``",
                "a position that is a text | {\"command\":{GOOD},\"ifAt\":\"4\"} | ifAt",
                "a position with a fraction | {\"command\":{GOOD},\"ifAt\":4.5} | ifAt",
                "a late entry without a reason | {\"command\":{GOOD},\"occurred\":{\"at\":\"2026-11-23T13:00:00.000Z\",\"grade\":\"reconstructed\"}} | occurred.reason",
                "a late entry from the future | {\"command\":{GOOD},\"occurred\":{\"at\":\"2026-12-23T13:00:00.000Z\",\"grade\":\"reconstructed\",\"reason\":\"x\"}} | occurred.at",
                "a lane that cannot be | {\"command\":{GOOD},\"lane\":\"secret\"} | lane",
                "half a surrogate pair | {\"command\":{GOOD,\"subject\":\"\\ud800\"}} | command.subject",
                "a number too large to keep | {\"command\":{GOOD},\"seen\":90071992547409931} | seen",
                "no JSON | hello | ``",
                "half of JSON | {\"command\":{ | command",
                "nothing | `` | ``",
                "more after the end | {\"command\":{GOOD}} {} | ``",
            })
    void is_answered_with_the_field_that_is_wrong(String what, String body, String field) {
        Web.Reply reply = send(body == null ? "" : body);

        assertThat(reply.status()).as(what + ": " + reply.body()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.at("/code")).isEqualTo("malformed");
        assertThat(reply.at("/field")).as(reply.body()).isEqualTo(field == null ? "" : field);
        assertThat(reply.at("/detail")).isNotEmpty();
    }

    @Test
    void a_body_that_is_too_large_is_not_even_read() {
        Web.Reply reply = send("{\"command\":{GOOD},\"x\":\"" + "x".repeat(64 * 1024) + "\"}");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.at("/code")).isEqualTo("too-large");
    }

    @Test
    void a_body_that_is_too_large_and_does_not_say_so_is_cut_off() throws IOException {
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        String answer =
                raw("POST " + crisis + "/commands/tasks.offer HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + server.token("dana") + "\r\nIdempotency-Key: " + KEY
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk
                        + "0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void json_comes_as_json() {
        Web.Reply form = server.as("dana")
                .header("Idempotency-Key", KEY)
                .post(crisis + "/commands/tasks.offer", "text/plain", "{\"command\":{}}");

        assertThat(form.status()).isEqualTo(415);
        assertThat(form.at("/code")).isEqualTo("not-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"none", "''", "1", "1b4e28ba-2fa1-11d2-883f-0016d3cca42", "{1b4e28ba}"})
    void a_key_is_a_uuid(String key) {
        Web dana = server.as("dana");
        Web.Reply reply = (key.equals("none") ? dana : dana.header("Idempotency-Key", key))
                .post(crisis + "/commands/tasks.offer", "application/json", "{\"command\":{}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo("Idempotency-Key");
    }

    @Test
    void what_is_only_for_muster_itself_is_no_command() {
        for (String name : new String[] {"kernel.settle", "kernel.begin", "kernel.note-clock", "tasks.conquer"}) {
            Web.Reply reply = server.as("dana").command(crisis, name, "{}");

            assertThat(reply.status()).as(name).isEqualTo(404);
            assertThat(reply.at("/code")).isEqualTo("unknown-command");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/history?from=x | from",
                "/history?from=-1 | from",
                "/history?form=1 | form",
                "/history?from=1&from=2 | from",
                "/proof/inclusion?size=1 | seq",
                "/proof/inclusion?seq=1&size=99999 | size",
                "/proof/inclusion?seq=1&size=1 | seq",
                "/proof/consistency?from=0 | from",
                "/at/yesterday/views/tasks.board | at",
                "/at/1/views/tasks.board?as=dana | as",
            })
    void a_question_that_makes_no_sense_is_answered_with_its_field(String place, String field) {
        Web.Reply reply = server.as("dana").get(crisis + place);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("/field")).isEqualTo(field);
    }

    @Test
    void a_request_with_two_lengths_is_no_request() throws IOException {
        String smuggled = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        for (String lengths : new String[] {
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
            "Content-Length: 2\r\nContent-Length: 40\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Transfer-Encoding: xchunked\r\n"
        }) {
            String answer =
                    raw("POST /sign-out HTTP/1.1\r\nHost: localhost\r\n" + lengths + "\r\n0\r\n\r\n" + smuggled);

            assertThat(answer).as(lengths).startsWith("HTTP/1.1 400 ");
            assertThat(answer).as(lengths).doesNotContain("200 OK");
        }
    }

    @Test
    void a_body_that_breaks_off_or_is_not_in_order_is_no_fault_of_ours() throws IOException {
        String head = "POST " + crisis + "/commands/tasks.offer HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + server.token("dana") + "\r\nIdempotency-Key: " + KEY + "\r\nContent-Type: application/json\r\n";

        String next = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";

        assertThat(raw(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n" + next))
                .startsWith("HTTP/1.1 400 ")
                .contains("broken-off")
                .doesNotContain("200 OK");
        assertThat(raw(head + "Content-Length: 400\r\n\r\n{\"command\":"))
                .doesNotContain(" 500 ")
                .doesNotContain("200 OK");
    }

    @Test
    void what_is_not_http_gets_a_short_answer_with_all_headers() throws IOException {
        String answer = raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Content-Security-Policy: default-src 'none'");
        assertThat(answer)
                .contains("application/problem+json")
                .doesNotContain("helidon")
                .doesNotContain("Exception");
    }

    /// What comes back before the server closes the connection.
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
