package muster.kernel;

import java.time.Instant;
import java.util.Optional;

/// A role that somebody may speak for.
///
/// @param role the charter's name for it: `ciso`
/// @param deputyFor whose place is taken, where it is not the actor's own seat
/// @param until end of the delegation or deputising, real time
public record HeldSeat(String role, Optional<Id> deputyFor, Optional<Instant> until) {}
