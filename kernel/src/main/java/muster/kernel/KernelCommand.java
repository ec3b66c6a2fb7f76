package muster.kernel;

import java.time.Instant;

/// What may be asked of a stream as such.
public sealed interface KernelCommand extends Command {
    /// Begins the organisation's stream; only the operator on the host asks it.
    record Begin(KernelEvent.Genesis genesis) implements KernelCommand {}

    /// Moves the time of an exercise: forward only.
    ///
    /// @param to crisis time from now on
    /// @param speed percent of real time, 0 to 1,000,000; 0 is a pause
    record SetTime(Instant to, int speed) implements KernelCommand {}

    /// The outcome of an errand; only Muster's courier asks it.
    record Settle(String errand, Errand.Outcome outcome, String words) implements KernelCommand {}

    /// The wall clock jumped; only the engine asks it.
    record NoteClock(Instant wall) implements KernelCommand {}

    /// The wall clock is right.
    record ConfirmClock(Instant wall) implements KernelCommand {}
}
