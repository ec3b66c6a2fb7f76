package muster.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import muster.bench.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench simulate`: crises on bad days, as many as wanted.
@Command(
        name = "simulate",
        description = {
            "Drives engines, journal and features through seeded crashes, lying disks, clock jumps and repeated messages.",
            "Prints every seed that breaks a promise, and what it breaks; exit code 1 if there is one."
        },
        mixinStandardHelpOptions = true)
final class Simulate implements Callable<Integer> {
    @Mixin
    private Output output = new Output();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "How many; ${DEFAULT-VALUE} unless given.",
            defaultValue = "2000")
    private long seeds = 2000;

    @Option(
            names = "--from",
            paramLabel = "S",
            description = "The first seed; ${DEFAULT-VALUE} unless given.",
            defaultValue = "0")
    private long from;

    @Option(names = "--threads", paramLabel = "N", description = "One for each core unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--lying",
            description = "With a disk that says yes once and writes nothing: most seeds must break.")
    private boolean lying;

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = output.machine();
        AtomicLong next = new AtomicLong(from);
        List<Long> broken = Collections.synchronizedList(new ArrayList<>());
        long began = System.nanoTime();
        try (Progress progress = new Progress("simulating", seeds)) {
            List<Thread> workers = IntStream.range(0, Math.max(1, threads))
                    .mapToObj(i -> Thread.ofPlatform().start(() -> work(next, broken, progress)))
                    .toList();
            for (Thread worker : workers) {
                worker.join();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Sheet sheet = new Sheet(lying ? "Simulated crises on a disk that lies" : "Simulated crises", machine)
                .add("seeds", seeds, "from " + from)
                .add("seconds", seconds, "")
                .add("milliseconds for each seed", 1000 * seconds / seeds, "on " + threads + " threads");
        output.print(
                lying
                        ? sheet.add("seeds that noticed", broken.size(), "", Bar.atLeast(seeds / 2.0))
                        : sheet.add("seeds that broke a promise", broken.size(), "", Bar.atMost(0)));
        return sheet.met() ? 0 : 1;
    }

    private void work(AtomicLong next, List<Long> broken, Progress progress) {
        for (long seed = next.getAndIncrement(); seed < from + seeds; seed = next.getAndIncrement()) {
            List<String> found = lying ? Simulation.runLying(seed) : Simulation.run(seed);
            if (!found.isEmpty()) {
                broken.add(seed);
                if (!lying) {
                    System.err.println("seed " + seed + ": " + String.join("; ", found));
                }
            }
            progress.step();
        }
    }
}
