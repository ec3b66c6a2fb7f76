package muster.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// The journal over a [Store]: groups what waits into one commit, grows the trees, signs one checkpoint for each
/// touched stream, and hands out receipts only after everything is on stable storage.
///
/// What is stored is the only truth. Before a stream is served for the first time, and whenever it has grown by
/// somebody else's hand, its entries are held against its checkpoint and our key; a stream that does not hold is
/// not served. After a failed commit nothing is answered, appends and reads alike, before the store has been
/// opened again and read; while it cannot be, every call tries once more.
public final class LedgerJournal implements Journal {
    private static final long MOST_LEAVES = 1 << 20;

    private final Store store;
    private final CheckpointSigner signer;
    private final Trees trees;
    private final Commits commits;

    /// @param store owned by the journal from now on
    /// @param commits runs commits; one platform thread, because a native call would pin a virtual one, or the
    ///     calling thread
    public LedgerJournal(Store store, CheckpointSigner signer, Executor commits) {
        this(store, signer, commits, MOST_LEAVES);
    }

    /// @param mostLeaves how many leaves of trees may stay in memory
    LedgerJournal(Store store, CheckpointSigner signer, Executor commits, long mostLeaves) {
        this.store = store;
        this.signer = signer;
        this.trees = new Trees(store, signer, mostLeaves);
        this.commits = new Commits(store, signer, trees, commits);
    }

    @Override
    public List<StreamId> streams() {
        return reading(() -> store.rows().stream()
                .map(Store.Row::stream)
                .sorted(Comparator.comparing((StreamId stream) -> !stream.isOrganisation())
                        .thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    @Override
    public Tip tip(StreamId stream) {
        return reading(() -> tip(stream, trees.of(stream).present()));
    }

    static Tip tip(StreamId stream, Optional<Store.Row> row) {
        if (row.isEmpty()) {
            return new Tip(stream, 1, 0, Merkle.emptyRoot().base64Url(), Instant.EPOCH, "");
        }
        Store.Row there = row.get();
        return tip(
                there,
                Checkpoint.parse(SignedNote.parse(there.checkpoint()).text()).root());
    }

    static Tip tip(Store.Row row, Hash root) {
        return new Tip(row.stream(), row.epoch(), row.size(), root.base64Url(), row.recordedAt(), row.checkpoint());
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) {
        reading(() -> {
            store.read(stream, from, to, into);
            return true;
        });
    }

    @Override
    public CompletableFuture<Appended> append(Batch batch) {
        return commits.append(batch);
    }

    @Override
    public Optional<Made> find(StreamId stream, String key) {
        return reading(() -> store.find(stream, key));
    }

    @Override
    public List<String> receipts(StreamId stream, long from, long to) {
        return proving(stream, tree -> {
            Optional<Store.Row> row = tree.known();
            return row.isEmpty() ? List.of() : tree.receipts(row.get(), from, to);
        });
    }

    @Override
    public List<String> inclusion(StreamId stream, long seq, long size) {
        return proving(stream, tree -> texts(tree.inclusion(seq, size)));
    }

    @Override
    public List<String> consistency(StreamId stream, long from, long to) {
        return proving(stream, tree -> texts(tree.consistency(from, to)));
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    private interface Proving {
        List<String> with(StreamTree tree) throws Store.Fault;
    }

    private List<String> proving(StreamId stream, Proving what) {
        List<String> proof = reading(() -> {
            StreamTree tree = trees.of(stream);
            tree.present();
            return what.with(tree);
        });
        commits.slim();
        return proof;
    }

    @Override
    public String verifierKey(String origin) {
        return signer.verifierKey(origin).text();
    }

    @Override
    public Map<StreamId, Instant> alarms() {
        Map<StreamId, Instant> alarms = new TreeMap<>();
        reading(store::rows).forEach(row -> row.nextAlarm().ifPresent(due -> alarms.put(row.stream(), due)));
        return alarms;
    }

    private interface Reading<T> {
        T of() throws Store.Fault;
    }

    private <T> T reading(Reading<T> what) {
        try {
            commits.settle();
            return what.of();
        } catch (Store.Fault fault) {
            throw new JournalUnavailable(fault.words(), fault);
        }
    }

    /// Lets the commit that runs come to its end; what waits behind it is answered as not appended.
    @Override
    public void close() {
        commits.close();
    }
}
