package muster.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.kernel.Entries;
import muster.kernel.Fold;
import muster.kernel.StreamId;
import muster.ledger.DataDirectory;
import muster.ledger.Report;
import muster.ledger.Verifier;
import muster.server.Features;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench verify`: what each pass of a verification costs, the first against hashing the same bytes, the
/// second against replaying the same history.
@Command(
        name = "verify",
        description = {
            "Writes a crisis and verifies the directory as muster verify does: bytes, tree, signatures, authority.",
            "Holds the integrity pass against reading and hashing the same bytes, and the authority pass against"
                    + " replaying the same history (processor time of the thread)."
        },
        mixinStandardHelpOptions = true)
final class Verifying implements Callable<Integer> {
    private static final Verifier BYTES = Verifier.ofBytes();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "${DEFAULT-VALUE} unless given.",
            defaultValue = "100000")
    private long entries = 100_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "The first is a process that just started; ${DEFAULT-VALUE} unless given.",
            defaultValue = "3")
    private int rounds = 3;

    @Override
    public Integer call() throws SQLException {
        Sheet sheet = new Sheet("Verifying %,d entries".formatted(entries), output.machine());
        Crew crew = Crew.of(16);
        try (Output.Scratch scratch = output.scratch()) {
            try (Site site = Site.set(scratch.data(), crew, 1)) {
                site.fill(0, entries);
            }
            for (int round = 1; round <= rounds; round++) {
                String which = "round " + round + ": ";
                Stored stored = Stored.read(scratch.data().resolve(DataDirectory.JOURNAL));
                integrity(sheet, which, scratch.data(), stored);
                double authority = authority(sheet, which, scratch.data());
                double replay = replay(scratch.data(), crew);
                sheet.add(which + "authority pass", authority, "µs/entry")
                        .add(which + "replay: read, parsed, folded", replay, "µs/entry")
                        .add(which + "authority / replay", authority / replay, "");
            }
        }
        output.print(sheet);
        return sheet.met() ? 0 : 1;
    }

    private void integrity(Sheet sheet, String which, Path data, Stored stored) {
        long process = Clocks.process();
        long thread = Clocks.thread();
        long began = System.nanoTime();
        Report report;
        double heap;
        try (HeapWatch watch = new HeapWatch()) {
            report = BYTES.verify(data, Optional.empty(), Optional.empty());
            heap = watch.most();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        double looking = (Clocks.thread() - thread) / 1e9;
        double all = (Clocks.process() - process) / 1e9;
        double megabytes = stored.bytes() / 1e6;
        double micros = 1e6 / entries;
        sheet.add(which + "exit code of the integrity pass", report.exitCode(), "", Bar.atMost(0))
                .add(which + "hashing, in memory", megabytes / stored.hashing(), "MB/s")
                .add(which + "hashing, read from the database", megabytes / stored.seconds(), "MB/s")
                .add(which + "integrity pass", megabytes / seconds, "MB/s")
                .add(
                        which + "integrity / hashing, read from the database",
                        stored.seconds() / seconds,
                        "",
                        Bar.atLeast(0.5))
                .add(which + "integrity / hashing, in memory", stored.hashing() / seconds, "")
                .add(which + "processor: hashing, in memory", micros * stored.hashing(), "µs/entry")
                .add(which + "processor: reading", micros * stored.reading(), "µs/entry")
                .add(which + "processor: integrity, without reading", micros * looking, "µs/entry")
                .add(which + "processor: integrity, SQLite's check, JVM", micros * all, "µs/entry")
                .add(which + "heap that the integrity pass holds, at most", heap / 1e6, "MB")
                .add(which + "file / bytes given", stored.file() / (double) stored.bytes(), "");
    }

    /// Microseconds an entry.
    private double authority(Sheet sheet, String which, Path data) {
        long[] began = new long[1];
        long start = System.nanoTime();
        Report report = Verifier.of(Features.catalogue())
                .telling((pass, done, all) -> {
                    if (pass == muster.ledger.Progress.Pass.AUTHORITY && began[0] == 0) {
                        began[0] = Clocks.thread();
                    }
                })
                .verify(data, Optional.empty(), Optional.empty());
        sheet.add(which + "exit code", report.exitCode(), "", Bar.atMost(0))
                .add(which + "verified, both passes", (System.nanoTime() - start) / 1e9, "s");
        return (Clocks.thread() - began[0]) / 1e3 / entries;
    }

    /// Microseconds an entry.
    private double replay(Path data, Crew crew) {
        try (Site site = Site.open(data, crew)) {
            StreamId crisis = Site.crisis(0);
            Fold organisation = site.engine().published(StreamId.ORGANISATION).fold();
            Entries reader = site.engine().entries();
            Fold[] fold = {Fold.empty(site.engine().catalogue(), crisis)};
            long began = Clocks.thread();
            site.engine()
                    .journal()
                    .read(
                            crisis,
                            0,
                            Long.MAX_VALUE,
                            entry -> reader.read(entry)
                                    .ifPresent(recorded -> fold[0] = fold[0].evolve(recorded, organisation)));
            double micros = (Clocks.thread() - began) / 1e3;
            return micros / fold[0].size();
        }
    }
}
