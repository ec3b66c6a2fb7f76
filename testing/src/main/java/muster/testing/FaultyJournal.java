package muster.testing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// A journal that fails when it is told to, before or after the append took effect. Thread-safe if the
/// journal behind it is.
public final class FaultyJournal implements Journal {
    /// How an append goes wrong.
    public enum Fault {
        /// Nothing was written, and it is known.
        NOT_APPENDED,
        /// Nothing was written, and nobody knows.
        LOST,
        /// It was written, and nobody knows.
        UNANSWERED,
        /// It was written, and the journal breaks its promise never to throw.
        THROWN
    }

    private final Journal journal;
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final Queue<Runnable> before = new ArrayDeque<>();
    private final Queue<Runnable> disk = new ArrayDeque<>();
    private boolean slow;
    private boolean down;

    public FaultyJournal(Journal journal) {
        this.journal = journal;
    }

    /// The next appends go wrong like this, one after the other.
    public synchronized void next(Fault... fault) {
        faults.addAll(List.of(fault));
    }

    /// Lets something happen between the decision and the next append.
    public synchronized void beforeNextAppend(Runnable intrusion) {
        before.add(intrusion);
    }

    /// The store cannot be read or written, until it can be again.
    public synchronized void down(boolean is) {
        down = is;
    }

    /// From now on an append takes effect, and is answered, when it is `flushed`.
    public synchronized void slow(boolean is) {
        slow = is;
    }

    /// Lets the append that waits longest take effect.
    public void flushed() {
        poll(disk)
                .orElseThrow(() -> new IllegalStateException("nothing is being written"))
                .run();
    }

    private synchronized boolean isSlow() {
        return slow;
    }

    private synchronized Journal up() {
        if (down) {
            throw new JournalUnavailable("the store is down", new IllegalStateException("the store is down"));
        }
        return journal;
    }

    @Override
    public CompletableFuture<Appended> append(Batch batch) {
        if (!isSlow()) {
            return written(batch);
        }
        CompletableFuture<Appended> answer = new CompletableFuture<>();
        synchronized (this) {
            disk.add(() -> answer.complete(written(batch).join()));
        }
        return answer;
    }

    private CompletableFuture<Appended> written(Batch batch) {
        poll(before).ifPresent(Runnable::run);
        Optional<Fault> fault = poll(faults);
        if (fault.isEmpty()) {
            return up().append(batch);
        }
        return switch (fault.get()) {
            case NOT_APPENDED -> CompletableFuture.completedFuture(new NotAppended("no space"));
            case LOST -> CompletableFuture.completedFuture(new Unknown("no answer"));
            case UNANSWERED -> up().append(batch).thenApply(written -> new Unknown("no answer"));
            case THROWN -> {
                up().append(batch).join();
                throw new IllegalStateException("a journal never throws here");
            }
        };
    }

    private synchronized <T> Optional<T> poll(Queue<T> queue) {
        return Optional.ofNullable(queue.poll());
    }

    @Override
    public List<StreamId> streams() {
        return up().streams();
    }

    @Override
    public Tip tip(StreamId stream) {
        return up().tip(stream);
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) {
        up().read(stream, from, to, into);
    }

    @Override
    public Optional<Made> find(StreamId stream, String key) {
        return up().find(stream, key);
    }

    @Override
    public List<String> receipts(StreamId stream, long from, long to) {
        return up().receipts(stream, from, to);
    }

    @Override
    public List<String> inclusion(StreamId stream, long seq, long size) {
        return up().inclusion(stream, seq, size);
    }

    @Override
    public List<String> consistency(StreamId stream, long from, long to) {
        return up().consistency(stream, from, to);
    }

    @Override
    public String verifierKey(String origin) {
        return journal.verifierKey(origin);
    }

    @Override
    public Map<StreamId, Instant> alarms() {
        return up().alarms();
    }

    @Override
    public void close() {
        journal.close();
    }
}
