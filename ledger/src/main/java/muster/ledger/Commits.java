package muster.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import muster.kernel.Journal.Appended;
import muster.kernel.Journal.Batch;
import muster.kernel.Journal.Committed;
import muster.kernel.Journal.Conflict;
import muster.kernel.Journal.NotAppended;
import muster.kernel.Journal.Unknown;
import muster.kernel.StreamId;

/// The queue before the store: what waits for different streams shares one commit, up to 64 batches. One commit
/// at a time; nobody is answered while it holds anything.
final class Commits {
    private static final int MOST_AT_ONCE = 64;
    private static final String CLOSING = "Muster is shutting down.";

    private final Store store;
    private final Sealing sealing;
    private final Trees trees;
    private final Executor executor;
    /// Guarded by itself.
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /// Held while the store is written to or opened again.
    private final ReentrantLock storing = new ReentrantLock();

    private boolean running;
    private volatile boolean closed;
    private volatile boolean doubted;

    record Waiting(Batch batch, CompletableFuture<Appended> answer) {}

    /// An answer that is ready to be given.
    private record Answer(Waiting to, Appended appended) {}

    Commits(Store store, CheckpointSigner signer, Trees trees, Executor executor) {
        this.store = store;
        this.sealing = new Sealing(signer, trees);
        this.trees = trees;
        this.executor = executor;
    }

    CompletableFuture<Appended> append(Batch batch) {
        Waiting asked = new Waiting(batch, new CompletableFuture<>());
        synchronized (waiting) {
            waiting.add(asked);
        }
        schedule();
        return asked.answer;
    }

