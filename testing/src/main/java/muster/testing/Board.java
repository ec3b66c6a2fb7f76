package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Feature;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Snapshot;
import muster.kernel.Table;
import muster.kernel.View;
import muster.kernel.Wire;
import tools.jackson.databind.JsonNode;

/// Everything that the screens of one stream show, kept current the way the feed does it: a card is
/// rendered again only where its subject is another object or a state that the view depends on has
/// changed.
final class Board {
    /// @param json the card as a screen gets it
    private record Shown(Object subject, View.Card card, JsonNode json) {}

    private final Catalogue catalogue;
    private final Snapshot snapshot;
    private final Clearance clearance;
    private final Map<String, Map<Id, Shown>> shown = new HashMap<>();

    private Board(Catalogue catalogue, Snapshot snapshot, Clearance clearance) {
        this.catalogue = catalogue;
        this.snapshot = snapshot;
        this.clearance = clearance;
    }

    /// Renders everything.
    static Board of(Catalogue catalogue, Snapshot snapshot, Clearance clearance) {
        return new Board(catalogue, snapshot, clearance).render(Optional.empty());
    }

    static Board of(Catalogue catalogue, Snapshot snapshot) {
        return of(catalogue, snapshot, Clearance.GENERAL);
    }

    /// What the feed makes of this board; fails if that is not what rendering everything gives.
    Board moved(Snapshot after) {
        Board fed = new Board(catalogue, after, clearance).render(Optional.of(this));
        Board fresh = of(catalogue, after, clearance);
        fresh.shown.forEach((view, cards) -> {
            Map<Id, Shown> kept = fed.shown.getOrDefault(view, Map.of());
            assertThat(json(kept))
                    .as(
                            "%s: what the changed cards make of the old board"
                                    + " (a card read something that is neither its subject nor in dependsOn)",
                            view)
                    .isEqualTo(json(cards));
        });
        return fresh;
    }

    private static Map<Id, JsonNode> json(Map<Id, Shown> cards) {
        Map<Id, JsonNode> json = new LinkedHashMap<>();
        cards.forEach((id, each) -> json.put(id, each.json));
        return json;
    }

    private Board render(Optional<Board> before) {
        for (Feature<?, ?, ?> feature : catalogue.features(snapshot.own().scope())) {
            render(feature, before);
        }
        return this;
    }

    @SuppressWarnings("ReferenceEquality") // as the feed does it: another object may show something else
    private <S> void render(Feature<?, ?, S> feature, Optional<Board> before) {
        for (View<S> view : feature.views()) {
            assertThat(view.name()).startsWith(feature.key().name() + ".");
            boolean same = before.isPresent() && view.dependsOn().stream().allMatch(key -> same(key, before.get()));
            Map<Id, Shown> old = before.filter(board -> same)
                    .map(board -> board.shown.getOrDefault(view.name(), Map.of()))
                    .orElse(Map.of());
            S state = snapshot.stateOf(feature.key());
            Map<Id, Shown> now = new LinkedHashMap<>();
            Table<?> subjects = view.subjects(state);
            for (Id id : subjects.ids().toList()) {
                Object subject = subjects.the(id);
                Shown kept = old.get(id);
                if (kept != null && kept.subject == subject) {
                    now.put(id, kept);
                    continue;
                }
                view.card(id, state, snapshot, clearance).ifPresent(card -> {
                    assertThat(card.id()).as("id of a card of " + view.name()).isEqualTo(id);
                    now.put(id, new Shown(subject, card, Wire.tree(card)));
                });
            }
            shown.put(view.name(), now);
        }
    }

    @SuppressWarnings("ReferenceEquality") // as the feed does it: another object may show something else
    private boolean same(Key<?> key, Board before) {
        return snapshot.stateOf(key) == before.snapshot.stateOf(key);
    }

    List<View.Card> cards(String view) {
        Map<Id, Shown> cards = shown.get(view);
        if (cards == null) {
            throw new IllegalArgumentException("there is no view " + view + ", only " + shown.keySet());
        }
        return cards.values().stream().map(Shown::card).toList();
    }
}
