package muster.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import muster.kernel.Digest;
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
    private static final int SLICES = 10;
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

    /// In turns, a slice of time each, because a shared machine changes its mind.
    private void measure(Sheet sheet, Path directory, Bare bare, List<Entry> entries, int batch, int bytes)
            throws IOException, Store.Fault {
        CheckpointSigner signer = new CheckpointSigner(Entropy.ofMachine().bytes(32));
        try (SqliteStore store = new SqliteStore(directory.resolve("sqlite" + batch));
                LedgerJournal journal = new LedgerJournal(
                        new SqliteStore(directory.resolve("journal" + batch)), signer, Runnable::run)) {
            Runner sqlite = new Runner(batch, entries, (appends, size) -> sqlite(store, appends, size));
            Runner whole = new Runner(batch, entries, (appends, size) -> journal(journal, appends, size));
            List<Double> best = new ArrayList<>();
            for (int slice = 0; slice <= SLICES; slice++) {
                if (slice == 1) {
                    // the first one was to warm up
                    sqlite.forget();
                    whole.forget();
                    best.clear();
                }
                Duration lasting = Duration.ofMillis(1000L * seconds / SLICES);
                best.add(bare.perSecond(batch, bytes, lasting));
                sqlite.run(lasting);
                whole.run(lasting);
            }
            double flushed =
                    best.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            sheet.add("batch " + batch + ": bare append and fsync", flushed, "entries/s")
                    .add("batch " + batch + ": SQLite", sqlite.perSecond(), "entries/s")
                    .add("batch " + batch + ": SQLite / bare", sqlite.perSecond() / flushed, "")
                    .add("batch " + batch + ": journal", whole.perSecond(), "entries/s")
                    .add("batch " + batch + ": journal / bare", whole.perSecond() / flushed, "")
                    .add("batch " + batch + ": SQLite, processor time", sqlite.microsEach(), "µs/entry")
                    .add("batch " + batch + ": journal, processor time", whole.microsEach(), "µs/entry");
        }
    }

    private static List<Journal.Append> appends(List<Entry> entries, int batch, long from) {
        List<Journal.Append> appends = new ArrayList<>();
        for (long i = from; i < from + batch; i++) {
            Entry entry = entries.get((int) (i % entries.size()));
            // all over the index, as HMACs are
            String key = Digest.key("bench", Long.toString(i));
            appends.add(new Journal.Append(List.of(entry), Optional.of(key), Optional.of(key)));
        }
        return appends;
    }

    private interface Once {
        void append(List<Journal.Append> appends, long size) throws Store.Fault;
    }

    /// Appends for a while, goes on later, and counts.
    private static final class Runner {
        private final int batch;
        private final List<Entry> entries;
        private final Once once;
        private long size;
        private long appended;
        private long nanos;
        private long processor;

        Runner(int batch, List<Entry> entries, Once once) {
            this.batch = batch;
            this.entries = entries;
            this.once = once;
        }

        void run(Duration lasting) throws Store.Fault {
            long end = nanos + lasting.toNanos();
            while (nanos < end) {
                List<Journal.Append> appends = appends(entries, batch, size);
                long began = System.nanoTime();
                long busy = Clocks.thread();
                once.append(appends, size);
                processor += Clocks.thread() - busy;
                nanos += System.nanoTime() - began;
                size += batch;
                appended += batch;
            }
        }

        void forget() {
            appended = 0;
            nanos = 0;
            processor = 0;
        }

        double microsEach() {
            return processor / 1e3 / appended;
        }

        double perSecond() {
            return appended / (nanos / 1e9);
        }
    }

    private static void sqlite(SqliteStore store, List<Journal.Append> appends, long size) throws Store.Fault {
        Store.Row after = new Store.Row(
                STREAM,
                1,
                "bench.example/crisis/1",
                size + appends.size(),
                Instant.EPOCH,
                "a checkpoint, of which this is not one, ".repeat(5),
                Optional.empty());
        if (!store.commit(List.of(new Store.Write(size, appends, after))).equals(List.of(true))) {
            throw new IllegalStateException("not written at " + size);
        }
    }

    private static void journal(LedgerJournal journal, List<Journal.Append> appends, long size) {
        Journal.Appended appended = journal.append(new Journal.Batch(
                        STREAM, 1, "bench.example/crisis/1", size, appends, Instant.EPOCH, Optional.empty()))
                .join();
        if (!(appended instanceof Journal.Committed)) {
            throw new IllegalStateException("not appended: " + appended);
        }
    }
}
