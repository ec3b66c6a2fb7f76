package muster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    private record Result(Load.Result load, MeasuredStore.Tally tally, double micros) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sheet sheet =
                new Sheet("Commands over HTTP: %d clients, %d crises".formatted(clients, crises), output.machine());
        Result durable;
        double bare;
        try (Output.Scratch scratch = output.scratch();
                Bare file = new Bare(scratch.path())) {
            durable = run(scratch);
            int batch = Math.max(1, (int) Math.round(durable.tally.entriesPerCommit()));
            file.perSecond(batch, durable.tally.bytesPerEntry(), Duration.ofMillis(500));
            bare = file.perSecond(batch, durable.tally.bytesPerEntry(), Duration.ofSeconds(Math.max(2, seconds / 3)));
        }
        sheet.add("commands", durable.load.perSecond(), "/s")
                .add("acknowledged within, half", durable.load.times().millis(0.5), "ms")
                .add("acknowledged within, 99 of 100", durable.load.times().millis(0.99), "ms")
                .add("not committed", durable.load.failed(), "", Bar.atMost(0))
                .add("entries in a commit, on average", durable.tally.entriesPerCommit(), "")
                .add("bytes of an entry", durable.tally.bytesPerEntry(), "")
                .add("processor time of a command, client included", durable.micros, "µs")
                .add("bare append and fsync of such batches", bare, "entries/s")
                .add("commands / bare", durable.load.perSecond() / bare, "");
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

    private Result run(Output.Scratch scratch) throws InterruptedException {
        try (Site site = Site.set(scratch.data(), Crew.of(Math.min(clients, 64)), crises)) {
            int port = site.listen(Limits.standard().withCommands(1e9, Integer.MAX_VALUE));
            List<String> tokens = site.tokens();
            Load.run(port, clients, crises, tokens, Duration.ofSeconds(seconds), true);
            MeasuredStore.Tally before = site.tally();
            long processor = processorNanos();
            Load.Result load = Load.run(port, clients, crises, tokens, Duration.ofSeconds(seconds), true);
            double micros = (processorNanos() - processor) / 1e3 / load.times().count();
            return new Result(load, site.tally().since(before), micros);
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
