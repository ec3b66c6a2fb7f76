package muster.server.pages;

import java.util.List;
import java.util.Optional;
import muster.tasks.TaskCard;
import muster.tasks.TaskState;

/// The work as the crisis page shows it: what cannot go on comes first, what is done is folded away.
final class TaskList {
    private static final List<TaskState> ORDER = List.of(
            TaskState.BLOCKED,
            TaskState.DECLINED,
            TaskState.OFFERED,
            TaskState.AWAITING_VERIFICATION,
            TaskState.IN_PROGRESS,
            TaskState.READY_TO_START,
            TaskState.WAITING);

    private final Reader reader;

    TaskList(Reader reader) {
        this.reader = reader;
    }

    Html show(List<TaskCard> all) {
        List<TaskCard> over =
                all.stream().filter(task -> !task.state().isOpen()).toList();
        Html lanes = Html.of(ORDER.stream().map(state -> lane(all, state)));
        return Layout.section(
                "Tasks",
                all.isEmpty() ? "" : Integer.toString(all.size()),
                all.isEmpty()
                        ? Layout.paragraph("calm", "No work has been offered yet.")
                        : Html.tag("div", "lanes").holding(lanes),
                over.isEmpty()
                        ? Html.NOTHING
                        : Html.tag("details")
                                .holding(
                                        Html.tag("summary").holding("Done or dropped (" + over.size() + ")"),
                                        Html.of(over.stream().map(this::card))));
    }

    private Html lane(List<TaskCard> all, TaskState state) {
        List<TaskCard> here = all.stream()
                .filter(task -> task.state() == state)
                .sorted((one, other) -> Integer.compare(other.matters(), one.matters()))
                .toList();
        return here.isEmpty()
                ? Html.NOTHING
                : Html.tag("section", "lane")
                        .holding(
                                Html.tag("h3")
                                        .holding(
                                                Html.text(Reader.words(state)),
                                                Html.tag("span", "count").holding(Integer.toString(here.size()))),
                                Html.of(here.stream().map(this::card)));
    }

    private Html card(TaskCard task) {
        boolean alone = task.owner().isEmpty() && task.state().isOpen();
        return Html.tag("article", alone ? "card alarm" : "card")
                .with("id", task.id().text())
                .holding(
                        Html.tag("h4").holding(task.title()),
                        why(task),
                        Html.tag("p", "facts")
                                .holding(
                                        owner(task),
                                        Layout.label(looks(task), Reader.words(task.risk())),
                                        task.overdue() ? Layout.label("solid", "Overdue") : Html.NOTHING,
                                        task.due()
                                                .map(at -> Html.tag("span", "dim")
                                                        .holding(Html.text("due "), reader.moment(at)))
                                                .orElse(Html.NOTHING)));
    }

    private Html owner(TaskCard task) {
        if (task.owner().isPresent()) {
            return Html.tag("span").holding(reader.nameAndClock(task.owner().get()));
        }
        String offered = task.offer()
                .map(offer -> ", offered to " + reader.name(offer.to()))
                .orElse("");
        return task.state().isOpen() ? Html.tag("strong", "crit").holding("No owner" + offered) : Html.NOTHING;
    }

    private static String looks(TaskCard task) {
        return switch (task.risk()) {
            case CRITICAL -> "crit";
            case HIGH -> "warn";
            case MEDIUM, LOW -> "mute";
        };
    }

    private Html why(TaskCard task) {
        Optional<String> words = task.blocked()
                .map(blocked -> "Blocked by " + Reader.words(blocked.cause()).toLowerCase(java.util.Locale.ROOT)
                        + blocked.person()
                                .map(person -> " (" + reader.name(person) + ")")
                                .orElse("")
                        + " " + reader.away(blocked.since()) + ": " + blocked.note())
                .or(() -> task.stop().map(stop -> "What it was done for no longer holds"))
                .or(() -> Optional.of("Waits for " + task.pending().size() + " other tasks")
                        .filter(any -> task.state() == TaskState.WAITING
                                && !task.pending().isEmpty()));
        return words.map(text -> Layout.paragraph("why", "↳ " + text)).orElse(Html.NOTHING);
    }
}
