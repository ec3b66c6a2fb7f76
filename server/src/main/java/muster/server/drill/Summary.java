package muster.server.drill;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import muster.server.library.Spans;

/// A play in words: who waited for whom and how long, what was decided by whom with what authority, what went
/// up the path.
public final class Summary {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int LONGEST = 8;

    private final StringBuilder text = new StringBuilder();
    private final Measures measures;

    private Summary(Measures measures) {
        this.measures = measures;
    }

    public static String of(String title, Drill.Result result) {
        Summary summary = new Summary(result.measures());
        summary.head(title, result);
        summary.waits();
        summary.decisions();
        summary.escalations();
        return summary.text.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }

    private void head(String title, Drill.Result result) {
        List<Act> acts = result.acts().stream()
                .filter(act -> !act.command().equals("kernel.set-time"))
                .toList();
        long refused = acts.stream().filter(act -> !act.isCommitted()).count();
        line("%s: %s. %d commands by %d participants (%d refused), %d entries, played in %s s."
                .formatted(
                        title,
                        result.closed() ? "closed" : "not closed",
                        acts.size(),
                        acts.stream().map(Act::by).distinct().count(),
                        refused,
                        measures.entries(),
                        Math.round(result.took().toMillis() / 100.0) / 10.0));
    }

    private void waits() {
        line("\nWaiting for each other\n  %-14s %6s %12s %12s".formatted("cause", "times", "together", "longest"));
        for (Measures.Cause cause : Measures.Cause.values()) {
            List<Measures.Wait> waits = measures.waits().stream()
                    .filter(wait -> wait.cause() == cause)
                    .toList();
            Duration longest = waits.stream()
                    .map(Measures.Wait::lasted)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            line("  %-14s %6d %12s %12s"
                    .formatted(cause.word(), waits.size(), span(measures.total(cause)), span(longest)));
        }
        line("\n  the longest");
        measures.waits().stream()
                .sorted(Comparator.comparing(Measures.Wait::lasted).reversed())
                .limit(LONGEST)
                .forEach(wait -> line("  %10s  %s waited for %s (%s): %s"
                        .formatted(
                                span(wait.lasted()),
                                wait.by(),
                                wait.on(),
                                wait.cause().word(),
                                wait.what())));
        line("\n  who kept others waiting most");
        mostWaitedFor().forEach(pair -> line("  %10s  %s".formatted(span(pair.getValue()), pair.getKey())));
    }

    private List<Map.Entry<String, Duration>> mostWaitedFor() {
        Map<String, Duration> sums = new HashMap<>();
        measures.waits().forEach(wait -> sums.merge(wait.on(), wait.lasted(), Duration::plus));
        List<Map.Entry<String, Duration>> sorted = new ArrayList<>(sums.entrySet());
        sorted.sort(Map.Entry.<String, Duration>comparingByValue().reversed().thenComparing(Map.Entry::getKey));
        return sorted.subList(0, Math.min(5, sorted.size()));
    }

    private void decisions() {
        line("\nDecisions");
        for (Measures.Decision decision : measures.decisions()) {
            line("  %s".formatted(decision.question()));
            line("      %s, after %s%s%s"
                    .formatted(
                            decision.outcome(),
                            span(decision.took()),
                            decision.level() > 0 ? ", escalated to level " + decision.level() : "",
                            decision.objections() > 0 ? ", with " + decision.objections() + " on record against" : ""));
            if (!decision.authority().isEmpty()) {
                line("      by %s: %s"
                        .formatted(decision.authority(), decision.reason().replace('\n', ' ')));
            }
        }
    }

    private void escalations() {
        line("\nEscalations and what was missed");
        Stream.concat(
                        measures.escalations().stream(),
                        measures.missedUpdates().stream()
                                .map(at -> new Measures.Escalation(at, "the update that was promised was not there")))
                .sorted(Comparator.comparing(Measures.Escalation::at))
                .forEach(each -> line("  %12s  %s".formatted(MOMENT.format(each.at()), each.words())));
    }

    private static String span(Duration span) {
        return Spans.text(Duration.ofMinutes(span.toMinutes())).replace("0s", "0min");
    }
}
