package muster.kernel;

import java.util.List;
import java.util.Optional;

/// The plug: what the product does, one feature at a time. Everything here is pure: no clock, no randomness,
/// no input or output, no logging; what a decision needs besides its state comes in the [Situation], what
/// `evolve` needs is in the event.
///
/// @param <C> the sealed family of its commands
/// @param <E> the sealed family of its events
/// @param <S> its immutable state, folded from its events
public interface Feature<C extends Command, E extends Event, S> {
    /// Name and scope: whose history it belongs to.
    Key<S> key();

    /// The sealed family; it is the catalogue, nothing is registered.
    Class<C> commands();

    /// The sealed family; it is the catalogue, nothing is registered.
    Class<E> events();

    S initial();

    /// What becomes of a command. Does not ask who may: that is judged on the events, by [#needed].
    Decision<E> decide(C command, S state, Situation situation);

    /// Whose compartment the event belongs to.
    default Lane lane(E event, S before) {
        return Lane.GENERAL;
    }

    /// What the event asks of a person who brings it about. Depends on bearing fields, on the state right
    /// before the event and on circumstances before the append; never on content. Run by the engine and by
    /// the verifier.
    Permission needed(E event, S before, Circumstances circumstances);

    /// The state after the event. Rejects, with an [IllegalStateException], what cannot follow; lives with
    /// absent content.
    S evolve(S state, Recorded<E> event);

    /// What stands behind a [Ref] to this feature.
    Optional<Found> find(S state, Id id);

    /// The entry in words.
    Headline tell(Recorded<E> event, S before);

    default List<View<S>> views() {
        return List.of();
    }

    default List<Reaction<?>> reactions() {
        return List.of();
    }

    /// What the outside world is asked to do because of the event, given the state after it.
    default List<Errand> errands(Recorded<E> event, S after) {
        return List.of();
    }

    default Alarms alarms(S state) {
        return Alarms.none();
    }

    /// What is without disposition; walked lazily.
    default Iterable<OpenItem> openItems(S state) {
        return List.of();
    }
}
