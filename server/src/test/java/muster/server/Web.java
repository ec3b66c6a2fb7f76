package muster.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;

/// Asks a server, as somebody.
public final class Web {
    private final HttpClient client;
    private final URI server;
    private final List<Map.Entry<String, String>> headers;

    Web(HttpClient client, URI server, List<Map.Entry<String, String>> headers) {
        this.client = client;
        this.server = server;
        this.headers = headers;
    }

    /// What came back.
    public record Reply(int status, Map<String, List<String>> headers, String body) {
        public JsonNode json() {
            return Wire.mapper().readTree(body);
        }

        /// A member of the JSON by its path; empty text if there is none.
        public String at(String path) {
            return json().at(path).asString("");
        }

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()));
        }
    }

    /// The same with one more header, in the place of one of that name.
    public Web header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(without(name).headers);
        more.add(Map.entry(name, value));
        return new Web(client, server, more);
    }

    public Web without(String name) {
        return new Web(
                client,
                server,
                headers.stream()
                        .filter(header -> !header.getKey().equalsIgnoreCase(name))
                        .toList());
    }

    public Reply get(String place) {
        return send(request(place).GET());
    }

    /// The body as it comes over the line.
    public byte[] bytes(String place) {
        try {
            return client.send(request(place).GET().build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Reply post(String place, String type, String body) {
        return send(request(place).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// A command with a new key.
    public Reply command(String place, String name, String command) {
        return envelope(place, name, UUID.randomUUID().toString(), "{\"command\":" + command + "}");
    }

    public Reply envelope(String place, String name, String key, String body) {
        return header("Idempotency-Key", key).post(place + "/commands/" + name, "application/json", body);
    }

    private HttpRequest.Builder request(String place) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + place));
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(response.statusCode(), lower(response.headers().map()), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> lower(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(java.util.Locale.ROOT), Map.Entry::getValue));
    }

    /// Opens a live feed and reads on.
    public Reading feed(String place, Optional<String> lastId) {
        Web asking = lastId.map(id -> header("Last-Event-ID", id)).orElse(this);
        try {
            HttpResponse<InputStream> response =
                    client.send(asking.request(place).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            return new Reading(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
