package muster.ledger;

import java.time.Instant;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// The journal over a [Store]: groups what waits into one commit, grows the trees, signs one checkpoint for each
/// touched
/// stream, and hands out receipts only after everything is on stable storage.
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
    private volatile boolean broken;

    private record Waiting(Batch batch, CompletableFuture<Appended> answer) {}

    /// A batch on its way into the store.
    private record Sealed(Waiting waiting, Store.Write write, List<Hash> leaves) {}

    /// @param commits runs commits one after the other; a single platform thread, because a native call would pin a
    ///     virtual thread, or the calling thread
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
        if (draining.compareAndSet(false, true)) {
            commits.execute(this::drain);
        }
    }

    private void drain() {
        try {
            List<Waiting> batches = next();
            if (!batches.isEmpty()) {
                commit(batches);
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
        List<Sealed> sealed = new ArrayList<>();
        try {
            repair();
            for (Waiting each : batches) {
                seal(each).ifPresent(sealed::add);
            }
            if (sealed.isEmpty()) {
                return;
            }
            List<Boolean> written =
                    store.commit(sealed.stream().map(Sealed::write).toList());
            for (int i = 0; i < sealed.size(); i++) {
                answer(sealed.get(i), written.get(i));
            }
        } catch (Store.Fault fault) {
            failed(batches, sealed, fault);
        } catch (RuntimeException fault) {
            sealed.forEach(each -> trees.forget(each.write.after().stream()));
            batches.forEach(each -> each.answer.complete(new NotAppended("A fault of ours: " + fault)));
        }
    }

    /// Opens a store again that did not come back the last time.
    private void repair() throws Store.Fault {
        if (broken) {
            store.reopen();
            broken = false;
            trees.forgetAll();
        }
    }

    private Optional<Sealed> seal(Waiting asked) throws Store.Fault {
        Batch batch = asked.batch;
        MerkleTree tree = trees.at(batch.stream());
        if (tree.size() != batch.expected()) {
            trees.forget(batch.stream());
            asked.answer.complete(
                    new Conflict(store.row(batch.stream()).map(this::tip).orElseGet(() -> nothing(batch.stream()))));
            return Optional.empty();
        }
        List<Hash> leaves = batch.appends().stream()
                .flatMap(append -> append.entries().stream())
                .map(entry -> Merkle.leaf(entry.header()))
                .toList();
        leaves.forEach(tree::append);
        String checkpoint = signer.sign(Checkpoint.of(batch.origin(), tree.size(), tree.root(tree.size())));
        Store.Row after = new Store.Row(
                batch.stream(),
                batch.epoch(),
                batch.origin(),
                tree.size(),
                batch.recordedAt(),
                checkpoint,
                batch.nextAlarm());
        return Optional.of(new Sealed(asked, new Store.Write(batch.expected(), batch.appends(), after), leaves));
    }

    private void answer(Sealed sealed, boolean written) throws Store.Fault {
        Store.Row after = sealed.write.after();
        if (written) {
            sealed.waiting.answer.complete(
                    new Committed(tip(after), trees.receipts(after, sealed.write.expected(), after.size())));
        } else {
            trees.forget(after.stream());
            sealed.waiting.answer.complete(
                    new Conflict(store.row(after.stream()).map(this::tip).orElseGet(() -> nothing(after.stream()))));
        }
    }

    private void failed(List<Waiting> batches, List<Sealed> sealed, Store.Fault fault) {
        trees.forgetAll();
        String words = String.valueOf(fault.getMessage());
        try {
            if (!fault.nothingWritten()) {
                store.reopen();
            }
            for (Sealed each : sealed) {
                each.waiting.answer.complete(found(each, words));
            }
            batches.forEach(each -> each.answer.complete(new NotAppended(words)));
        } catch (Store.Fault gone) {
            broken = true;
            batches.forEach(each -> each.answer.complete(new Unknown(words)));
        }
    }

    /// What really became of a batch whose commit failed.
    private Appended found(Sealed sealed, String words) throws Store.Fault {
        Store.Row after = sealed.write.after();
        Optional<Store.Row> stored = store.row(after.stream());
        long size = stored.map(Store.Row::size).orElse(0L);
        if (size == sealed.write.expected()) {
            return new NotAppended(words);
        }
        return stored.get().checkpoint().equals(after.checkpoint())
                ? new Committed(tip(after), trees.receipts(after.stream(), sealed.write.expected(), after.size()))
                : new Conflict(tip(stored.get()));
    }

    private interface Reading<T> {
        T of() throws Store.Fault;
    }

    private <T> T reading(Reading<T> what) {
        try {
            return what.of();
        } catch (Store.Fault fault) {
            throw new JournalUnavailable(String.valueOf(fault.getMessage()), fault);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
