package muster.server.pages;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import muster.crises.RoomCard;
import muster.crises.SeatCard;
import muster.decisions.DecisionCard;
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
import muster.server.feed.HistoryDoor;
import muster.server.feed.Viewer;
import muster.tasks.TaskCard;

/// `/c/{crisis}/brief.html`: where a crisis stands, on one page without a script: for a phone, for paper, and for
/// whoever has to know and nothing to do.
public final class Brief implements Door {
    private static final int LINES = 30;

    private final Engine engine;
    private final Callers callers;
    private final Entrance entrance;
    private final Viewer viewer;
    private final HistoryDoor history;
    private final boolean screens;

    /// @param screens whether there are any that it can lead to
    public Brief(
            Engine engine, Callers callers, Entrance entrance, Viewer viewer, HistoryDoor history, boolean screens) {
        this.engine = engine;
        this.callers = callers;
        this.entrance = entrance;
        this.viewer = viewer;
        this.history = history;
        this.screens = screens;
    }

    /// Where the brief of a crisis is.
    public static String place(String crisis) {
        return "/c/" + crisis + "/brief.html";
    }

    @Override
    public Answer open(Asked asked) {
        Optional<Caller> caller = callers.of(asked);
        String crisis = asked.part("crisis");
        if (caller.isEmpty()) {
            return Notice.signedOut(Id.wellFormed(crisis) ? place(crisis) : "/");
        }
        Optional<Visit> visit =
                Id.wellFormed(crisis) ? entrance.look(caller.get(), new StreamId(crisis)) : Optional.empty();
        return visit.flatMap(this::page)
                .orElseGet(() -> Notice.link(
                        404, "There is no such crisis, or not for you", "Its lead can let you in.", "/", "Home"));
    }

    private Optional<Answer> page(Visit visit) {
        Reader reader = new Reader(
                        visit.actor().person(),
                        engine.published(StreamId.ORGANISATION).fold().stateOf(People.KEY),
                        engine.now())
                .in(visit.published().timeAt(engine.now()), viewer.cards(visit, "crises.seats", SeatCard.class));
        return viewer.cards(visit, "crises.room", RoomCard.class).stream()
                .findFirst()
                .map(room -> Layout.of(room.label() + " " + room.codeName())
                        .exercise(room.exercise())
                        .page(200, Layout.me(reader.name()), body(visit, room, reader)));
    }

    private Html body(Visit visit, RoomCard room, Reader reader) {
        RecordCheck.Finding finding = new RecordCheck(engine).check(visit, HistoryDoor.LOOKED_AT_FOR_EACH * LINES);
        Html record = record(finding);
        List<Html> waiting = new Queue(viewer, visit, reader).cards();
        return Html.of(
                finding.isBroken() ? record : Html.NOTHING,
                head(room, reader, visit.size() - 1),
                screens ? live(visit) : Html.NOTHING,
                Layout.section(
                        "Waiting for you",
                        waiting.isEmpty() ? "" : Integer.toString(waiting.size()),
                        waiting.isEmpty()
                                ? Layout.paragraph("calm", "Nothing waits for you.")
                                : Html.tag("div", "queue").holding(Html.of(waiting))),
                new DecisionList(reader).show(viewer.cards(visit, "decisions.register", DecisionCard.class)),
                new TaskList(reader).show(viewer.cards(visit, "tasks.board", TaskCard.class)),
                seats(visit, reader),
                finding.isBroken() ? Html.NOTHING : timeline(visit, reader),
                finding.isBroken() ? Html.NOTHING : record);
    }

    private static Html live(Visit visit) {
        return Html.tag("p", "live")
                .holding(Html.tag("a").with("href", "/c/" + visit.stream()).holding("Open the live screens"));
    }

