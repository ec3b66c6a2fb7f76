package muster.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import muster.ledger.Hash;
import muster.ledger.Merkle;
import muster.ledger.MerkleTree;

/// A journal in memory that keeps every promise but two: nothing is durable, and checkpoints are not
/// signed. Thread-safe.
public final class MemoryJournal implements Journal {
    private final Map<StreamId, Stored> stored = new HashMap<>();

    private static final class Stored {
        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Made> made = new HashMap<>();
        private final MerkleTree tree = new MerkleTree();
        private int epoch = 1;
        private String origin = "";
        private Instant recordedAt = Instant.EPOCH;
        private Optional<Instant> nextAlarm = Optional.empty();
    }

    @Override
    public synchronized List<StreamId> streams() {
        return stored.keySet().stream()
                .sorted(Comparator.comparing((StreamId stream) -> !stream.isOrganisation())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Override
    public synchronized Tip tip(StreamId stream) {
        Stored there = stored.getOrDefault(stream, new Stored());
        byte[] root = there.tree.root(there.tree.size()).bytes();
        String checkpoint = there.entries.isEmpty()
                ? ""
                : there.origin + "\n" + there.tree.size() + "\n"
                        + Base64.getEncoder().encodeToString(root) + "\n";
        return new Tip(
                stream,
                there.epoch,
                there.tree.size(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(root),
                there.recordedAt,
                checkpoint);
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) {
        copy(stream, from, to).forEach(into);
    }

    private synchronized List<Entry> copy(StreamId stream, long from, long to) {
        List<Entry> entries = stored.getOrDefault(stream, new Stored()).entries;
        return List.copyOf(entries.subList((int) Math.min(from, entries.size()), (int) Math.min(to, entries.size())));
    }

    @Override
    public synchronized CompletableFuture<Appended> append(Batch batch) {
        Stored there = stored.getOrDefault(batch.stream(), new Stored());
        if (there.tree.size() != batch.expected()) {
            return CompletableFuture.completedFuture(new Conflict(tip(batch.stream())));
        }
        for (Append append : batch.appends()) {
            if (append.key().filter(there.made::containsKey).isPresent()) {
                throw new IllegalStateException("the key " + append.key().get() + " was appended already");
            }
        }
        if (there.entries.isEmpty()) {
            there.origin = batch.origin();
            stored.put(batch.stream(), there);
        }
        for (Append append : batch.appends()) {
            long first = there.tree.size();
            int count = append.entries().size();
            append.key()
                    .ifPresent(key -> there.made.put(
                            key, new Made(first, count, append.request().orElse(""))));
            for (Entry entry : append.entries()) {
                there.entries.add(entry);
                there.tree.append(Merkle.leaf(entry.header()));
            }
        }
        there.epoch = batch.epoch();
        there.recordedAt = batch.recordedAt();
        there.nextAlarm = batch.nextAlarm();
        return CompletableFuture.completedFuture(
                new Committed(tip(batch.stream()), receipts(batch.stream(), batch.expected(), there.tree.size())));
    }

    @Override
    public synchronized Optional<Made> find(StreamId stream, String key) {
        return Optional.ofNullable(
                stored.getOrDefault(stream, new Stored()).made.get(key));
    }

    @Override
    public synchronized List<String> receipts(StreamId stream, long from, long to) {
        Tip tip = tip(stream);
        return LongStream.range(from, Math.min(to, tip.size()))
                .mapToObj(seq -> "c2sp.org/tlog-proof@v1\nindex " + seq + "\n"
                        + String.join("\n", inclusion(stream, seq, tip.size())) + "\n\n" + tip.checkpoint())
                .toList();
    }

    @Override
    public synchronized List<String> inclusion(StreamId stream, long seq, long size) {
        return base64(stored.getOrDefault(stream, new Stored()).tree.inclusion(seq, size));
    }

    @Override
    public synchronized List<String> consistency(StreamId stream, long from, long to) {
        return base64(stored.getOrDefault(stream, new Stored()).tree.consistency(from, to));
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream()
                .map(hash -> Base64.getEncoder().encodeToString(hash.bytes()))
                .toList();
    }

    @Override
    public String verifierKey(String origin) {
        return origin + "+00000000+unsigned";
    }

    @Override
    public synchronized Map<StreamId, Instant> alarms() {
        Map<StreamId, Instant> alarms = new HashMap<>();
        stored.forEach((stream, there) -> there.nextAlarm.ifPresent(at -> alarms.put(stream, at)));
        return Map.copyOf(alarms);
    }

    @Override
    public void close() {}
}
