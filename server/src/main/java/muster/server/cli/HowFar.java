package muster.server.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import muster.ledger.Progress;

/// How far a verification is, on one line of a terminal that is written over; nothing elsewhere, and nothing
/// where it takes only a moment.
final class HowFar implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long MOMENT_NANOS = 1_000_000_000;
    private static final long BETWEEN_NANOS = 100_000_000;
    private static final int LOOKS_AT_THE_CLOCK = 256;

    private final PrintWriter out;
    private final boolean terminal;
    private long next = System.nanoTime() + MOMENT_NANOS;
    private boolean shown;

    HowFar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// On standard error, if that is a terminal.
    static HowFar on(PrintWriter out) {
        return new HowFar(
                out,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    @Override
    public void passed(Pass pass, long done, long all) {
        if (terminal && done % LOOKS_AT_THE_CLOCK == 0) {
            long now = System.nanoTime();
            if (now - next >= 0) {
                next = now + BETWEEN_NANOS;
                show(pass, done, all);
            }
        }
    }

    private void show(Pass pass, long done, long all) {
        int filled = (int) Math.min(WIDTH, done * WIDTH / Math.max(1, all));
        String what = switch (pass) {
            case INTEGRITY -> "bytes, trees and signatures";
            case AUTHORITY -> "history and authority";
        };
        out.print("\r\033[K" + "█".repeat(filled) + "░".repeat(WIDTH - filled) + "  " + what + ", " + done + " of "
                + all + " entries");
        out.flush();
        shown = true;
    }

    @Override
    public void close() {
        if (shown) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
