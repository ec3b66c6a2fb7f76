package muster.kernel;

import java.util.Optional;

/// A screen's worth of cards, folded from one feature's state. A view knows no rules: it shows.
///
/// The feed renders a card anew when its subject is another object than before or one of `dependsOn` changed,
/// so a card may read nothing else, and above all not the time.
public interface View<S> {
    /// `tasks.board`: the feature's name, a dot, one word.
    String name();

    /// What its cards are: whoever reads them elsewhere learns their shape from it.
    Class<? extends Card> cards();

    /// What has a card, in the order of the screen; each value stands for one card.
    Table<?> subjects(S state);

    /// The card of one subject for whoever has this clearance; empty: not for them.
    Optional<Card> card(Id id, S state, Readings readings, Clearance clearance);

    /// The other features whose states the cards read.
    default java.util.List<Key<?>> dependsOn() {
        return java.util.List.of();
    }

    /// A thing as a screen shows it: a record that is written to JSON as it stands.
    interface Card {
        Id id();
    }

    /// A card that waits for somebody: the persons in whose "waits for me" queue it stands. Not part of the
    /// card's JSON.
    interface Waiting {
        java.util.Set<Id> waitsFor();
    }
}
