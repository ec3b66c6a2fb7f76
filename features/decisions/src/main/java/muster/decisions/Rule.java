package muster.decisions;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.charter.Charters;
import muster.charter.DecisionType;
import muster.kernel.Ground;
import muster.kernel.Housekeeping;
import muster.kernel.Readings;
import muster.kernel.Scope;

/// How a question is decided: the words of the charter version that the crisis pinned. Each question keeps the
/// rule it was put under, so that its history can be judged by itself.
///
/// @param charter the version with its hash: `3@<digest>`
public record Rule(String charter, DecisionType type) {
    /// The rule for this type of decision under the pinned charter; empty where that knows no such type.
    static Optional<Rule> of(String type, Readings readings) {
        return pinned(readings)
                .flatMap(version -> readings.stateOf(Charters.KEY)
                        .version(version)
                        .flatMap(charter -> charter.decisionType(type))
                        .map(found -> new Rule(version, found)));
    }

    /// What kinds of decision the pinned charter knows.
    static List<String> types(Readings readings) {
        return pinned(readings)
                .flatMap(version -> readings.stateOf(Charters.KEY).version(version))
                .map(charter ->
                        charter.decisionTypes().stream().map(DecisionType::name).toList())
                .orElse(List.of());
    }

    private static Optional<String> pinned(Readings readings) {
        return readings.stateOf(Housekeeping.key(Scope.CRISIS)).ground().flatMap(Ground::charter);
    }

    /// The first level of the escalation path on which a role may decide; empty for a role that never may.
    Optional<Integer> levelOf(String role) {
        return IntStream.rangeClosed(0, type.lastLevel())
                .boxed()
                .filter(level -> type.rolesAt(level).contains(role))
                .findFirst();
    }
}
