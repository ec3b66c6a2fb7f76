package muster.kernel;

import java.time.Instant;

/// When time itself should ask: at `due`, crisis time, Muster gives `command` to the feature that set the
/// alarm.
///
/// @param id what is waited for: unique together with `due` in the feature (`escalate <decision>`)
public record Alarm(String id, Instant due, Command command) {}
