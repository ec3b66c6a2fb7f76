package muster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.server.door.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench commands`: authorised, hashed, durable commands over HTTP, against what the disk could do at
/// best and against the same server on a disk that costs nothing.
@Command(
        name = "commands",
        description = {
            "Clients give commands over HTTP, each waiting for its answer before the next, to a server on a real directory;",
            "then the same on a file system in memory. Server and clients share the machine."
        },
        mixinStandardHelpOptions = true)
final class Commands implements Callable<Integer> {
    private static final int SLICES = 10;
    private static final Path MEMORY = Path.of("/dev/shm");

    @Mixin
    private Output output = new Output();

    @Option(names = "--clients", paramLabel = "N", description = "${DEFAULT-VALUE} unless given.", defaultValue = "64")
    private int clients = 64;

    @Option(
            names = "--crises",
            paramLabel = "N",
            description = "That the clients are spread over; ${DEFAULT-VALUE} unless given.",
            defaultValue = "1")
    private int crises = 1;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Measured, after as many to warm up; ${DEFAULT-VALUE} unless given.",
            defaultValue = "15")
    private int seconds = 15;

    /// @param micros of processor time for each command, clients included
    /// @param bare entries a second that the disk took at best, in such batches, between the slices of load
    private record Result(Load.Result load, MeasuredStore.Tally tally, double micros, double bare) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sheet sheet =
                new Sheet("Commands over HTTP: %d clients, %d crises".formatted(clients, crises), output.machine());
        Result durable;
        try (Output.Scratch scratch = output.scratch()) {
            durable = run(scratch);
        }
        sheet.add("commands", durable.load.perSecond(), "/s")
                .add("acknowledged within, half", durable.load.spread().millis(0.5), "ms")
                .add("acknowledged within, 99 of 100", durable.load.spread().millis(0.99), "ms")
                .add("not committed", durable.load.failed(), "", Bar.atMost(0))
                .add("entries in a commit, on average", durable.tally.entriesPerCommit(), "")
                .add("bytes of an entry", durable.tally.bytesPerEntry(), "")
                .add("processor time of a command, client included", durable.micros, "µs")
                .add("bare append and fsync of such batches", durable.bare, "entries/s")
                .add("commands / bare", durable.load.perSecond() / durable.bare, "");
        if (Files.isDirectory(MEMORY) && Machine.files(MEMORY).equals("tmpfs")) {
            try (Output.Scratch scratch = Output.scratch(MEMORY)) {
                Result unsynced = run(scratch);
                sheet.add("commands on a disk in memory", unsynced.load.perSecond(), "/s")
                        .add("durable / in memory", durable.load.perSecond() / unsynced.load.perSecond(), "");
            }
        }
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    /// In slices, with the bare disk between them, because a shared disk changes its mind.
    private Result run(Output.Scratch scratch) throws IOException, InterruptedException {
        try (Site site = Site.set(scratch.data(), Crew.of(Math.min(clients, 64)), crises);
                Bare file = new Bare(scratch.path());
                Progress progress = new Progress("under load, slices", 2L * SLICES)) {
            int port = site.listen(Limits.standard().withCommands(1e9, Integer.MAX_VALUE));
            Duration slice = Duration.ofMillis(1000L * seconds / SLICES);
            List<Load.Result> loads = new ArrayList<>();
            List<Double> best = new ArrayList<>();
            MeasuredStore.Tally before = site.tally();
            long processor = 0;
            for (int i = 0; i < 2 * SLICES; i++) {
                if (i == SLICES) {
                    // the first half was to warm up
                    loads.clear();
                    best.clear();
                    before = site.tally();
                    processor = 0;
                }
                long began = processorNanos();
                loads.add(Load.run(port, clients, crises, site.tokens(), slice));
                processor += processorNanos() - began;
                MeasuredStore.Tally now = site.tally().since(before);
                int batch = Math.max(1, (int) Math.round(now.entriesPerCommit()));
                best.add(file.perSecond(batch, now.bytesPerEntry(), slice.dividedBy(3)));
                progress.step();
            }
            Load.Result load = Load.Result.of(loads);
            double micros = processor / 1e3 / load.times().length;
            double bare =
                    best.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            return new Result(load, site.tally().since(before), micros, bare);
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
