package muster.kernel;

/// A stream at a moment together with the organisation at the position the stream had read: what views are
/// rendered from.
///
/// @param own the stream itself
/// @param outside the organisation; the same for the organisation's own stream
public record Snapshot(Fold own, Readings outside) implements Readings {
    @Override
    public <S> S stateOf(Key<S> feature) {
        return feature.scope() == own.scope() ? own.stateOf(feature) : outside.stateOf(feature);
    }
}
