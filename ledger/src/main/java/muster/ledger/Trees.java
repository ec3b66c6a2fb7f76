package muster.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import muster.kernel.StreamId;

/// The trees of all streams that anybody asked about; those used last stay in memory. Thread-safe.
final class Trees {
    private final Store store;
    private final CheckpointSigner signer;
    private final long mostLeaves;
    private final AtomicLong leaves = new AtomicLong();
    private final Map<StreamId, StreamTree> byLastUse = new LinkedHashMap<>(16, 0.75f, true);

    /// @param mostLeaves how many leaves may stay in memory, about 64 bytes each
    Trees(Store store, CheckpointSigner signer, long mostLeaves) {
        this.store = store;
        this.signer = signer;
        this.mostLeaves = mostLeaves;
    }

    synchronized StreamTree of(StreamId stream) {
        return byLastUse.computeIfAbsent(stream, id -> new StreamTree(id, store, signer, leaves::addAndGet));
    }

    /// Drops the trees used longest ago until the rest is small enough. Not while somebody counts on a tree that
    /// he has read already.
    void slim() {
        if (leaves.get() <= mostLeaves) {
            return;
        }
        Iterator<StreamTree> oldest = all().iterator();
        while (leaves.get() > mostLeaves && oldest.hasNext()) {
            oldest.next().drop();
        }
    }

    private synchronized List<StreamTree> all() {
        return new ArrayList<>(byLastUse.values());
    }
}
