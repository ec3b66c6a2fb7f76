package muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.kernel.Entropy;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import muster.ledger.CheckpointSigner;
import muster.ledger.LedgerJournal;
import muster.ledger.SqliteStore;
import muster.ledger.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `muster bench append`: what durability costs, from the bare file up to the journal with its tree and
/// signatures.
@Command(
        name = "append",
        description =
                "Appends the same entries to a bare file, to SQLite and to the journal, in batches of 1, 8, 64 and 512.",
        mixinStandardHelpOptions = true)
final class Append implements Callable<Integer> {
    private static final List<Integer> BATCHES = List.of(1, 8, 64, 512);
    private static final StreamId STREAM = StreamId.of(Entropy.ofMachine().id());

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "For each figure; ${DEFAULT-VALUE} unless given.",
            defaultValue = "3")
    private int seconds = 3;

    @Override
    public Integer call() throws IOException, Store.Fault {
        Sheet sheet = new Sheet("Appending, against a bare append and fsync of the same bytes", output.machine());
        try (Output.Scratch scratch = output.scratch()) {
            List<Entry> entries = entries(scratch);
            int bytes =
                    (int) (entries.stream().mapToLong(MeasuredStore::bytesOf).sum() / entries.size());
            sheet.add("bytes of an entry", bytes, "");
            try (Bare bare = new Bare(scratch.path())) {
                for (int batch : BATCHES) {
                    measure(sheet, scratch.path(), bare, entries, batch, bytes);
                }
            }
        }
        output.print(sheet);
        return 0;
    }

    /// What a crew at work really writes.
    private static List<Entry> entries(Output.Scratch scratch) {
        List<Entry> entries = new ArrayList<>();
        try (Site site = Site.set(scratch.data(), Crew.of(8), 1)) {
            site.fill(0, 600);
            site.engine().journal().read(Site.crisis(0), 50, 562, entries::add);
        }
        return entries;
    }

    /// Bare before and after, because a shared disk changes its mind.
    private void measure(Sheet sheet, Path directory, Bare bare, List<Entry> entries, int batch, int bytes)
            throws IOException, Store.Fault {
        Duration half = Duration.ofMillis(500L * seconds);
        bare.perSecond(batch, bytes, Duration.ofMillis(300));
        double first = bare.perSecond(batch, bytes, half);
        double sqlite = sqlite(directory.resolve("sqlite" + batch), entries, batch);
        double journal = journal(directory.resolve("journal" + batch), entries, batch);
        double second = bare.perSecond(batch, bytes, half);
        double best = (first + second) / 2;
        sheet.add("batch " + batch + ": bare append and fsync", best, "entries/s")
                .add("batch " + batch + ": SQLite", sqlite, "entries/s")
                .add("batch " + batch + ": SQLite / bare", sqlite / best, "")
                .add("batch " + batch + ": journal", journal, "entries/s")
                .add("batch " + batch + ": journal / bare", journal / best, "");
    }

    private static List<Journal.Append> appends(List<Entry> entries, int batch, long from) {
        List<Journal.Append> appends = new ArrayList<>();
        for (long i = from; i < from + batch; i++) {
            Entry entry = entries.get((int) (i % entries.size()));
            String key = "the idempotency key of the append, " + (100_000_000 + i);
            appends.add(new Journal.Append(List.of(entry), Optional.of(key), Optional.of(key)));
        }
        return appends;
    }

    private interface Once {
        void append(long size) throws Store.Fault;
    }

    private double perSecond(int batch, Once once) throws Store.Fault {
        long size = 0;
        long warm = System.nanoTime() + Duration.ofMillis(500).toNanos();
        for (; System.nanoTime() < warm; size += batch) {
            once.append(size);
        }
        long before = size;
        long began = System.nanoTime();
        for (; System.nanoTime() < began + Duration.ofSeconds(seconds).toNanos(); size += batch) {
            once.append(size);
        }
        return (size - before) / ((System.nanoTime() - began) / 1e9);
    }

    private double sqlite(Path file, List<Entry> entries, int batch) throws Store.Fault {
        try (SqliteStore store = new SqliteStore(file)) {
            return perSecond(batch, size -> {
                Store.Row after = new Store.Row(
                        STREAM,
                        1,
                        "bench.example/crisis/1",
                        size + batch,
                        Instant.EPOCH,
                        "a checkpoint, of which this is not one, ".repeat(5),
                        Optional.empty());
                store.commit(List.of(new Store.Write(size, appends(entries, batch, size), after)));
            });
        }
    }

    private double journal(Path file, List<Entry> entries, int batch) throws Store.Fault {
        CheckpointSigner signer = new CheckpointSigner(Entropy.ofMachine().bytes(32));
        try (LedgerJournal journal = new LedgerJournal(new SqliteStore(file), signer, Runnable::run)) {
            return perSecond(batch, size -> {
                Journal.Appended appended = journal.append(new Journal.Batch(
                                STREAM,
                                1,
                                "bench.example/crisis/1",
                                size,
                                appends(entries, batch, size),
                                Instant.EPOCH,
                                Optional.empty()))
                        .join();
                if (!(appended instanceof Journal.Committed)) {
                    throw new IllegalStateException("not appended: " + appended);
                }
            });
        }
    }
}
