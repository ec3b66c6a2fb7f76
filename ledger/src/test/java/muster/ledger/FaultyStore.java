package muster.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// A store of which one chosen step goes wrong, before or after it took effect. After a failed commit it is
/// dead until it is opened again, as a database connection is.
final class FaultyStore implements Store {
    /// How a step goes wrong. What is reported as failed and was done shows at once or, as a ghost, after
    /// reopening.
    enum Way {
        CLEAN(false, false),
        FAULT_BEFORE(false, false),
        FAULT_AFTER(true, false),
        GHOST(true, true),
        BUG_BEFORE(false, false),
        BUG_AFTER(true, false),
        DEATH_BEFORE(false, false),
        DEATH_AFTER(true, false);

        private final boolean done;
        private final boolean hidden;

        Way(boolean done, boolean hidden) {
            this.done = done;
            this.hidden = hidden;
        }

        boolean isDeath() {
            return this == DEATH_BEFORE || this == DEATH_AFTER;
        }
    }

    /// What no program catches and goes on.
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("death", null, false, false);
        }
    }

    private final MemoryStore store;
    private Optional<MemoryStore.Image> ghost = Optional.empty();
    private Way way = Way.CLEAN;
    private int at = Integer.MAX_VALUE;
    private Runnable meanwhile = () -> {};
    private int step;
    private int again = Integer.MAX_VALUE;
    private int reopenings;
    private int commits;
    private boolean dead;
    private boolean faulted;

    FaultyStore(MemoryStore store) {
        this.store = store;
    }

    /// @param step counted from 0 over everything that is asked of the store
    /// @param again how many steps later the next one goes wrong; 0: none does
    /// @param reopenings how often it then does not open again
    void fail(int step, Way way, int again, int reopenings) {
        this.at = step;
        this.again = again == 0 ? Integer.MAX_VALUE : step + again;
        this.way = way;
        this.reopenings = reopenings;
    }

    /// What somebody else does meanwhile.
    void beforeReopening(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    int steps() {
        return step;
    }

    int commits() {
        return commits;
    }

    boolean faulted() {
        return faulted;
    }

    private boolean hit() {
        int now = step++;
        if (now != at && now != again) {
            return false;
        }
        faulted = true;
        return true;
    }

    private Fault gone() {
        return new Fault("the connection is dead", true, new IllegalStateException("dead"));
    }

    private Fault wrong() {
        return new Fault("it went wrong", way == Way.CLEAN, new IllegalStateException(way.name()));
    }

    private void reading() throws Fault {
        if (dead) {
            throw gone();
        }
        if (hit()) {
            switch (way) {
                case CLEAN, FAULT_BEFORE, FAULT_AFTER, GHOST -> throw wrong();
                case BUG_BEFORE, BUG_AFTER -> throw new IllegalStateException("a bug");
                case DEATH_BEFORE, DEATH_AFTER -> throw new Death();
            }
        }
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        if (dead) {
            throw gone();
        }
        commits++;
        MemoryStore.Written after = store.written(writes);
        if (!hit()) {
            store.shared().put(after.image());
            return after.written();
        }
        dead = way != Way.CLEAN;
        if (way.done) {
            ghost = Optional.of(after.image());
            if (!way.hidden) {
                manifest();
            }
        }
        switch (way) {
            case BUG_BEFORE, BUG_AFTER -> throw new IllegalStateException("a bug");
            case DEATH_BEFORE, DEATH_AFTER -> throw new Death();
            case CLEAN, FAULT_BEFORE, FAULT_AFTER, GHOST -> throw wrong();
        }
        throw new AssertionError(way);
    }

    private void manifest() {
        ghost.ifPresent(store.shared()::put);
        ghost = Optional.empty();
    }

    @Override
    public void reopen() throws Fault {
        hit();
        if (reopenings > 0) {
            reopenings--;
            dead = true;
            throw new Fault("it does not open", true, new IllegalStateException("closed"));
        }
        manifest();
        meanwhile.run();
        dead = false;
    }

    @Override
    public List<Row> rows() throws Fault {
        reading();
        return store.rows();
    }

    @Override
    public Optional<Row> row(StreamId stream) throws Fault {
        reading();
        return store.row(stream);
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
        reading();
        store.read(stream, from, to, into);
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
        reading();
        // fails half way, with some headers given already
        store.headers(stream, from, Math.max(from, (from + to) / 2), into);
        reading();
        store.headers(stream, Math.max(from, (from + to) / 2), to, into);
    }

    @Override
    public Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
        reading();
        return store.find(stream, key);
    }

    @Override
    public void close() {
        dead = true;
    }
}
