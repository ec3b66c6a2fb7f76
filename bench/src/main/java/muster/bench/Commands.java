package muster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "in turns with the same on a file system in memory. Server and clients share the machine."
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

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sheet sheet =
                new Sheet("Commands over HTTP: %d clients, %d crises".formatted(clients, crises), output.machine());
        boolean memory = Files.isDirectory(MEMORY) && Machine.files(MEMORY).equals("tmpfs");
        try (Output.Scratch scratch = output.scratch();
                Bare file = new Bare(scratch.path());
                Lane durable = new Lane(scratch)) {
            if (memory) {
                try (Output.Scratch unsynced = Output.scratch(MEMORY);
                        Lane free = new Lane(unsynced)) {
                    run(durable, file, Optional.of(free));
                    durable.report(sheet);
                    sheet.add("commands on a disk in memory", free.load().perSecond(), "/s")
                            .add("processor time of a command there", free.micros(), "µs")
                            .add(
                                    "durable / in memory",
                                    durable.load().perSecond() / free.load().perSecond(),
                                    "");
                }
            } else {
                run(durable, file, Optional.empty());
                durable.report(sheet);
            }
        }
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    /// In slices that take turns, because a shared disk and a shared machine change their minds, and because the
    /// compiler goes on learning.
    private void run(Lane durable, Bare file, Optional<Lane> free) throws IOException, InterruptedException {
        Duration slice = Duration.ofMillis(1000L * seconds / SLICES);
        try (Progress progress = new Progress("under load, slices", 2L * SLICES)) {
            for (int i = 0; i < 2 * SLICES; i++) {
                if (i == SLICES) {
                    // the first half was to warm up
                    durable.begin();
                    free.ifPresent(Lane::begin);
                }
                durable.slice(slice);
                durable.compare(file, slice.dividedBy(3));
                if (free.isPresent()) {
                    free.get().slice(slice);
                }
                progress.step();
            }
        }
    }

    /// One server under load, slice by slice.
    private final class Lane implements AutoCloseable {
        private final Site site;
        private final int port;
        private final List<Load.Result> loads = new ArrayList<>();
        private final List<Double> best = new ArrayList<>();
        private MeasuredStore.Tally before;
        private long processor;

        Lane(Output.Scratch scratch) {
            site = Site.set(scratch.data(), Crew.of(Math.min(clients, 64)), crises);
            port = site.listen(Limits.standard().withCommands(1e9, Integer.MAX_VALUE));
            before = site.tally();
        }

        /// What was measured so far does not count.
        void begin() {
            loads.clear();
            best.clear();
            before = site.tally();
            processor = 0;
        }

        void slice(Duration lasting) throws InterruptedException {
            long began = processorNanos();
            loads.add(Load.run(port, clients, crises, site.tokens(), lasting));
            processor += processorNanos() - began;
        }

        /// What the disk takes at best, in batches as they were in this load.
        void compare(Bare file, Duration lasting) throws IOException {
            MeasuredStore.Tally tally = site.tally().since(before);
            int batch = Math.max(1, (int) Math.round(tally.entriesPerCommit()));
            best.add(file.perSecond(batch, tally.bytesPerEntry(), lasting));
        }

        Load.Result load() {
            return Load.Result.of(loads);
        }

        /// Processor time of a command, clients included.
        double micros() {
            return processor / 1e3 / load().times().length;
        }

        void report(Sheet sheet) {
            Load.Result load = load();
            MeasuredStore.Tally tally = site.tally().since(before);
            double bare =
                    best.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            sheet.add("commands", load.perSecond(), "/s")
                    .add("acknowledged within, half", load.spread().millis(0.5), "ms")
                    .add("acknowledged within, 99 of 100", load.spread().millis(0.99), "ms")
                    .add("not committed", load.failed(), "", Bar.atMost(0))
                    .add("entries in a commit, on average", tally.entriesPerCommit(), "")
                    .add("bytes of an entry", tally.bytesPerEntry(), "")
                    .add("processor time of a command, client included", micros(), "µs")
                    .add(
                            "processors busy, of " + Runtime.getRuntime().availableProcessors(),
                            processor / 1e9 / load.seconds(),
                            "")
                    .add("bare append and fsync of such batches", bare, "entries/s")
                    .add("commands / bare", load.perSecond() / bare, "");
        }

        @Override
        public void close() {
            site.close();
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
