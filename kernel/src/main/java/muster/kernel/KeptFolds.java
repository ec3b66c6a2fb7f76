package muster.kernel;

import java.util.Optional;

/// Folds that are kept outside this process, so that a long history need not be folded from its beginning.
/// Only ever a matter of speed: everything comes out the same without it.
///
/// Safe for any thread.
public interface KeptFolds {
    /// Keeps nothing.
    KeptFolds NONE = new KeptFolds() {
        @Override
        public Optional<Fold> nearest(StreamId stream, long size) {
            return Optional.empty();
        }

        @Override
        public void passed(Published published) {}
    };

    /// The largest kept fold of at most the first `size` entries that can be used. It is the fold of exactly the
    /// entries that the journal holds now, and was made by this very build; whatever is in doubt counts as not
    /// there. Throws nothing.
    Optional<Fold> nearest(StreamId stream, long size);

    /// What has just become durable, or was just loaded. Returns at once and throws nothing: whether it is kept is
    /// found out elsewhere, and nobody is told where that fails.
    void passed(Published published);
}
