package muster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import muster.kernel.Engine;
import muster.kernel.Entropy;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.Recorded;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.kernel.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench replay`: how fast a history becomes a state again.
@Command(
        name = "replay",
        description =
                "Writes a crisis, forgets it, and loads it again, from a kept fold and from its beginning; then looks at its past.",
        mixinStandardHelpOptions = true)
final class Replaying implements Callable<Integer> {
    private static final int ROUNDS = 3;

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "${DEFAULT-VALUE} unless given.",
            defaultValue = "100000")
    private long entries = 100_000;

    @Override
    public Integer call() throws IOException {
        Sheet sheet = new Sheet("Replaying %,d entries".formatted(entries), output.machine());
        Crew crew = Crew.of(16);
        try (Output.Scratch scratch = output.scratch()) {
            try (Site site = Site.set(scratch.data(), crew, 1)) {
                site.fill(0, entries);
            }
            for (int round = 1; round <= ROUNDS; round++) {
                forgetNewest(scratch.data().resolve("cache"));
                try (Site cold = Site.open(scratch.data(), crew)) {
                    measure(cold, sheet, round);
                }
            }
        }
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    /// As after a crash: what a clean end keeps is gone.
    private static void forgetNewest(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<Path> kept = files.filter(
                            file -> file.toString().contains(Site.crisis(0).text()))
                    .sorted(Comparator.comparingLong(Replaying::size))
                    .toList();
            if (kept.size() > 1) {
                Files.delete(kept.getLast());
            }
        }
    }

    /// Of a file's fold; it stands in its name.
    private static long size(Path file) {
        return Long.parseLong(file.getFileName().toString().split("\\.", -1)[1]);
    }

    /// The first round is a process that just started; the last is what the machine does once it is warm.
    private void measure(Site site, Sheet sheet, int round) {
        StreamId crisis = Site.crisis(0);
        long size = site.engine().journal().tip(crisis).size();
        String which = "round " + round + ": ";
        long c0 = processor();
        long k0 = System.nanoTime();
        Fold fromKept = site.engine().published(crisis).fold();
        long k1 = System.nanoTime();
        long c1 = processor();
        long t0 = System.nanoTime();
        List<Entry> read = new ArrayList<>();
        site.engine().journal().read(crisis, 0, size, read::add);
        long t1 = System.nanoTime();
        long c2 = processor();
        Fold loaded = withoutKept(site).published(crisis).fold();
        long t2 = System.nanoTime();
        long c3 = processor();
        if (!loaded.sameAs(fromKept)) {
            throw new IllegalStateException("the kept fold leads elsewhere");
        }
        sheet.add(which + "loaded from the nearest kept fold", (k1 - k0) / 1e9, "s", Bar.atMost(2))
                .add(which + "the same, processor time", (c1 - c0) / 1e9, "s");
        sheet.add(which + "entries read from the journal", (t1 - t0) / 1e3 / size, "µs/entry")
                .add(which + "loaded: read, hashed, parsed, folded", (t2 - t1) / 1e9, "s", Bar.atMost(5))
                .add(which + "the same, processor time", (c3 - c2) / 1e9, "s")
                .add(which + "the same", (t2 - t1) / 1e3 / size, "µs/entry");
        List<Recorded<Event>> parsed = new ArrayList<>();
        read.forEach(entry -> site.engine().entries().read(entry).ifPresent(parsed::add));
        long t3 = System.nanoTime();
        Fold organisation = site.engine().published(StreamId.ORGANISATION).fold();
        Fold fold = Fold.empty(site.engine().catalogue(), crisis);
        for (Recorded<Event> recorded : parsed) {
            fold = fold.evolve(recorded, organisation);
        }
        long t4 = System.nanoTime();
        if (fold.size() != loaded.size()) {
            throw new IllegalStateException("folded to " + fold.size() + " entries instead of " + loaded.size());
        }
        sheet.add(which + "folded only", (t4 - t3) / 1e3 / size, "µs/entry");
        past(site, sheet, which, crisis);
    }

    /// An engine that knows of no kept folds.
    private static Engine withoutKept(Site site) {
        return new Engine(
                site.engine().catalogue(),
                site.engine().journal(),
                Time.ofMachine(),
                Entropy.ofMachine(),
                new Secret(new byte[32]),
                Runnable::run,
                "bench.example/muster");
    }

    /// Of the whole process, in nanoseconds.
    private static long processor() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /// Jumps of the time scrubber, all over the history.
    private void past(Site site, Sheet sheet, String which, StreamId crisis) {
        int jumps = 50;
        long[] times = new long[jumps];
        Instant last = Instant.EPOCH;
        for (int i = 0; i < jumps; i++) {
            long began = System.nanoTime();
            Fold then = site.engine().at(crisis, 1 + (i * 7919L * 13) % entries).own();
            times[i] = System.nanoTime() - began;
            last = then.recordedAt();
        }
        if (last.equals(Instant.EPOCH)) {
            throw new IllegalStateException("the past has no time");
        }
        Spread spread = Spread.of(times);
        sheet.add(which + "the state at some moment, half within", spread.millis(0.5), "ms")
                .add(which + "the state at some moment, at most", spread.most(), "ms");
    }
}
