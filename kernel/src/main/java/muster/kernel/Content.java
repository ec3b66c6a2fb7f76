package muster.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A piece of an event that people wrote: committed by a salted hash of its own, so that it can be withheld
/// from a package or erased for a reason while the history stays provable. Absent content looks the same to
/// `evolve` as present content.
public final class Content<T> {
    private static final Content<?> ABSENT = new Content<>(null);

    private final @Nullable T value;

    private Content(@Nullable T value) {
        this.value = value;
    }

    public static <T> Content<T> of(T value) {
        return new Content<>(value);
    }

    /// Content that was withheld or erased.
    @SuppressWarnings("unchecked")
    public static <T> Content<T> absent() {
        return (Content<T>) ABSENT;
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    public boolean isPresent() {
        return value != null;
    }

    /// The words, or what to show where there are none.
    public T or(T substitute) {
        return value == null ? substitute : value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content<?> content && java.util.Objects.equals(value, content.value);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return value == null ? "(absent)" : value.toString();
    }
}
