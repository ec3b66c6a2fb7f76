package muster.server.drill;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import muster.server.library.ScenarioFile;

/// How far a play has come, by crisis time: one line that is written over on a terminal, a line a day elsewhere.
public final class Progress implements Consumer<Act>, AutoCloseable {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int WIDTH = 30;

    private final Instant begin;
    private final Instant end;
    private final PrintWriter out;
    private final boolean terminal;
    private int acts;
    private String shown = "";

    /// @param terminal whether a line can be written over
    public Progress(ScenarioFile scenario, PrintWriter out, boolean terminal) {
        this.begin = scenario.opening().at();
        this.end = Stream.concat(
                        scenario.injects().stream().map(ScenarioFile.Inject::at),
                        scenario.story().stream().flatMap(move -> move.at().stream()))
                .max(Instant::compareTo)
                .orElse(begin);
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(Act act) {
        acts++;
        double part = end.equals(begin)
                ? 1
                : (double) Duration.between(begin, act.time()).toMillis()
                        / Duration.between(begin, end).toMillis();
        int filled = (int) Math.round(Math.clamp(part, 0, 1) * WIDTH);
        String line = terminal
                ? "█".repeat(filled) + "░".repeat(WIDTH - filled) + "  " + MOMENT.format(act.time())
                : MOMENT.format(act.time()).substring(0, 10).strip();
        if (!line.equals(shown)) {
            shown = line;
            show(line + "  " + acts + " commands");
        }
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    @Override
    public void close() {
        if (terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
