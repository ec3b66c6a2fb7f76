package muster.server.door;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// What the server counts about itself; never by crisis, person or type, which would tell what is not to be told.
/// Thread-safe.
public final class Counts {
    /// Upper ends of the buckets of command latency, in seconds.
    private static final double[] BUCKETS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10};

    private final Map<String, LongAdder> commands = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final LongAdder[] latencies = new LongAdder[BUCKETS.length + 1];
    private final LongAdder commandNanos = new LongAdder();
    private final AtomicInteger feeds = new AtomicInteger();
    private final LongAdder frames = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    public Counts() {
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = new LongAdder();
        }
    }

    void commanded(String outcome, long nanos) {
        commands.computeIfAbsent(outcome, name -> new LongAdder()).increment();
        commandNanos.add(nanos);
        int bucket = 0;
        while (bucket < BUCKETS.length && nanos > BUCKETS[bucket] * 1e9) {
            bucket++;
        }
        latencies[bucket].increment();
    }

    public void answered(int status) {
        answers.computeIfAbsent(status / 100 + "xx", name -> new LongAdder()).increment();
    }

    /// One more live feed; false if there would be more than that.
    public boolean feedOpened(int most) {
        if (feeds.incrementAndGet() > most) {
            feeds.decrementAndGet();
            return false;
        }
        return true;
    }

    public void feedClosed() {
        feeds.decrementAndGet();
    }

    public void framesSent(int count) {
        frames.add(count);
    }

    public void feedDropped() {
        dropped.increment();
    }

    /// As OpenMetrics text, without its end.
    void write(StringBuilder out) {
        head(out, "muster_commands", "counter", "Commands by what became of them.");
        commands.forEach((outcome, count) -> out.append("muster_commands_total{outcome=\"")
                .append(outcome)
                .append("\"} ")
                .append(count.sum())
                .append('\n'));
        head(out, "muster_command_seconds", "histogram", "From a command's arrival to its answer.");
        long below = 0;
        for (int i = 0; i < latencies.length; i++) {
            below += latencies[i].sum();
            String end = i < BUCKETS.length ? Double.toString(BUCKETS[i]) : "+Inf";
            out.append("muster_command_seconds_bucket{le=\"" + end + "\"} " + below + "\n");
        }
        out.append("muster_command_seconds_count " + below + "\n");
        out.append("muster_command_seconds_sum " + commandNanos.sum() / 1e9 + "\n");
        head(out, "muster_http_answers", "counter", "Answers by class of status.");
        answers.forEach((kind, count) -> out.append("muster_http_answers_total{status=\"")
                .append(kind)
                .append("\"} ")
                .append(count.sum())
                .append('\n'));
        gauge(out, "muster_feeds", "Live feeds that are open.", feeds.get());
        head(out, "muster_feed_frames", "counter", "Frames sent over live feeds.");
        out.append("muster_feed_frames_total " + frames.sum() + "\n");
        head(out, "muster_feeds_dropped", "counter", "Live feeds dropped because their reader was too slow.");
        out.append("muster_feeds_dropped_total " + dropped.sum() + "\n");
    }

    static void gauge(StringBuilder out, String name, String help, long value) {
        head(out, name, "gauge", help);
        out.append(name + " " + value + "\n");
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# TYPE " + name + " " + type + "\n# HELP " + name + " " + help + "\n");
    }
}
