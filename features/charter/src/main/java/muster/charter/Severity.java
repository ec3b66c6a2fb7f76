package muster.charter;

import java.time.Duration;

/// How bad a crisis is.
///
/// @param name on the wire: `sev-1`
/// @param title for people: `SEV 1`
/// @param updateEvery how often those concerned are told how things stand
public record Severity(String name, String title, Duration updateEvery) {}
