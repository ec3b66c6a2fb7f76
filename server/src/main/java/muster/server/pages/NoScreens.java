package muster.server.pages;

import java.util.List;
import java.util.Optional;
import muster.crises.RegisterCard;
import muster.crises.RoomCard;
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

/// What stands in the place of the screens of a server that was built without them: where everything is that
/// works nevertheless.
public final class NoScreens implements Door {
    private final Engine engine;
    private final Callers callers;
    private final Entrance entrance;
    private final Viewer viewer;

    public NoScreens(Engine engine, Callers callers, Entrance entrance, Viewer viewer) {
        this.engine = engine;
        this.callers = callers;
        this.entrance = entrance;
        this.viewer = viewer;
    }

    @Override
    public Answer open(Asked asked) {
        String crisis = asked.part("crisis");
        if (Id.wellFormed(crisis)) {
            return Answer.seeOther(Brief.place(crisis));
        }
        if (!asked.place().equals("/")) {
            return Answer.seeOther("/");
        }
        Optional<Caller> caller = callers.of(asked);
        return caller.map(this::forReader)
                .orElseGet(() -> page(
                        Html.NOTHING,
                        Layout.paragraph(
                                "calm",
                                "You are not signed in. Open your sign-in link, or ask whoever runs Muster for one.")));
    }

    private Answer forReader(Caller caller) {
        Visit organisation = entrance.visit(caller, Optional.of(StreamId.ORGANISATION));
        Reader reader = new Reader(
                caller.actor().person(), organisation.published().fold().stateOf(People.KEY), engine.now());
        List<Html> rows = viewer.cards(organisation, "crises.register", RegisterCard.class).stream()
                .map(crisis -> row(crisis, entrance.visit(caller, Optional.of(StreamId.of(crisis.id())))))
                .toList();
        return page(
                Layout.me(reader.name()),
                Layout.section(
                        "Your crises",
                        rows.isEmpty() ? "" : Integer.toString(rows.size()),
                        rows.isEmpty()
                                ? Layout.paragraph("calm", "There is none that you take part in.")
                                : Html.tag("ul", "rows").holding(Html.of(rows))));
    }

    private Html row(RegisterCard crisis, Visit visit) {
        String state = viewer.cards(visit, "crises.room", RoomCard.class).stream()
                .findFirst()
                .map(room -> room.phase().word())
                .orElse("");
        return Html.tag("li")
                .holding(
                        Html.tag("a", "crisis")
                                .with("href", Brief.place(crisis.id().text()))
                                .holding(
                                        Html.tag("span", "word").holding(state),
                                        Html.tag("span", "name").holding(crisis.label() + " " + crisis.codeName())),
                        crisis.exercise() ? Layout.label("exer", "EXERCISE") : Html.NOTHING);
    }

    private static Answer page(Html top, Html rest) {
        return Layout.of("No screens")
                .page(
                        200,
                        top,
                        Html.of(
                                Html.tag("section", "panel")
                                        .holding(
                                                Html.tag("h1").holding("This server was built without its screens"),
                                                Layout.paragraph(
                                                        "",
                                                        "It runs, and everything can be done by its interface, which"
                                                                + " describes itself; every crisis has a brief to read."),
                                                Html.tag("p")
                                                        .holding(Html.tag("a")
                                                                .with("href", "/openapi.json")
                                                                .holding("/openapi.json")),
                                                Layout.paragraph(
                                                        "dim",
                                                        "To have the screens, whoever runs Muster builds it with"
                                                                + " Node.js 20.19 or newer on the machine.")),
                                rest));
    }
}
