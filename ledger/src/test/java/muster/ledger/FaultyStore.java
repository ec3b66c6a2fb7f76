package muster.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// A store whose every step can be made to fail, before or after it took effect: the n-th one that is taken,
/// counted from 0. A failed commit leaves a dead connection, as a disk does: nothing works until it was
/// opened again.
final class FaultyStore implements Store {
    /// When a step fails.
    enum When {
        BEFORE,
        AFTER
    }

    private final Store store;
    private final Map<Integer, When> faults = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private boolean dead;
    private Runnable whileDead = () -> {};

    FaultyStore(Store store) {
        this.store = store;
    }

    FaultyStore failing(int step, When when) {
        faults.put(step, when);
        return this;
    }

    /// What somebody else does, once, before the store is opened again.
    FaultyStore whileDead(Runnable other) {
        whileDead = other;
        return this;
    }

    /// No fault any more.
    void heal() {
        faults.clear();
    }

    /// What was done so far.
    List<String> steps() {
        return List.copyOf(steps);
    }

    private interface Step<T> {
        T run() throws Fault;
    }

    private <T> T step(String name, Step<T> step) throws Fault {
        Optional<When> when = Optional.ofNullable(faults.get(steps.size()));
        steps.add(name);
        boolean opens = name.equals("reopen");
        if (dead && !opens) {
            throw fault("dead since a fault");
        }
        if (when.equals(Optional.of(When.BEFORE))) {
            dead |= opens || name.equals("commit");
            throw fault(name + " fails");
        }
        T result = step.run();
        if (when.equals(Optional.of(When.AFTER))) {
            dead |= opens || name.equals("commit");
            throw fault(name + " fails afterwards");
        }
        dead &= !opens;
        return result;
    }

    private static Fault fault(String words) {
        return new Fault(Fault.Kind.LOST, words, new IllegalStateException(words));
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        return step("commit", () -> store.commit(writes));
    }

    @Override
    public void reopen() throws Fault {
        Runnable other = whileDead;
        whileDead = () -> {};
        other.run();
        step("reopen", () -> {
            store.reopen();
            return true;
        });
    }

    @Override
    public List<Row> rows() throws Fault {
        return step("rows", store::rows);
    }

    @Override
    public Optional<Row> row(StreamId stream) throws Fault {
        return step("row", () -> store.row(stream));
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
        step("read", () -> {
            store.read(stream, from, to, into);
            return true;
        });
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
        step("headers", () -> {
            store.headers(stream, from, to, into);
            return true;
        });
    }

    @Override
    public Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
        return step("find", () -> store.find(stream, key));
    }

    @Override
    public void close() {
        store.close();
    }
}
