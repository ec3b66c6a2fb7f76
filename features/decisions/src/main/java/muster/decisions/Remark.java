package muster.decisions;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// What somebody said about a question without deciding it: an objection, or the answer of somebody consulted.
///
/// @param role for which the person was consulted; empty for an objection
/// @param wording number of the wording it is about
/// @param at crisis time
/// @param dissent whether the order was in force already
public record Remark(
        Id person, Optional<String> role, int wording, Instant at, boolean dissent, Content<String> text) {}
