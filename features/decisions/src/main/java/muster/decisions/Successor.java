package muster.decisions;

import java.time.Instant;
import muster.kernel.Content;
import muster.kernel.Id;

/// The later decision that replaced, limits or reverses an earlier one.
///
/// @param at crisis time
public record Successor(Id by, Replacement how, Instant at, Content<String> reason) {}
