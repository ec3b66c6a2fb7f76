package muster.server.pages;

import java.util.List;
import muster.decisions.DecisionCard;
import muster.decisions.Option;

/// Decisions as the crisis page shows them: what is asked, who may say it by when, and what happens if nobody
/// does.
final class DecisionList {
    private final Reader reader;

    DecisionList(Reader reader) {
        this.reader = reader;
    }

    Html show(List<DecisionCard> all) {
        List<DecisionCard> open =
                all.stream().filter(each -> each.status().isOpen()).toList();
        List<DecisionCard> done =
                all.stream().filter(each -> !each.status().isOpen()).toList().reversed();
        Html none = Layout.paragraph("calm", "No decision is waiting.");
        return Layout.section(
                "Decisions waiting",
                open.isEmpty() ? "" : Integer.toString(open.size()),
                open.isEmpty() ? none : Html.of(open.stream().map(this::waiting)),
                done.isEmpty()
                        ? Html.NOTHING
                        : Html.tag("details")
                                .holding(
                                        Html.tag("summary").holding("Decided (" + done.size() + ")"),
                                        Html.of(done.stream().map(this::decided))));
    }

    private Html waiting(DecisionCard decision) {
        return Html.tag("article", "card")
                .with("id", decision.id().text())
                .holding(
                        Html.tag("p", "tags")
                                .holding(
                                        Layout.label("info", Reader.words(decision.status())),
                                        Html.tag("span", "dim").holding(decision.label() + " · " + decision.title())),
                        Html.tag("h3").holding(decision.question()),
                        Html.tag("p", "deadline").holding(deadline(decision, reader)),
                        Layout.paragraph("", mayDecide(decision)),
                        decision.unheard().isEmpty()
                                ? Html.NOTHING
                                : Layout.paragraph("dim", "Has to be heard first: " + reader.roles(decision.unheard())),
                        Html.tag("ul", "options")
                                .holding(Html.of(decision.options().stream().map(option -> option(decision, option)))),
                        decision.objections().isEmpty()
                                ? Html.NOTHING
                                : Layout.paragraph(
                                        "dim", count(decision.objections().size(), "objection")));
    }

    private String mayDecide(DecisionCard decision) {
        String who = decision.waitingFor().isEmpty() ? "" : " Waits for " + reader.names(decision.waitingFor()) + ".";
        int quorum = decision.rule().type().quorum();
        long said = decision.voices().stream()
                .filter(voice -> voice.counts() && voice.option().isPresent())
                .count();
        String progress = quorum > 1 ? " " + said + " of " + quorum + " have said so." : "";
        return "May decide: " + reader.roles(decision.deciders()) + "." + who + progress;
    }

    private static Html option(DecisionCard decision, Option option) {
        boolean best = decision.recommended().filter(option.id()::equals).isPresent();
        return Html.tag("li")
                .holding(Html.text(option.text()), best ? Layout.label("ok", "Recommended") : Html.NOTHING);
    }

    /// By when, and what happens then.
    static Html deadline(DecisionCard decision, Reader reader) {
        if (decision.deadline().isEmpty()) {
            return decision.overdue()
                    ? Html.tag("strong", "crit").holding("Overdue: nobody else is left to ask")
                    : Html.text("No deadline");
        }
        String looks = reader.isPast(decision.deadline().get()) ? "crit" : "";
        return Html.of(
                Html.tag("strong", looks)
                        .holding(reader.away(decision.deadline().get())),
                Html.text(", "),
                reader.moment(decision.deadline().get()),
                Html.text(decision.next().map(next -> then(next, reader)).orElse("")));
    }

    private static String then(DecisionCard.Next next, Reader reader) {
        return switch (next.then()) {
            case ESCALATES -> ", then it goes to " + reader.roles(next.roles());
            case ASKED_AGAIN -> ", then it is asked again of " + reader.roles(next.roles());
            case LAPSES ->
                ", then the charter's default is taken: " + next.option().orElse("");
            case OVERDUE -> ", then it is overdue";
        };
    }

    private Html decided(DecisionCard decision) {
        String by = decision.verdict()
                .map(verdict -> verdict.by().isEmpty() ? "by the rule for silence" : "by " + reader.names(verdict.by()))
                .orElse("");
        String what = decision.verdict()
                .flatMap(verdict -> verdict.option())
                .flatMap(chosen -> decision.options().stream()
                        .filter(option -> option.id().equals(chosen))
                        .map(Option::text)
                        .findFirst())
                .orElse("");
        return Html.tag("article", "card done")
                .with("id", decision.id().text())
                .holding(
                        Html.tag("p", "tags")
                                .holding(
                                        Layout.label(
                                                decision.status().isInForce() ? "ok" : "mute",
                                                Reader.words(decision.status())),
                                        Html.tag("span", "dim").holding(decision.label())),
                        Html.tag("h3").holding(decision.question()),
                        Layout.paragraph("", what),
                        Layout.paragraph("dim", by));
    }

    private static String count(int many, String what) {
        return many + " " + what + (many == 1 ? "" : "s");
    }
}
