package muster.kernel;

/// The identity of a feature, and the way to its state: `situation.stateOf(Tasks.KEY)`.
///
/// @param <S> the feature's state
public record Key<S>(String name, Scope scope, Class<S> state) {
    public Key {
        if (name.isEmpty() || !name.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            throw new IllegalArgumentException("a feature has one lower-case word for a name, not \"" + name + "\"");
        }
    }

    @Override
    public String toString() {
        return name + "/" + scope.name().toLowerCase(java.util.Locale.ROOT);
    }
}
