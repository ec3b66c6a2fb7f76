package muster.kernel;

import java.time.Instant;
import java.util.Optional;

/// What happens to a stream as such.
public sealed interface KernelEvent extends Event {
    /// The first entry of a stream, and of each of its epochs.
    ///
    /// @param logId random, kept by all epochs
    /// @param origin the origin line of the checkpoints
    /// @param key the vkey of the checkpoints (C2SP signed-note)
    /// @param charter version and hash that a crisis pins; absent for the organisation
    /// @param startsAt crisis time of the beginning, for exercises; absent: real time
    record Genesis(
            StreamKind streamKind,
            Id logId,
            int epoch,
            String origin,
            String key,
            Optional<String> charter,
            Optional<Instant> startsAt)
            implements KernelEvent, AuthorityBearing {}

    /// Crisis time of an exercise goes on from here at this speed.
    ///
    /// @param to crisis time now
    /// @param speed percent of real time; 0 is a pause
    record TimeSet(Instant to, int speed) implements KernelEvent {}

    /// A declared reaction was refused; its cause stands.
    ///
    /// @param code of the refusal
    record ReactionRefused(String reaction, String code, Content<String> words) implements KernelEvent {}

    /// An errand came back.
    ///
    /// @param errand its key
    record Settled(String errand, Errand.Outcome outcome, Content<String> words) implements KernelEvent {}

    /// The wall clock and the monotonic clock parted by more than a minute: from here time goes on by the
    /// monotonic one.
    ///
    /// @param wall what the wall clock said
    record ClockAnomaly(Instant wall) implements KernelEvent {}

    /// Somebody looked at the wall clock and trusts it again.
    record ClockConfirmed(Instant wall) implements KernelEvent {}
}
