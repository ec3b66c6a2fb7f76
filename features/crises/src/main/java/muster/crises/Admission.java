package muster.crises;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Id;

/// Somebody who takes part without a seat.
///
/// @param function the part of the organisation, or the craft, that they bring: `forensics`
/// @param until real time at which it ends by itself; absent: with the crisis
public record Admission(Id person, String function, Optional<Instant> until) {}
