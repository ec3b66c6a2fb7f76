package muster.server.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.crises.RegisterCard;
import muster.crises.RoomCard;
import muster.crises.SeatCard;
import muster.kernel.Engine;
import muster.kernel.Id;
import muster.kernel.StreamId;
import muster.people.People;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Caller;
import muster.server.door.Callers;
import muster.server.door.Door;
import muster.server.door.Entrance;
import muster.server.door.Visit;
import muster.server.feed.Viewer;

/// `/`: what waits for me, in all my crises, and where each of them stands.
public final class HomePage implements Door {
    private final Engine engine;
    private final Callers callers;
    private final Entrance entrance;
    private final Viewer viewer;

    public HomePage(Engine engine, Callers callers, Entrance entrance, Viewer viewer) {
        this.engine = engine;
        this.callers = callers;
        this.entrance = entrance;
        this.viewer = viewer;
    }

    @Override
    public Answer open(Asked asked) {
        Optional<Caller> caller = callers.of(asked);
        if (caller.isEmpty()) {
            return signedOut("/");
        }
        Visit organisation = entrance.visit(caller.get(), Optional.of(StreamId.ORGANISATION));
        Reader reader = new Reader(
                caller.get().actor().person(), organisation.published().fold().stateOf(People.KEY), engine.now());
        List<Html> waiting = new ArrayList<>();
        List<Html> open = new ArrayList<>();
        List<Html> closed = new ArrayList<>();
        for (RegisterCard crisis : viewer.cards(organisation, "crises.register", RegisterCard.class)) {
            Visit visit = entrance.visit(caller.get(), Optional.of(StreamId.of(crisis.id())));
            waiting.addAll(waiting(crisis, visit, reader));
            (crisis.closedAt().isPresent() ? closed : open).add(row(crisis, visit, reader));
        }
        return Layout.of("Home")
                .page(
                        200,
                        Layout.me(reader.name()),
                        Html.of(
                                Html.tag("h1").holding("What waits for you"),
                                waiting.isEmpty()
                                        ? Layout.paragraph("calm", "Nothing waits for you.")
                                        : Html.tag("div", "queue").holding(Html.of(waiting)),
                                crises("Open", open, "No open crisis that you take part in."),
                                closed.isEmpty() ? Html.NOTHING : crises("Closed", closed, "")));
    }

    /// For somebody whose cookie did not come along: after a link from elsewhere a browser keeps it back once.
    static Answer signedOut(String place) {
        return Notice.link(
                401,
                "You are not signed in",
                "Open your sign-in link, or ask whoever runs Muster here for one. If you are signed in and came here by a"
                        + " link from elsewhere, go on:",
                place,
                "Continue");
    }

    private List<Html> waiting(RegisterCard crisis, Visit visit, Reader reader) {
        Reader inside =
                reader.in(visit.published().timeAt(engine.now()), viewer.cards(visit, "crises.seats", SeatCard.class));
        String place = "/c/" + crisis.id();
        return new Queue(viewer, visit, inside).cards(place, crisis.label(), crisis.exercise());
    }

    private static Html crises(String heading, List<Html> rows, String none) {
        return Layout.section(
                heading,
                rows.isEmpty() ? "" : Integer.toString(rows.size()),
                rows.isEmpty()
                        ? Layout.paragraph("calm", none)
                        : Html.tag("ul", "rows").holding(Html.of(rows)));
    }

    private Html row(RegisterCard crisis, Visit visit, Reader reader) {
        Optional<RoomCard> room =
                viewer.cards(visit, "crises.room", RoomCard.class).stream().findFirst();
        String state = room.map(each -> each.phase().word()).orElse("");
        Optional<Id> lead = room.flatMap(RoomCard::lead);
        return Html.tag("li")
                .holding(
                        Html.tag("a", "crisis")
                                .with("href", "/c/" + crisis.id())
                                .holding(
                                        Html.tag("span", "word").holding(state),
                                        Html.tag("span", "name").holding(crisis.label() + " " + crisis.codeName())),
                        Html.tag("span", "facts")
                                .holding(
                                        crisis.exercise() ? Layout.label("exer", "EXERCISE") : Html.NOTHING,
                                        room.flatMap(RoomCard::severityTitle)
                                                .map(title -> Layout.label("solid", title))
                                                .orElse(Html.NOTHING),
                                        Html.text(lead.map(person -> "led by " + reader.name(person))
                                                .orElse("nobody leads"))));
    }
}
