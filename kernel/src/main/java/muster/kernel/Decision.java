package muster.kernel;

import java.util.List;

/// What a feature makes of a command: a value, never an exception.
public sealed interface Decision<E extends Event> {
    /// The command happens, as these events and in one append.
    record Accepted<E extends Event>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /// The command does not happen.
    ///
    /// @param code stable, lower case with hyphens: `already-accepted`
    /// @param words one sentence for people: what is wrong, what is still true
    record Refused<E extends Event>(String code, String words) implements Decision<E> {}

    /// The command speaks of something that does not exist, or not for this actor; both look the same.
    record Unseen<E extends Event>() implements Decision<E> {}

    static <E extends Event> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E extends Event> Decision<E> accept(E first, E second) {
        return new Accepted<>(List.of(first, second));
    }

    static <E extends Event> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E extends Event> Decision<E> refuse(String code, String words) {
        return new Refused<>(code, words);
    }

    static <E extends Event> Decision<E> unseen() {
        return new Unseen<>();
    }
}
