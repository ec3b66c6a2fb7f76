package muster.kernel;

import java.util.Optional;

/// A command on its way into a stream.
///
/// @param key the asker's idempotency key: the same key is the same request
/// @param seen the last position the asker says to have had in view
/// @param ifAt the only position at which the command may be decided
/// @param occurred when it happened, where that was not now
/// @param lane the lane it is spoken in
public record Submission(
        StreamId stream,
        Actor actor,
        Command command,
        String key,
        Optional<Long> seen,
        Optional<Long> ifAt,
        Optional<Occurred> occurred,
        Lane lane) {

    public static Submission of(StreamId stream, Actor actor, Command command, String key) {
        return new Submission(
                stream, actor, command, key, Optional.empty(), Optional.empty(), Optional.empty(), Lane.GENERAL);
    }
}
