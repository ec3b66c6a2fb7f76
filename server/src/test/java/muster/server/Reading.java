package muster.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;

/// A live feed as a screen reads it: applies what comes to what it has.
public final class Reading implements AutoCloseable {
    private final int status;
    private final BufferedReader in;
    private final Map<String, Map<String, JsonNode>> views = new LinkedHashMap<>();
    private Optional<String> lastId = Optional.empty();
    private JsonNode waiting = Wire.mapper().createArrayNode();
    private int snapshots;
    private int changes;

    /// One event.
    ///
    /// @param name `end` when the server has closed the feed
    public record Heard(String name, Optional<String> id, JsonNode data) {}

    Reading(int status, InputStream in) {
        this.status = status;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    public int status() {
        return status;
    }

    /// Reads one event and applies it.
    public Heard next() {
        String name = "";
        Optional<String> id = Optional.empty();
        String data = "";
        try {
            while (true) {
                String line = in.readLine();
                if (line == null) {
                    return new Heard("end", Optional.empty(), Wire.mapper().createObjectNode());
                }
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = Optional.of(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && !name.isEmpty()) {
                    Heard heard = new Heard(name, id, Wire.mapper().readTree(data));
                    apply(heard);
                    return heard;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads on until an event of that name.
    public Heard next(String name) {
        Heard heard = next();
        while (!heard.name.equals(name)) {
            if (heard.name.equals("end")) {
                throw new AssertionError("the feed ended before any " + name);
            }
            heard = next();
        }
        return heard;
    }

    /// Reads on until it has seen this entry.
    public Reading until(long seq) {
        while (true) {
            Heard heard = next();
            if (heard.name.equals("end")) {
                throw new AssertionError("the feed ended before entry " + seq);
            }
            if (heard.id.isPresent() && heard.data.path("seq").asLong() >= seq) {
                return this;
            }
        }
    }

    private void apply(Heard heard) {
        heard.id.ifPresent(id -> lastId = Optional.of(id));
        switch (heard.name) {
            case "snapshot" -> {
                snapshots++;
                views.clear();
                heard.data.path("views").properties().forEach(view -> {
                    Map<String, JsonNode> cards = new LinkedHashMap<>();
                    view.getValue().forEach(card -> cards.put(card.path("id").asString(), card));
                    views.put(view.getKey(), cards);
                });
            }
            case "change" -> {
                changes++;
                heard.data.path("changes").forEach(this::change);
            }
            case "waiting" -> waiting = heard.data.path("waiting");
            default -> {}
        }
    }

    private void change(JsonNode change) {
        Map<String, JsonNode> cards =
                views.computeIfAbsent(change.path("view").asString(), view -> new LinkedHashMap<>());
        change.path("removed").forEach(id -> cards.remove(id.asString()));
        change.path("cards").forEach(card -> cards.put(card.path("id").asString(), card));
        if (change.has("order")) {
            Map<String, JsonNode> ordered = new LinkedHashMap<>();
            change.path("order").forEach(id -> ordered.put(id.asString(), cards.get(id.asString())));
            cards.clear();
            cards.putAll(ordered);
        }
    }

    /// The cards it has now, in the order of the screen.
    public Iterable<JsonNode> cards(String view) {
        return views.getOrDefault(view, Map.of()).values();
    }

    public JsonNode waiting() {
        return waiting;
    }

    public Optional<String> lastId() {
        return lastId;
    }

    public int snapshots() {
        return snapshots;
    }

    public int changes() {
        return changes;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
