package muster.kernel;

import java.time.Instant;
import java.util.function.Supplier;

/// Everything besides its own state that a decision may depend on. All of it is data: the same history,
/// command and situation give the same decision.
///
/// @param time crisis time
/// @param recordedAt real time
/// @param standing what the actor is entitled to here and now
/// @param lane the lane the actor speaks in
/// @param readings states of declared features
/// @param ids fresh random ids
/// @param openItems what every feature of the stream reports as open; walked lazily
public record Situation(
        StreamId stream,
        StreamKind kind,
        Actor actor,
        Instant time,
        Instant recordedAt,
        Standing standing,
        Lane lane,
        Readings readings,
        Supplier<Id> ids,
        Iterable<OpenItem> openItems) {

    public <S> S stateOf(Key<S> feature) {
        return readings.stateOf(feature);
    }

    public Id newId() {
        return ids.get();
    }

    /// The acting person; a fault for commands that only people give but Muster gave.
    public Id me() {
        return actor.asPerson().orElseThrow(() -> new IllegalStateException("no person acts here"));
    }
}
