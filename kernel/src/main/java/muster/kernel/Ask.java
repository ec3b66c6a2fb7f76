package muster.kernel;

import java.util.Optional;

/// One thing to be decided, and who asks for it.
///
/// @param birth the genesis to begin the stream with, where it has not begun
record Ask(
        Actor actor,
        Command command,
        Cause.Origin by,
        Optional<String> key,
        Optional<String> request,
        Optional<Long> seen,
        Optional<Occurred> occurred,
        Lane lane,
        Optional<KernelEvent.Genesis> birth) {

    static Ask ofMuster(Command command, Cause.Origin by, String key) {
        return ofMuster(command, by, key, Optional.empty());
    }

    static Ask ofMuster(Command command, Cause.Origin by, String key, Optional<KernelEvent.Genesis> birth) {
        return plain(Actor.muster(), command, by, Optional.of(key), birth);
    }

    static Ask plain(
            Actor actor, Command command, Cause.Origin by, Optional<String> key, Optional<KernelEvent.Genesis> birth) {
        Optional<Long> seen = Optional.empty();
        return new Ask(actor, command, by, key, Optional.empty(), seen, Optional.empty(), Lane.GENERAL, birth);
    }

    /// For a stream that has begun meanwhile.
    Ask withoutBirth() {
        return new Ask(actor, command, by, key, request, seen, occurred, lane, Optional.empty());
    }

    /// Whether a stream can begin with it.
    boolean begins() {
        return birth.isPresent() || command instanceof KernelCommand.Begin;
    }
}
