package muster.people;

import java.time.Instant;
import muster.kernel.Content;
import muster.kernel.Id;

/// An organisation whose people are let in for a reason and for a time: outside counsel, forensics, an
/// insurer.
///
/// @param ground why they are here: the engagement letter, the policy
/// @param until end of the engagement, real time; none of its people is anybody here afterwards
/// @param digest of the entry that gave it its present words
public record Partner(Id id, Content<String> name, Content<String> ground, Instant until, String digest) {}
