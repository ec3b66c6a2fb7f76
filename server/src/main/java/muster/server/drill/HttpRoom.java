package muster.server.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import muster.kernel.Id;
import muster.kernel.Wire;
import muster.server.console.Desk.DeskProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A crisis behind the public HTTP API. Every participant comes with their own token; what the server is too
/// busy for is asked again under the same key.
public final class HttpRoom implements Room {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int MOST_TRIES = 60;
    /// What a problem document's status says about a command.
    private static final Map<Integer, String> OUTCOMES = Map.of(
            401, "step-up",
            403, "forbidden",
            404, "unseen",
            409, "refused",
            422, "malformed",
            500, "fault",
            503, "unavailable");

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String crisis = "";

    /// @param server its address: `http://localhost:8080`
    public HttpRoom(URI server) {
        this.server = server;
    }

    @Override
    public Reply open(Badge by, String command, ObjectNode fields, Id id) {
        Reply reply = command(
                by,
                "organisation",
                command,
                body(fields),
                UUID.nameUUIDFromBytes(id.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
        crisis = "crises/" + id;
        if (reply.isCommitted()) {
            awaitBeginning(by);
        }
        return reply;
    }

    /// The crisis gets its own record a moment after it is in the register.
    private void awaitBeginning(Badge by) {
        Instant end = now().plus(PATIENCE);
        while (send(get(by, crisis + "/views/crises.room")).statusCode() != 200) {
            if (now().isAfter(end)) {
                throw new DeskProblem("The crisis was opened, but it does not begin.");
            }
            rest(PAUSE);
        }
    }

    @Override
    public Reply act(Badge by, String command, ObjectNode fields, String key) {
        return command(by, crisis, command, body(fields), key);
    }

    private static ObjectNode body(ObjectNode fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("command", fields);
        return body;
    }

    private Reply command(Badge by, String place, String command, ObjectNode body, String key) {
        HttpRequest request = request(by, place + "/commands/" + command)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode answer = Wire.mapper().readTree(response.body());
        if (response.statusCode() == 200) {
            return Reply.committed(answer.path("to").asLong());
        }
        String outcome = answer.path("outcome").asString("");
        String word = outcome.equals("unknown")
                ? outcome
                : OUTCOMES.getOrDefault(response.statusCode(), "status " + response.statusCode());
        String code = answer.path("code").asString("");
        return Reply.not(
                word,
                word.equals("unseen") ? "not-found" : code,
                answer.path("detail").asString(""));
    }

    @Override
    public Cards cards(Badge by, String view) {
        JsonNode answer = read(by, crisis + "/views/" + view);
        return new Cards(
                answer.path("seq").asLong(), answer.path("cards").valueStream().toList());
    }

    private JsonNode read(Badge by, String place) {
        HttpResponse<String> response = send(get(by, place));
        if (response.statusCode() != 200) {
            throw new DeskProblem(
                    by.handle() + " cannot read " + place + ": " + response.statusCode() + " " + response.body());
        }
        return Wire.mapper().readTree(response.body());
    }

    private HttpRequest get(Badge by, String place) {
        return request(by, place).GET().build();
    }

    private HttpRequest.Builder request(Badge by, String place) {
        return HttpRequest.newBuilder(server.resolve("/api/" + place))
                .header("Authorization", "Bearer " + by.token())
                .timeout(PATIENCE);
    }

    /// Asks again what came too often, or what nobody could say yet.
    private HttpResponse<String> send(HttpRequest request) {
        for (int tries = 1; ; tries++) {
            HttpResponse<String> response = once(request);
            boolean again = response.statusCode() == 429 || response.statusCode() == 503;
            if (!again || tries == MOST_TRIES) {
                return response;
            }
            rest(response.headers().firstValueAsLong("Retry-After").stream()
                    .mapToObj(Duration::ofSeconds)
                    .findFirst()
                    .orElse(Duration.ofSeconds(1)));
        }
    }

    private HttpResponse<String> once(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DeskProblem("The server at " + server + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskProblem("The drill was broken off.", e);
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskProblem("The drill was broken off.", e);
        }
    }

    /// A command that can only be decided at a position long past: the crisis takes its turn, in which
    /// whatever is due comes first, and nothing else is written.
    @Override
    public void ring(Badge by) {
        ObjectNode body = body(Fields.of("to", Instant.EPOCH, "speed", 0));
        body.put("ifAt", 0);
        Reply reply =
                command(by, crisis, "kernel.set-time", body, UUID.randomUUID().toString());
        if (!reply.code().equals("position-moved")) {
            throw new DeskProblem("The server did not say where the record stands: " + reply.text());
        }
    }

    @Override
    public List<Happened> history(Badge by) {
        List<Happened> history = new ArrayList<>();
        for (Optional<Long> from = Optional.of(0L); from.isPresent(); ) {
            JsonNode page = read(by, crisis + "/history?limit=200&from=" + from.get());
            page.path("entries")
                    .valueStream()
                    .filter(entry -> entry.has("body"))
                    .forEach(entry -> history.add(Happened.of(
                            entry.path("seq").asLong(),
                            entry.path("header").asString(),
                            entry.path("body").asString(),
                            name -> Optional.of(
                                            entry.path("contents").path(name).asString(""))
                                    .filter(text -> !text.isEmpty()))));
            from = page.has("next") ? Optional.of(page.path("next").asLong()) : Optional.empty();
        }
        return history;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void close() {
        client.close();
    }
}
