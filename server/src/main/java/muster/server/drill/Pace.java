package muster.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import muster.kernel.Id;

/// How fast the time of the exercise goes by.
public sealed interface Pace {
    /// As fast as the room answers: time stands still while somebody acts, and jumps to whatever comes next.
    record Headless() implements Pace {}

    /// So many times as fast as real time.
    record Times(int speed) implements Pace {
        public Times {
            if (speed < 1 || speed > 10_000) {
                throw new IllegalArgumentException("The speed is 1 to 10,000 times real time.");
            }
        }
    }

    /// For people who look on: headless up to a time, and from there on one thing after the other with a
    /// pause between.
    ///
    /// @param until crisis time
    /// @param pause real time
    /// @param played whether a visitor has signed in as a person: what waits for them is left to them for a while
    record Followed(Instant until, Duration pause, Predicate<Id> played) implements Pace {}
}
