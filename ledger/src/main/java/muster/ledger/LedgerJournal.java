package muster.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import muster.kernel.StreamId;

/// The journal over a [Store]: groups what waits into one commit, grows the trees, signs one checkpoint for each
/// touched stream, and hands out receipts only after everything is on stable storage.
///
/// What is stored is the only truth: after a failed commit the store is opened again and read before anybody is
/// answered, because storage that said "no" may have written after all.
public final class LedgerJournal implements Journal {
    private static final int MOST_AT_ONCE = 64;
    private static final int READ_AT_ONCE = 512;

    private final Store store;
    private final CheckpointSigner signer;
    private final Executor commits;
    private final Trees trees;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final ReentrantLock repairing = new ReentrantLock();
    /// Whether nobody knows what is stored until the store is opened again.
    private volatile boolean broken;

    private record Waiting(Batch batch, CompletableFuture<Appended> answer) {}

    /// A batch on its way into the store.
    private record Sealed(Waiting waiting, Store.Write write, List<Hash> leaves) {}

    /// @param commits runs commits one after the other; a single platform thread, because a native call would
    ///     pin a virtual thread, or the calling thread
    public LedgerJournal(Store store, CheckpointSigner signer, Executor commits) {
        this.store = store;
        this.signer = signer;
        this.commits = commits;
        this.trees = new Trees(store, signer);
    }

    @Override
    public List<StreamId> streams() {
        return reading(() -> store.rows().stream().map(Store.Row::stream).toList());
    }

    @Override
    public Tip tip(StreamId stream) {
        return reading(() -> store.row(stream)).map(this::tip).orElseGet(() -> nothing(stream));
    }

    private static Tip nothing(StreamId stream) {
        return new Tip(stream, 1, 0, Merkle.emptyRoot().base64Url(), Instant.EPOCH, "");
    }

    private Tip tip(Store.Row row) {
        Checkpoint checkpoint = CheckpointSigner.read(row.checkpoint());
        return new Tip(
                row.stream(),
                row.epoch(),
                row.size(),
                checkpoint.root().base64Url(),
                row.recordedAt(),
                row.checkpoint());
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) {
        long next = from;
        List<Entry> some = new ArrayList<>();
        do {
            some.clear();
            long begin = next;
            long end = Math.min(to, begin + READ_AT_ONCE);
            reading(() -> {
                store.read(stream, begin, end, some::add);
                return true;
            });
            some.forEach(into);
            next = end;
        } while (next < to && !some.isEmpty());
    }

    @Override
    public Optional<Made> find(StreamId stream, String key) {
        return reading(() -> store.find(stream, key));
    }

    @Override
    public List<String> receipts(StreamId stream, long from, long to) {
        return reading(() -> trees.receipts(stream, from, to));
    }

    @Override
    public List<String> inclusion(StreamId stream, long seq, long size) {
        return reading(() -> trees.inclusion(stream, seq, size));
    }

    @Override
    public List<String> consistency(StreamId stream, long from, long to) {
        return reading(() -> trees.consistency(stream, from, to));
    }

    @Override
    public String verifierKey(String origin) {
        return signer.verifierKey(origin).text();
    }

    @Override
    public Map<StreamId, Instant> alarms() {
        Map<StreamId, Instant> alarms = new HashMap<>();
        reading(store::rows).forEach(row -> row.nextAlarm().ifPresent(due -> alarms.put(row.stream(), due)));
        return alarms;
    }

    @Override
    public CompletableFuture<Appended> append(Batch batch) {
        Waiting asked = new Waiting(batch, new CompletableFuture<>());
        waiting.add(asked);
        schedule();
        return asked.answer;
    }

