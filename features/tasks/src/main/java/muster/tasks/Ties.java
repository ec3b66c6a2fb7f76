package muster.tasks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What the task hangs on, and what hangs on it.
///
/// @param dependsOn the tasks that have to be done before it is started
/// @param pending those of them that are not done
/// @param lost those of them that were dropped, and so never will be done
/// @param dependents the tasks that depend on this one
/// @param gate the decision it is done for
public record Ties(List<Id> dependsOn, List<Id> pending, List<Id> lost, List<Id> dependents, Optional<Gate> gate) {
    /// A decision without which the work may not begin.
    ///
    /// @param option the option that has to be chosen; empty: any
    /// @param shut whether the question is still to be decided
    public record Gate(Ref decision, Optional<String> option, boolean shut) {
        Gate opened() {
            return new Gate(decision, option, false);
        }

        boolean isFor(Ref other) {
            return decision.feature().equals(other.feature()) && decision.id().equals(other.id());
        }
    }

    static Ties none(Optional<Gate> gate) {
        return new Ties(List.of(), List.of(), List.of(), List.of(), gate);
    }

    /// Whether the work may begin, as far as others are concerned.
    boolean areReady() {
        return pending.isEmpty() && !gateIsShut();
    }

    boolean gateIsShut() {
        return gate.map(Gate::shut).orElse(false);
    }

    boolean areAny() {
        return !dependsOn.isEmpty() || !dependents.isEmpty();
    }

    Ties dependingOn(List<Id> all, List<Id> notDone, List<Id> dropped) {
        return new Ties(all, notDone, dropped, dependents, gate);
    }

    Ties carrying(Id dependent) {
        return dependents.contains(dependent)
                ? this
                : new Ties(
                        dependsOn,
                        pending,
                        lost,
                        Stream.concat(dependents.stream(), Stream.of(dependent)).toList(),
                        gate);
    }

    Ties notCarrying(Id dependent) {
        return new Ties(dependsOn, pending, lost, without(dependents, dependent), gate);
    }

    Ties with(Optional<Gate> other) {
        return new Ties(dependsOn, pending, lost, dependents, other);
    }

    private static List<Id> without(List<Id> ids, Id id) {
        return ids.stream().filter(each -> !each.equals(id)).toList();
    }
}
