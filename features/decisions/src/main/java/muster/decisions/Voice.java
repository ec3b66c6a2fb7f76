package muster.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;

/// What one decider said.
///
/// @param option what for; empty: against every option
/// @param at crisis time
/// @param conditions empty words where there are none
/// @param unheard roles that must be consulted and had not answered
public record Voice(
        Id person,
        Optional<String> option,
        Mandate under,
        Instant at,
        Content<String> reason,
        Content<String> conditions,
        List<String> unheard,
        Content<String> unheardBecause) {}
