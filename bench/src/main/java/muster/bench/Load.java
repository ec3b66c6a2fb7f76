package muster.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that give one command after the other, each on a connection of its own.
final class Load {
    private static final String TOPIC = Site.topic().text();

    private Load() {}

    /// @param times nanoseconds from each command to its answer
    /// @param failed answered otherwise than committed
    @SuppressWarnings("ArrayRecordComponent") // figures that are never compared
    record Result(long[] times, double seconds, long failed) {
        static Result of(List<Result> parts) {
            return new Result(
                    parts.stream()
                            .flatMapToLong(part -> Arrays.stream(part.times))
                            .toArray(),
                    parts.stream().mapToDouble(Result::seconds).sum(),
                    parts.stream().mapToLong(Result::failed).sum());
        }

        double perSecond() {
            return (times.length - failed) / seconds;
        }

        Spread spread() {
            return Spread.of(times);
        }
    }

    static String post(String text) {
        return "{\"topic\":\"" + TOPIC + "\",\"text\":\"" + text + "\",\"mentions\":[]}";
    }

    static Result run(int port, int clients, int crises, List<String> tokens, Duration lasting)
            throws InterruptedException {
        long began = System.nanoTime();
        long end = began + lasting.toNanos();
        AtomicLong failed = new AtomicLong();
        List<long[]> all = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int who = i;
            threads.add(Thread.ofVirtual().start(() -> {
                long[] times = client(port, who, Site.crisis(who % crises).text(), tokens, end, failed);
                synchronized (all) {
                    all.add(times);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        long[] times = all.stream().flatMapToLong(Arrays::stream).toArray();
        return new Result(times, (System.nanoTime() - began) / 1e9, failed.get());
    }

    private static long[] client(int port, int who, String crisis, List<String> tokens, long end, AtomicLong failed) {
        String token = tokens.get(who % tokens.size());
        long[] times = new long[1024];
        int count = 0;
        try (Connection connection = new Connection(port)) {
            for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
                String text = "Number " + count + ": the file servers of the second site answer again.";
                Connection.Reply reply = connection.command(
                        crisis, "channels.post", token, UUID.randomUUID().toString(), post(text));
                if (reply.status() != 200) {
                    failed.incrementAndGet();
                }
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = System.nanoTime() - sent;
            }
        } catch (IOException broken) {
            failed.incrementAndGet();
        }
        return Arrays.copyOf(times, count);
    }
}
