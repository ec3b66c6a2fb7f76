package muster.kernel;

import java.time.Instant;

/// What authority is judged against: seats, charter, delegations, authentication, all as they stood before
/// the first entry of the append.
public record Circumstances(Actor actor, Standing standing, Readings readings, Instant recordedAt) {
    public <S> S stateOf(Key<S> feature) {
        return readings.stateOf(feature);
    }
}
