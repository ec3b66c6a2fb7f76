package muster.server.feed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.kernel.Clearance;
import muster.kernel.Engine;
import muster.kernel.Scope;
import muster.kernel.Snapshot;
import muster.kernel.StreamId;
import muster.kernel.View;
import muster.server.door.Problem;
import muster.server.door.TurnedAway;
import muster.server.door.Visit;

/// Views asked for by name, now or in the past. What was rendered last is kept, so that many who ask for the
/// same cost little more than one. Thread-safe.
public final class Viewer {
    private static final int MOST_KEPT = 1_000;

    private final Engine engine;
    private final Map<Scope, Map<String, Screen<?>>> screens;
    private final Map<Place, Sheet> kept = new ConcurrentHashMap<>();

    private record Place(StreamId stream, String view, Clearance clearance) {}

    public Viewer(Engine engine) {
        this.engine = engine;
        this.screens = Stream.of(Scope.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        scope -> Screen.all(engine.catalogue(), scope).stream()
                                .collect(
                                        Collectors.toMap(screen -> screen.view().name(), Function.identity()))));
    }

    /// A view as the visitor may see it now.
    Sheet now(Visit visit, String view) {
        Screen<?> screen = screen(visit, view);
        Place place = new Place(visit.stream(), view, visit.clearance());
        Snapshot now = here(visit);
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.compute(
                place,
                (key, before) -> before == null
                        ? screen.render(now, visit.clearance())
                        : screen.render(now, visit.clearance(), before));
    }

    private Snapshot here(Visit visit) {
        return new Snapshot(
                visit.published().fold(),
                engine.published(StreamId.ORGANISATION).fold());
    }

    /// A view as it was after the first `size` entries, for that clearance.
    Sheet then(Visit visit, String view, Snapshot then, Clearance clearance) {
        return screen(visit, view).render(then, clearance);
    }

    private Screen<?> screen(Visit visit, String view) {
        Scope scope = visit.published().fold().scope();
        Screen<?> screen = screens.getOrDefault(scope, Map.of()).get(view);
        if (screen == null) {
            throw new TurnedAway(Problem.of(404, "unknown-view", "There is no view of that name here."));
        }
        return screen;
    }

    /// The cards of a view as they are, in the order of the screen; for pages.
    public <C extends View.Card> List<C> cards(Visit visit, String view, Class<C> type) {
        Screen<?> screen = screen(visit, view);
        return now(visit, view).tiles().keySet().stream()
                .flatMap(id -> screen.card(id, here(visit), visit.clearance()).stream())
                .map(type::cast)
                .toList();
    }
}
