package muster.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Something that waits for its turn before a stream.
///
/// @param ask empty: only look at the alarms
/// @param ifAt the only position at which it may be decided
/// @param answer completed once, never exceptionally
record Request(Optional<Ask> ask, Optional<Long> ifAt, CompletableFuture<Outcome> answer) {
    static Request of(Submission given, Secret secret, Catalogue catalogue) {
        Shape<?> shape = catalogue.shapeOf(given.command().getClass());
        String body = new String(CanonicalJson.bytes(shape.write(given.command())), StandardCharsets.UTF_8);
        String actor = given.actor().name();
        String stream = given.stream().text();
        Ask ask = new Ask(
                given.actor(),
                given.command(),
                new Cause.Asked(),
                Optional.of(keyOf(secret, given.actor(), given.stream(), given.key())),
                Optional.of(secret.mac("request", actor, stream, given.key(), shape.name(), body)),
                given.seen(),
                given.occurred(),
                given.lane(),
                Optional.empty());
        return new Request(Optional.of(ask), given.ifAt(), new CompletableFuture<>());
    }

    static String keyOf(Secret secret, Actor actor, StreamId stream, String key) {
        return secret.mac("key", actor.name(), stream.text(), key);
    }

    static Request ofMuster(Command command, Cause.Origin by, String key, Optional<KernelEvent.Genesis> birth) {
        return of(Ask.ofMuster(command, by, key, birth));
    }

    static Request of(Ask ask) {
        return new Request(Optional.of(ask), Optional.empty(), new CompletableFuture<>());
    }

    static Request wake() {
        return new Request(Optional.empty(), Optional.empty(), new CompletableFuture<>());
    }
}