    private void schedule() {
        if (!draining.compareAndSet(false, true)) {
            return;
        }
        try {
            commits.execute(this::drain);
        } catch (RejectedExecutionException closing) {
            draining.set(false);
            for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                next.answer.complete(new NotAppended("The journal is closed."));
            }
        }
    }

    private void drain() {
        try {
            List<Waiting> batches = next();
            try {
                commit(batches);
            } catch (Error fatal) {
                broken = true;
                batches.forEach(each -> each.answer.complete(new Unknown(fatal.toString())));
                throw fatal;
            }
        } finally {
            draining.set(false);
            if (!waiting.isEmpty()) {
                schedule();
            }
        }
    }

    /// What waits, but no stream twice: a second batch of a stream was decided on the first.
    private List<Waiting> next() {
        List<Waiting> batches = new ArrayList<>();
        Set<StreamId> streams = new HashSet<>();
        for (Waiting next = waiting.peek();
                next != null && batches.size() < MOST_AT_ONCE && streams.add(next.batch.stream());
                next = waiting.peek()) {
            batches.add(next);
            waiting.remove();
        }
        return batches;
    }

    private void commit(List<Waiting> batches) {
        try {
            repair();
        } catch (Store.Fault gone) {
            batches.forEach(each -> each.answer.complete(new NotAppended(String.valueOf(gone.getMessage()))));
            return;
        }
        List<Sealed> sealed = new ArrayList<>();
        batches.forEach(each -> seal(each).ifPresent(sealed::add));
        if (!sealed.isEmpty()) {
            write(sealed);
        }
    }

    /// What is wrong with one stream is no reason to refuse the others.
    private Optional<Sealed> seal(Waiting asked) {
        Batch batch = asked.batch;
        try {
            Frontier frontier = trees.at(batch.stream(), batch.expected());
            if (frontier.size() != batch.expected()) {
                asked.answer.complete(conflict(batch.stream()));
                return Optional.empty();
            }
            return Optional.of(sealed(asked, frontier));
        } catch (Store.Fault fault) {
            asked.answer.complete(new NotAppended(String.valueOf(fault.getMessage())));
        } catch (RuntimeException fault) {
            asked.answer.complete(new NotAppended("A fault of ours: " + fault));
        }
        return Optional.empty();
    }

    private Sealed sealed(Waiting asked, Frontier frontier) {
        Batch batch = asked.batch;
        List<Entry> entries = batch.appends().stream()
                .flatMap(append -> append.entries().stream())
                .toList();
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("an append without entries");
        }
        List<Hash> leaves =
                entries.stream().map(entry -> Merkle.leaf(entry.header())).toList();
        Frontier grown = frontier;
        for (Hash leaf : leaves) {
            grown = grown.append(leaf);
        }
        Store.Row after = new Store.Row(
                batch.stream(),
                batch.epoch(),
                batch.origin(),
                grown.size(),
                batch.recordedAt().truncatedTo(ChronoUnit.MILLIS),
                signer.sign(Checkpoint.of(batch.origin(), grown.size(), grown.root())),
                batch.nextAlarm().map(due -> due.truncatedTo(ChronoUnit.MILLIS)));
        return new Sealed(asked, new Store.Write(batch.expected(), batch.appends(), after), leaves);
    }

    private Conflict conflict(StreamId stream) throws Store.Fault {
        return new Conflict(store.row(stream).map(this::tip).orElseGet(() -> nothing(stream)));
    }

    private void write(List<Sealed> sealed) {
        List<Boolean> written;
        try {
            written = store.commit(sealed.stream().map(Sealed::write).toList());
        } catch (Store.Fault fault) {
            if (!fault.nothingWritten()) {
                lookUp(sealed, String.valueOf(fault.getMessage()));
            } else if (sealed.size() > 1) {
                sealed.forEach(each -> alone(each, fault));
            } else {
                sealed.forEach(
                        each -> each.waiting.answer.complete(new NotAppended(String.valueOf(fault.getMessage()))));
            }
            return;
        } catch (RuntimeException fault) {
            lookUp(sealed, "A fault of ours: " + fault);
            return;
        }
        for (int i = 0; i < sealed.size(); i++) {
            answer(sealed.get(i), written.get(i));
        }
    }

    /// Of batches that were refused together, each is tried by itself: it may have been another's fault.
    private void alone(Sealed sealed, Store.Fault together) {
        try {
            repair();
            write(List.of(sealed));
        } catch (Store.Fault gone) {
            sealed.waiting.answer.complete(new NotAppended(String.valueOf(together.getMessage())));
        }
    }

    private void answer(Sealed sealed, boolean written) {
        Store.Row after = sealed.write.after();
        try {
            if (written) {
                trees.passed(after.stream(), sealed.write.expected(), sealed.leaves);
            }
            sealed.waiting.answer.complete(written ? committed(sealed) : conflict(after.stream()));
        } catch (Store.Fault | RuntimeException fault) {
            lookUp(List.of(sealed), String.valueOf(fault.getMessage()));
        }
    }

    private Committed committed(Sealed sealed) throws Store.Fault {
        Store.Row after = sealed.write.after();
        return new Committed(tip(after), trees.receipts(after, sealed.write.expected(), after.size()));
    }

    /// Answers batches of which nobody can say what became of them, by opening the store again and reading.
    private void lookUp(List<Sealed> sealed, String words) {
        broken = true;
        try {
            repair();
        } catch (Store.Fault | RuntimeException gone) {
            sealed.forEach(each -> each.waiting.answer.complete(new Unknown(words)));
            return;
        }
        for (Sealed each : sealed) {
            Appended appended;
            try {
                appended = found(each, words);
            } catch (Store.Fault | RuntimeException unreadable) {
                appended = new Unknown(words);
            }
            each.waiting.answer.complete(appended);
        }
    }

    /// What really became of a batch: its own headers tell, for others may have written after it.
    private Appended found(Sealed sealed, String words) throws Store.Fault {
        Store.Row after = sealed.write.after();
        long size = store.row(after.stream()).map(Store.Row::size).orElse(0L);
        if (size == sealed.write.expected()) {
            return new NotAppended(words);
        }
        List<Hash> stored = new ArrayList<>();
        store.headers(after.stream(), sealed.write.expected(), after.size(), header -> stored.add(Merkle.leaf(header)));
        return stored.equals(sealed.leaves) ? committed(sealed) : conflict(after.stream());
    }

    /// Opens a store again whose last commit went wrong; until that is done, nobody is told anything.
    private void repair() throws Store.Fault {
        if (!broken) {
            return;
        }
        repairing.lock();
        try {
            if (broken) {
                trees.forgetAll();
                store.reopen();
                broken = false;
            }
        } finally {
            repairing.unlock();
        }
    }

    private interface Reading<T> {
        T of() throws Store.Fault;
    }

    private <T> T reading(Reading<T> what) {
        try {
            repair();
            return what.of();
        } catch (Store.Fault fault) {
            throw new JournalUnavailable(String.valueOf(fault.getMessage()), fault);
        } catch (Malformed damaged) {
            throw new JournalUnavailable(
                    "What is stored is damaged, run muster verify: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
