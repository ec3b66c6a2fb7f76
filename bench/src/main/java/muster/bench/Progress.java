package muster.bench;

import java.io.Console;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// How far a long measurement is, on standard error: a bar on a terminal, a line for every tenth elsewhere.
/// Thread-safe.
final class Progress implements AutoCloseable {
    private static final int WIDTH = 40;

    private final String what;
    private final long total;
    private final boolean terminal =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private final AtomicLong done = new AtomicLong();
    private final long began = System.nanoTime();
    private long shown = -1;

    Progress(String what, long total) {
        this.what = what;
        this.total = Math.max(1, total);
        show(0);
    }

    void step() {
        step(1);
    }

    void step(long more) {
        show(done.addAndGet(more));
    }

    private synchronized void show(long now) {
        long part = now * (terminal ? 1000 : 10) / total;
        if (part <= shown) {
            return;
        }
        shown = part;
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        if (terminal) {
            int full = (int) Math.min(WIDTH, now * WIDTH / total);
            System.err.printf(
                    "\r\033[K%s [%s%s] %d/%d %d s",
                    what, "#".repeat(full), ".".repeat(WIDTH - full), now, total, seconds);
        } else {
            System.err.printf("%s: %d of %d after %d s%n", what, now, total, seconds);
        }
        System.err.flush();
    }

    @Override
    public void close() {
        if (terminal) {
            System.err.print("\r\033[K");
            System.err.flush();
        }
    }
}
