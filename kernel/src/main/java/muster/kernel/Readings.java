package muster.kernel;

/// States of features, all of one moment: those of the stream itself, and those of the organisation at its
/// pinned position.
public interface Readings {
    /// The state of a declared feature; its initial state where the stream has none of its events.
    <S> S stateOf(Key<S> feature);
}
