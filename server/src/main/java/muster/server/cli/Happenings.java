package muster.server.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import muster.server.drill.Act;
import muster.server.drill.Progress;
import muster.server.library.Library.Script;
import muster.server.library.ScenarioFile;

/// What a demonstration shows in the terminal: a progress bar while the first days go by, then a line for
/// each thing that somebody does, without what they say.
final class Happenings implements Consumer<Act> {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Map<String, String> names;
    private final Instant from;
    private final PrintWriter out;
    private final Progress progress;
    private boolean passed;

    /// @param terminal whether somebody watches `err`
    Happenings(Script script, PrintWriter out, PrintWriter err, boolean terminal) {
        ScenarioFile scenario = script.scenario();
        this.names = scenario.cast().stream()
                .collect(Collectors.toMap(ScenarioFile.Member::handle, ScenarioFile.Member::name));
        this.from = scenario.demonstration()
                .map(ScenarioFile.Demonstration::until)
                .orElse(scenario.opening().at());
        this.out = out;
        this.progress = new Progress(scenario, err, terminal);
    }

    @Override
    public void accept(Act act) {
        if (!passed && act.time().isBefore(from)) {
            progress.accept(act);
            return;
        }
        if (!passed) {
            passed = true;
            progress.close();
        }
        if (!act.command().equals("kernel.set-time")) {
            out.println(MOMENT.format(act.time()) + "  " + names.getOrDefault(act.by(), act.by()) + ": "
                    + act.command().substring(act.command().indexOf('.') + 1).replace('-', ' ')
                    + (act.outcome().equals("committed") ? "" : " (" + act.outcome() + ")"));
            out.flush();
        }
    }
}
