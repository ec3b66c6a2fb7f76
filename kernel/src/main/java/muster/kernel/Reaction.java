package muster.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What follows from an event: commands to this or a declared feature. In the same stream they are decided
/// into the same append; into another stream they travel as errands whose outcome is recorded. Pure; named
/// `When…`.
public interface Reaction<E extends Event> {
    /// Stable: it is part of history. `when-approved-release-tasks`.
    String name();

    /// The event that sets it off.
    Class<E> on();

    /// The only types of events that may follow: the verifier holds Muster to it.
    Set<Class<? extends Event>> may();

    /// The commands, given the states right after the event.
    List<Directed> react(Recorded<E> event, Readings after);

    /// A command and the stream it goes to.
    record Directed(Target to, Command command) {
        public static Directed here(Command command) {
            return new Directed(new Here(), command);
        }
    }

    /// Where a command goes.
    sealed interface Target {}

    /// The same stream, in the same append.
    record Here() implements Target {}

    /// Another stream that exists.
    record There(StreamId stream) implements Target {}

    /// A stream that begins with this command.
    ///
    /// @param charter the charter version that the new crisis pins, with its hash: `3@<digest>`
    /// @param startsAt crisis time of the beginning, for exercises
    record New(StreamId stream, StreamKind kind, String charter, Optional<Instant> startsAt) implements Target {}
}
