package muster.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;

/// Lets one thread read entries while another looks at those that were read before: hashing takes about as long as
/// reading. They change hands in chunks, of which there are few, so that memory does not grow.
final class ReadAhead {
    private static final int CHUNK = 256;
    private static final int CHUNKS = 4;
    /// An empty chunk is the last.
    private static final List<Arrival> END = List.of();

    private final BlockingQueue<List<Arrival>> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private List<Arrival> filling = new ArrayList<>(CHUNK);
    private volatile boolean enough;

    private ReadAhead() {}

    private record Arrival(long stream, Evidence.Line line) {}

    /// What is read from.
    interface Source {
        /// @return whether everything was in order
        boolean read(Arrivals.Into into) throws SQLException;
    }

    /// Reads on a thread of its own; `into` is called on this one.
    ///
    /// @return whether everything was in order and `into` never wanted to stop
    static boolean read(Source source, Arrivals.Into into) throws SQLException {
        ReadAhead ahead = new ReadAhead();
        FutureTask<Boolean> reading = new FutureTask<>(() -> ahead.readFrom(source));
        Thread.ofPlatform().daemon().name("muster-verify-read").start(reading);
        boolean wanted = ahead.passTo(into);
        return Await.result(reading) && wanted;
    }

    private boolean readFrom(Source source) throws SQLException {
        try {
            return source.read((stream, line) -> {
                filling.add(new Arrival(stream, line));
                if (filling.size() == CHUNK) {
                    handOver();
                }
                return !enough;
            });
        } finally {
            handOver();
            put(END);
        }
    }

    private void handOver() {
        if (!filling.isEmpty()) {
            put(filling);
            filling = new ArrayList<>(CHUNK);
        }
    }

    private void put(List<Arrival> chunk) {
        Await.uninterrupted(() -> {
            chunks.put(chunk);
            return chunk;
        });
    }

    private boolean passTo(Arrivals.Into into) throws SQLException {
        List<Arrival> chunk = next();
        try {
            while (!chunk.isEmpty()) {
                for (Arrival each : chunk) {
                    if (!into.take(each.stream, each.line)) {
                        return false;
                    }
                }
                chunk = next();
            }
            return true;
        } finally {
            enough = true;
            while (!chunk.isEmpty()) {
                chunk = next();
            }
        }
    }

    private List<Arrival> next() {
        return Await.uninterrupted(chunks::take);
    }
}
