package muster.server.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.crises.RoomCard;
import muster.crises.SeatCard;
import muster.decisions.DecisionCard;
import muster.server.door.Visit;
import muster.server.feed.Viewer;
import muster.tasks.TaskCard;
import muster.tasks.TaskState;

/// What waits for the reader in one crisis: decisions first, then seats, work, and what the leader owes.
final class Queue {
    private final Viewer viewer;
    private final Visit visit;
    private final Reader reader;

    Queue(Viewer viewer, Visit visit, Reader reader) {
        this.viewer = viewer;
        this.visit = visit;
        this.reader = reader;
    }

    List<Html> cards() {
        List<Html> cards = new ArrayList<>();
        viewer.cards(visit, "decisions.register", DecisionCard.class).stream()
                .filter(decision -> decision.waitsFor().contains(reader.me()))
                .forEach(decision -> cards.add(card(
                        "#" + decision.id(),
                        "info",
                        "Decide",
                        decision.label() + " " + decision.question(),
                        DecisionList.deadline(decision, reader))));
        viewer.cards(visit, "crises.seats", SeatCard.class).stream()
                .filter(seat -> seat.waitsFor().contains(reader.me()))
                .forEach(seat -> cards.add(card(
                        "",
                        "warn",
                        "Confirm",
                        "Take over as " + seat.title(),
                        Html.text(seat.handoverNote().orElse("")))));
        viewer.cards(visit, "tasks.board", TaskCard.class).stream()
                .filter(task -> task.waitsFor().contains(reader.me()))
                .forEach(task -> cards.add(card("#" + task.id(), looks(task), verb(task), task.title(), due(task))));
        viewer.cards(visit, "crises.room", RoomCard.class).stream()
                .filter(room -> room.waitsFor().contains(reader.me()))
                .forEach(
                        room -> cards.add(card("", "crit", "Late", "The promised update was not given", Html.NOTHING)));
        return cards;
    }

    private String verb(TaskCard task) {
        if (task.offer().filter(offer -> offer.to().equals(reader.me())).isPresent()) {
            return "Accept?";
        }
        if (task.state() == TaskState.AWAITING_VERIFICATION) {
            return "Verify";
        }
        if (task.stop().isPresent()) {
            return "Stop?";
        }
        if (task.seekers().contains(reader.me()) || task.offer().isPresent()) {
            return "Needs an owner";
        }
        return task.overdue() ? "Late" : "Blocked";
    }

    private static String looks(TaskCard task) {
        return task.overdue()
                        || task.state() == TaskState.BLOCKED
                        || task.stop().isPresent()
                ? "crit"
                : "warn";
    }

    private Html due(TaskCard task) {
        return task.due()
                .map(at -> Html.of(Html.text("due "), reader.moment(at)))
                .or(() -> Optional.of(Html.NOTHING))
                .get();
    }

    private static Html card(String place, String looks, String verb, String title, Html more) {
        return Html.tag("article", "card mine")
                .holding(
                        Html.tag("p", "tags").holding(Layout.label(looks, verb)),
                        Html.tag("h3").holding(Html.tag("a").with("href", place).holding(title)),
                        more.isEmpty() ? Html.NOTHING : Html.tag("p", "dim").holding(more));
    }
}
