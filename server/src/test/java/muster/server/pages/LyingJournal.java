package muster.server.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// A journal whose store somebody changed behind its back: from a moment on one entry reads as something else.
final class LyingJournal implements Journal {
    private final Journal honest;
    private volatile long seq = -1;

    LyingJournal(Journal honest) {
        this.honest = honest;
    }

    /// From now on this entry of every crisis reads like the one before it.
    void lieAbout(long entry) {
        seq = entry;
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) {
        Entry[] before = new Entry[1];
        if (seq > 0) {
            honest.read(stream, seq - 1, seq, entry -> before[0] = entry);
        }
        long[] at = {from};
        honest.read(stream, from, to, entry -> {
            boolean lie = at[0]++ == seq && !stream.isOrganisation();
            into.accept(lie ? new Entry(entry.header(), before[0].body(), before[0].contents()) : entry);
        });
    }

    @Override
    public List<StreamId> streams() {
        return honest.streams();
    }

    @Override
    public Tip tip(StreamId stream) {
        return honest.tip(stream);
    }

    @Override
    public CompletableFuture<Appended> append(Batch batch) {
        return honest.append(batch);
    }

    @Override
    public Optional<Made> find(StreamId stream, String key) {
        return honest.find(stream, key);
    }

    @Override
    public List<String> receipts(StreamId stream, long from, long to) {
        return honest.receipts(stream, from, to);
    }

    @Override
    public List<String> inclusion(StreamId stream, long entry, long size) {
        return honest.inclusion(stream, entry, size);
    }

    @Override
    public List<String> consistency(StreamId stream, long from, long to) {
        return honest.consistency(stream, from, to);
    }

    @Override
    public String verifierKey(String origin) {
        return honest.verifierKey(origin);
    }

    @Override
    public Map<StreamId, Instant> alarms() {
        return honest.alarms();
    }

    @Override
    public void close() {
        honest.close();
    }
}
