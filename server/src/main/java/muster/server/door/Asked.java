package muster.server.door;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A call as it came, read strictly: what is given twice, or is not known, is an error.
public final class Asked {
    private final ServerRequest request;

    public Asked(ServerRequest request) {
        this.request = request;
    }

    public String method() {
        return request.prologue().method().text();
    }

    /// The whole path, as sent.
    public String place() {
        return request.path().absolute().path();
    }

    /// A part of the path by its name in the route; empty text if the route has none.
    public String part(String name) {
        return request.path().pathParameters().first(name).orElse("");
    }

    /// A query parameter.
    public Optional<String> query(String name) {
        return single(request.query(), name, name);
    }

    /// Turns away a call with any other query parameter.
    public void onlyQueries(String... known) {
        for (String name : request.query().names()) {
            if (!List.of(known).contains(name)) {
                throw new TurnedAway(Problem.malformed(name, "is not a known parameter"));
            }
        }
    }

    /// A number from the query, at least 0.
    public OptionalLong number(String name) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,15}")) {
            throw new TurnedAway(Problem.malformed(name, "is not a whole number from 0"));
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    public long requiredNumber(String name) {
        return number(name).orElseThrow(() -> new TurnedAway(Problem.malformed(name, "is missing")));
    }

    public Optional<String> header(String name) {
        List<String> values = request.headers().all(HeaderNames.create(name), List::of);
        if (values.size() > 1) {
            throw new TurnedAway(Problem.malformed(name, "is given more than once"));
        }
        return values.stream().findFirst();
    }

    /// A cookie, if there is exactly one of that name.
    public Optional<String> cookie(String name) {
        List<String> values = request.headers().cookies().all(name, List::of);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static Optional<String> single(Parameters parameters, String name, String field) {
        List<String> values = parameters.all(name, List::of);
        if (values.size() > 1) {
            throw new TurnedAway(Problem.malformed(field, "is given more than once"));
        }
        return values.stream().findFirst();
    }

    /// Whether the call says that its body is JSON.
    boolean saysJson() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
                .orElse(false);
    }

    /// The body; turned away if it has more bytes than that.
    public byte[] body(int most) {
        OptionalLong announced = request.headers().contentLength();
        if (announced.isPresent() && announced.getAsLong() > most) {
            throw new TurnedAway(Problem.tooLarge(most));
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        // what is announced is what comes: a buffer for the most that may come would be the largest of all that is
        // made for a command
        byte[] body = read(announced.isPresent() ? (int) announced.getAsLong() : most + 1);
        if (body.length > most) {
            throw new TurnedAway(Problem.tooLarge(most));
        }
        return body;
    }

    private byte[] read(int most) {
        try {
            return request.content().inputStream().readNBytes(most);
        } catch (HttpException | RequestException | CloseConnectionException answered) {
            throw answered;
        } catch (IOException | RuntimeException broken) {
            // the connection is out of step: what comes next on it could be anything
            throw new TurnedAway(Problem.brokenOff());
        }
    }

    /// Whether the call comes from this machine itself and nobody passed it on.
    boolean isLocal() {
        return request.remotePeer().address() instanceof InetSocketAddress peer
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && header("Forwarded").isEmpty()
                && header("X-Forwarded-For").isEmpty();
    }
}
