package muster.server.door;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.Supplier;
import muster.server.Health;

/// How the server is: for load balancers, and for whoever draws curves. Tells nothing about any crisis.
public final class StatusDoor {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final Supplier<Health> health;
    private final Entrance entrance;
    private final Counts counts;

    public StatusDoor(Supplier<Health> health, Entrance entrance, Counts counts) {
        this.health = health;
        this.entrance = entrance;
        this.counts = counts;
    }

    private record Status(String status, String reason) {}

    /// `GET /health/live`: whether there is any sense in waiting.
    public Answer live(Asked asked) {
        return Answer.json(new Status("up", ""));
    }

    /// `GET /health/ready`: whether it takes commands.
    public Answer ready(Asked asked) {
        Health now = now();
        return Answer.json(now.ready() ? 200 : 503, new Status(now.ready() ? "ready" : "not-ready", now.reason()));
    }

    private Health now() {
        return entrance.isDraining() ? Health.notReady("It is being stopped.") : health.get();
    }

    /// `GET /metrics`: only for whoever asks on this machine.
    public Answer metrics(Asked asked) {
        if (!asked.isLocal()) {
            return Problem.unseen();
        }
        StringBuilder out = new StringBuilder();
        counts.write(out);
        Runtime runtime = Runtime.getRuntime();
        Counts.gauge(out, "muster_ready", "Whether it takes commands.", now().ready() ? 1 : 0);
        Counts.gauge(out, "jvm_memory_used_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory());
        Counts.gauge(out, "jvm_memory_max_bytes", "Most heap there can be.", runtime.maxMemory());
        Counts.gauge(
                out,
                "jvm_threads",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        Counts.gauge(
                out,
                "process_uptime_seconds",
                "Since the start.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        out.append("# EOF\n");
        return new Answer(
                200, OPEN_METRICS, out.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of());
    }
}
