package muster.people;

import java.time.Instant;

/// A time somebody is away: from the first instant up to the second, real time.
public record Absence(Instant from, Instant until) {
    boolean overlaps(Absence other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