    private void schedule() {
        synchronized (waiting) {
            if (running || waiting.isEmpty()) {
                return;
            }
            running = true;
        }
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException closing) {
            List<Waiting> left;
            synchronized (waiting) {
                running = false;
                left = List.copyOf(waiting);
                waiting.clear();
            }
            left.forEach(each -> each.answer.complete(new NotAppended(CLOSING)));
        }
    }

    /// Until nothing waits; a loop, because whoever is answered may ask again at once.
    private void run() {
        for (List<Waiting> group = group(); !group.isEmpty(); group = group()) {
            try {
                commit(group).forEach(each -> each.to.answer.complete(each.appended));
            } catch (RuntimeException | Error fault) {
                // no fault that is foreseen comes here; what this one left behind has to be found out
                doubted = true;
                Appended unknown = new Unknown("A fault of ours: " + fault);
                group.forEach(each -> each.answer.complete(unknown));
                if (fault instanceof Error error) {
                    stop();
                    throw error;
                }
            }
        }
    }

    private void stop() {
        synchronized (waiting) {
            running = false;
        }
    }

    /// The first batch of each stream, in order: a second one would have to know the first one's root.
    private List<Waiting> group() {
        List<Waiting> group = new ArrayList<>();
        Set<StreamId> streams = new HashSet<>();
        synchronized (waiting) {
            Iterator<Waiting> all = waiting.iterator();
            while (all.hasNext() && group.size() < MOST_AT_ONCE) {
                Waiting next = all.next();
                if (streams.add(next.batch.stream())) {
                    all.remove();
                    group.add(next);
                }
            }
            running = !group.isEmpty();
        }
        return group;
    }

    private List<Answer> commit(List<Waiting> group) {
        storing.lock();
        try {
            settle();
            List<Answer> answers = new ArrayList<>();
            List<Sealed> sealed = new ArrayList<>();
            for (Waiting each : group) {
                switch (seal(each.batch)) {
                    case Sealing.Ready(Sealed ready) -> sealed.add(ready.of(each));
                    case Sealing.Answered(Appended appended) -> answers.add(new Answer(each, appended));
                }
            }
            if (!sealed.isEmpty()) {
                answers.addAll(written(sealed));
            }
            trees.slim();
            return answers;
        } catch (Store.Fault unsettled) {
            // nothing of these batches has been given to the store
            Appended not = new NotAppended(unsettled.words());
            return group.stream().map(each -> new Answer(each, not)).toList();
        } finally {
            storing.unlock();
        }
    }

    private Sealing.Result seal(Batch batch) {
        if (closed) {
            return new Sealing.Answered(new NotAppended(CLOSING));
        }
        try {
            return sealing.seal(batch);
        } catch (Store.Fault fault) {
            // one stream that cannot be served must not keep the others from being written
            return new Sealing.Answered(new NotAppended(fault.words()));
        } catch (RuntimeException fault) {
            return new Sealing.Answered(new NotAppended("A fault of ours: " + fault));
        }
    }

    /// A batch with its checkpoint, on its way into the store.
    ///
    /// @param waiting who wants to know
    /// @param root of the tree with it
    record Sealed(Optional<Waiting> waiting, Store.Write write, Frontier frontier, Hash root, List<Hash> leaves) {
        Sealed of(Waiting asked) {
            return new Sealed(Optional.of(asked), write, frontier, root, leaves);
        }

        StreamId stream() {
            return write.after().stream();
        }
    }

    private List<Answer> written(List<Sealed> sealed) {
        List<Boolean> written;
        try {
            written = store.commit(sealed.stream().map(Sealed::write).toList());
        } catch (Store.Fault fault) {
            if (fault.kind() == Store.Fault.Kind.REFUSED && sealed.size() > 1) {
                // one stream in disorder must not keep the others from being written
                return sealed.stream()
                        .flatMap(each -> written(List.of(each)).stream())
                        .toList();
            }
            return failed(sealed, fault);
        } catch (RuntimeException fault) {
            return failed(sealed, new Store.Fault(Store.Fault.Kind.LOST, "A fault of ours: " + fault, fault));
        }
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            Sealed each = sealed.get(i);
            answers.add(answer(each, written.get(i) ? committed(each) : moved(each)));
        }
        return answers;
    }

    private static Answer answer(Sealed sealed, Appended appended) {
        return new Answer(sealed.waiting.orElseThrow(), appended);
    }

    private Appended committed(Sealed sealed) {
        StreamTree tree = trees.of(sealed.stream());
        Store.Row after = sealed.write.after();
        tree.grown(after, sealed.frontier, sealed.leaves);
        try {
            return new Committed(
                    LedgerJournal.tip(after, sealed.root), tree.receipts(after, sealed.write.expected(), after.size()));
        } catch (Store.Fault | RuntimeException fault) {
            // it is stored, but without receipts that cannot be said: whoever asks again by key will get them
            return new Unknown("It is stored, but cannot be proved now: " + fault.getMessage());
        }
    }

    private Appended moved(Sealed sealed) {
        try {
            return new Conflict(
                    LedgerJournal.tip(sealed.stream(), trees.of(sealed.stream()).present()));
        } catch (Store.Fault fault) {
            return new NotAppended(fault.words());
        }
    }

    /// Finds out what became of a failed commit, for each batch by itself.
    private List<Answer> failed(List<Sealed> sealed, Store.Fault fault) {
        doubted |= fault.kind() == Store.Fault.Kind.LOST;
        try {
            settle();
        } catch (Store.Fault unsettled) {
            Appended unknown = new Unknown(fault.words() + " " + unsettled.words());
            return sealed.stream().map(each -> answer(each, unknown)).toList();
        }
        return sealed.stream()
                .map(each -> answer(each, found(each, fault.words())))
                .toList();
    }

    private Appended found(Sealed sealed, String words) {
        try {
            return lookedUp(sealed, words);
        } catch (Store.Fault | RuntimeException again) {
            return new Unknown(words + " " + again.getMessage());
        }
    }

    private Appended lookedUp(Sealed sealed, String words) throws Store.Fault {
        Optional<Store.Row> stored = store.row(sealed.stream());
        long size = stored.map(Store.Row::size).orElse(0L);
        if (size == sealed.write.expected()) {
            return new NotAppended(words);
        }
        StreamTree tree = trees.of(sealed.stream());
        Optional<Store.Row> present = tree.present();
        return isThere(sealed) ? committed(sealed) : new Conflict(LedgerJournal.tip(sealed.stream(), present));
    }

    /// Whether exactly the entries of the batch stand where they were to be; others may stand behind them.
    private boolean isThere(Sealed sealed) throws Store.Fault {
        List<Hash> there = new ArrayList<>();
        long from = sealed.write.expected();
        store.headers(sealed.stream(), from, from + sealed.leaves.size(), header -> there.add(Merkle.leaf(header)));
        return there.equals(sealed.leaves);
    }

    /// Gets the store back after a commit that failed, if there was one: until then nobody may be told anything.
    /// Every call tries.
    ///
    /// @throws Store.Fault if it does not come back now
    void settle() throws Store.Fault {
        if (!doubted) {
            return;
        }
        storing.lock();
        try {
            if (doubted && !closed) {
                store.reopen();
                doubted = false;
            }
        } finally {
            storing.unlock();
        }
    }

    /// Lets go of trees, unless a commit counts on them: then it does so itself.
    void slim() {
        if (storing.tryLock()) {
            try {
                trees.slim();
            } finally {
                storing.unlock();
            }
        }
    }

    void close() {
        closed = true;
        storing.lock();
        try {
            store.close();
        } finally {
            storing.unlock();
        }
    }
}
