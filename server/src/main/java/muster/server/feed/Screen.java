package muster.server.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Feature;
import muster.kernel.Id;
import muster.kernel.Key;
import muster.kernel.Readings;
import muster.kernel.Scope;
import muster.kernel.Table;
import muster.kernel.View;
import muster.kernel.Wire;

/// A view and the feature whose state it shows.
record Screen<S>(Feature<?, ?, S> feature, View<S> view) {
    /// All views of the streams of a scope, in the order of the features.
    static List<Screen<?>> all(Catalogue catalogue, Scope scope) {
        List<Screen<?>> screens = new ArrayList<>();
        catalogue.features(scope).forEach(feature -> add(feature, screens));
        return List.copyOf(screens);
    }

    private static <S> void add(Feature<?, ?, S> feature, List<Screen<?>> screens) {
        feature.views().forEach(view -> screens.add(new Screen<>(feature, view)));
    }

    /// Renders everything.
    Sheet render(Readings readings, Clearance clearance) {
        return render(readings, clearance, new Sheet(view.name(), List.of(), Map.of()), false);
    }

    /// Renders what can have changed since an earlier sheet of the same clearance; gives back that very sheet
    /// if nothing can.
    Sheet render(Readings readings, Clearance clearance, Sheet before) {
        List<Object> states = states(readings);
        return before.isFrom(states, 0) ? before : render(readings, clearance, before, before.isFrom(states, 1));
    }

    /// @param keep whether tiles of unchanged subjects stay
    @SuppressWarnings("ReferenceEquality") // the same object is the same subject: that is the contract of views
    private Sheet render(Readings readings, Clearance clearance, Sheet before, boolean keep) {
        S state = readings.stateOf(feature.key());
        Table<?> subjects = view.subjects(state);
        Map<Id, Tile> tiles = new LinkedHashMap<>();
        subjects.ids().forEach(id -> {
            Object subject = subjects.the(id);
            Tile old = keep ? before.tiles().get(id) : null;
            if (old != null && old.subject() == subject) {
                tiles.put(id, old);
            } else {
                tile(id, subject, state, readings, clearance).ifPresent(tile -> tiles.put(id, tile));
            }
        });
        return new Sheet(view.name(), states(readings), tiles);
    }

    private Optional<Tile> tile(Id id, Object subject, S state, Readings readings, Clearance clearance) {
        return view.card(id, state, readings, clearance)
                .map(card -> new Tile(subject, Wire.mapper().writeValueAsBytes(card), waitsFor(card)));
    }

    private static Set<Id> waitsFor(View.Card card) {
        return card instanceof View.Waiting waiting ? Set.copyOf(waiting.waitsFor()) : Set.of();
    }

    /// One card as it is, before it is written.
    Optional<View.Card> card(Id id, Readings readings, Clearance clearance) {
        return view.card(id, readings.stateOf(feature.key()), readings, clearance);
    }

    /// The feature's own state first, then what else the cards read.
    private List<Object> states(Readings readings) {
        List<Object> states = new ArrayList<>();
        states.add(readings.stateOf(feature.key()));
        for (Key<?> key : view.dependsOn()) {
            states.add(readings.stateOf(key));
        }
        return states;
    }
}
