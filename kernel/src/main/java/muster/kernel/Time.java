package muster.kernel;

import java.time.Instant;

/// The clocks of the machine; the simulation has its own. Thread-safe.
public interface Time {
    /// What the wall clock says; may jump.
    Instant wall();

    /// Nanoseconds since some moment; never jumps, and stands for nothing else.
    long monotonic();

    /// The clocks of this machine.
    static Time ofMachine() {
        return new Time() {
            @Override
            public Instant wall() {
                return Instant.now();
            }

            @Override
            public long monotonic() {
                return java.lang.System.nanoTime();
            }
        };
    }
}
