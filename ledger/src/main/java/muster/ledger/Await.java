package muster.ledger;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// Waits for what another thread does for this one. It always comes to an end, so an interruption is kept for
/// later.
final class Await {
    private Await() {}

    interface Waiting<T> {
        T once() throws InterruptedException;
    }

    static <T> T uninterrupted(Waiting<T> waiting) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return waiting.once();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What came of it, a fault of reading included.
    static <T> T result(FutureTask<T> task) throws SQLException {
        Future.State end = uninterrupted(() -> {
            try {
                task.get();
            } catch (ExecutionException failed) {
                // looked at below
            }
            return task.state();
        });
        if (end == Future.State.SUCCESS) {
            return task.resultNow();
        }
        Throwable failure = task.exceptionNow();
        if (failure instanceof SQLException sql) {
            throw sql;
        }
        throw new IllegalStateException(failure);
    }
}
