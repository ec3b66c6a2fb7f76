package muster.kernel;

import java.time.Instant;
import java.util.Optional;

/// Something without disposition: what a handover must hand over and a closing must wait for.
///
/// @param what a few words for people: `task`, `decision`
/// @param barsClosing whether the crisis cannot close while it is open
public record OpenItem(
        Ref ref, String what, Lane lane, Optional<Id> owner, Optional<Instant> due, boolean barsClosing) {}
