package muster.testing;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/// Runs everything on the thread that asks, one task after the other, and comes back when nothing is
/// left. A task that asks for another one does not wait for it. Not thread-safe.
public final class CallingThread implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        if (running) {
            return;
        }
        running = true;
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        } finally {
            running = false;
        }
    }
}