    /// @param seq the last entry that it is true at
    private static Html head(RoomCard room, Reader reader, long seq) {
        return Html.tag("section", "state")
                .holding(
                        Html.tag("p", "tags")
                                .holding(
                                        Html.tag("span", "dim").holding(room.label()),
                                        Html.tag("strong").holding(room.codeName()),
                                        room.severityTitle()
                                                .map(title -> Layout.label("solid", title))
                                                .orElse(Layout.label("mute", "Not classified"))),
                        Html.tag("h1", "word").holding(room.phase().word()),
                        Layout.paragraph("", room.title().orElse(room.summary())),
                        Html.tag("dl", "facts")
                                .holding(
                                        fact("Since", reader.moment(room.phaseSince())),
                                        fact(
                                                "Running for",
                                                Html.text(Reader.length(
                                                        Duration.between(room.openedAt(), reader.now())))),
                                        fact(
                                                "Lead",
                                                room.lead()
                                                        .map(lead -> Html.text(reader.nameAndClock(lead)))
                                                        .orElse(Html.tag("strong", "crit")
                                                                .holding("Nobody leads"))),
                                        room.updatePromisedFor()
                                                .map(at -> fact("Next update", reader.moment(at)))
                                                .orElse(Html.NOTHING),
                                        fact("As of", Html.of(reader.dated(reader.now()), Html.text(", #" + seq)))),
                        room.updateMissed()
                                ? Layout.paragraph("crit", "The promised update was not given.")
                                : Html.NOTHING,
                        room.update()
                                .map(update -> Html.tag("blockquote")
                                        .holding(
                                                Html.text(update.text()),
                                                Html.tag("footer", "dim")
                                                        .holding(
                                                                Html.text(reader.name(update.by()) + ", "),
                                                                reader.moment(update.at()))))
                                .orElse(Html.NOTHING),
                        room.closing()
                                .map(closing -> Layout.paragraph(
                                        "closed", "Closed by " + reader.name(closing.by()) + ": " + closing.reason()))
                                .orElse(Html.NOTHING));
    }

    private static Html fact(String name, Html value) {
        return Html.tag("div")
                .holding(Html.tag("dt").holding(name), Html.tag("dd").holding(value));
    }

    private Html seats(Visit visit, Reader reader) {
        List<SeatCard> seats = viewer.cards(visit, "crises.seats", SeatCard.class);
        return Layout.section(
                "Seats",
                "",
                Html.tag("ul", "rows")
                        .holding(Html.of(seats.stream()
                                .map(seat -> Html.tag("li")
                                        .holding(
                                                Html.tag("span", "name").holding(seat.title()),
                                                seat.holder()
                                                        .map(holder ->
                                                                Html.tag("span").holding(reader.nameAndClock(holder)))
                                                        .orElse(Html.tag("strong", "crit")
                                                                .holding("Vacant")),
                                                seat.deputies().isEmpty()
                                                        ? Html.NOTHING
                                                        : Html.tag("span", "dim")
                                                                .holding("deputies: "
                                                                        + reader.names(seat.deputies())))))));
    }

    private Html timeline(Visit visit, Reader reader) {
        List<HistoryDoor.Line> lines = history.lines(visit, LINES);
        return Layout.section(
                "Timeline",
                "",
                Html.tag("ol", "timeline")
                        .holding(Html.of(lines.stream()
                                .map(line -> Html.tag("li")
                                        .holding(
                                                Html.tag("span", "at")
                                                        .holding(reader.moment(
                                                                line.header().time())),
                                                Html.tag("span")
                                                        .holding(line.text().orElse("(not for you)")),
                                                Html.tag("span", "dim seq")
                                                        .holding("#"
                                                                + line.header().seq()))))));
    }

    private static Html record(RecordCheck.Finding finding) {
        return Html.tag("section", finding.isBroken() ? "panel broken" : "panel")
                .holding(
                        Html.tag("h2").holding("Record"),
                        Html.tag("p", "tags")
                                .holding(
                                        Layout.label(finding.looks(), finding.word()),
                                        Html.tag("span").holding(finding.words())),
                        Html.tag("pre").holding(finding.checkpoint()));
    }
}
