package muster.ledger;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// What is known of one stream, checked: where it stands, the frontier of its tree, and the whole tree while
/// something has to be proved. The frontier is kept for ever, the tree can be dropped. Thread-safe.
final class StreamTree {
    private final StreamId stream;
    private final Store store;
    private final CheckpointSigner signer;
    private final LongConsumer weight;
    private Optional<Store.Row> row = Optional.empty();
    private Frontier frontier = Frontier.empty();
    private @Nullable MerkleTree tree;

    /// @param weight is told by how many leaves the memory in use changes
    StreamTree(StreamId stream, Store store, CheckpointSigner signer, LongConsumer weight) {
        this.stream = stream;
        this.store = store;
        this.signer = signer;
        this.weight = weight;
    }

    /// Where the stream stands now, after checking everything that is new to us against its checkpoint.
    ///
    /// @throws Store.Fault `REFUSED` if what is stored is not what was signed: the stream is not to be served
    synchronized Optional<Store.Row> present() throws Store.Fault {
        Optional<Store.Row> stored = store.row(stream);
        if (stored.equals(row)) {
            return row;
        }
        long size = stored.map(Store.Row::size).orElse(0L);
        if (size < frontier.size()) {
            throw damaged("only " + size + " of the " + frontier.size() + " entries that were there before are stored");
        }
        Growing growing = new Growing(frontier);
        store.headers(stream, frontier.size(), size, growing::add);
        Store.Row now = stored.orElseThrow();
        check(now, growing.frontier);
        row = stored;
        frontier = growing.frontier;
        return row;
    }

    private static final class Growing {
        private final MessageDigest digest = Merkle.sha256();
        private Frontier frontier;

        Growing(Frontier from) {
            this.frontier = from;
        }

        void add(byte[] header) {
            frontier = frontier.append(Merkle.leaf(digest, header), digest);
        }
    }

    private void check(Store.Row now, Frontier grown) throws Store.Fault {
        Optional<Checkpoint> checkpoint = signer.verified(now.checkpoint(), now.origin());
        if (checkpoint.isEmpty()) {
            throw damaged("its checkpoint is not signed by this Muster's key");
        }
        if (checkpoint.get().size() != now.size() || grown.size() != now.size()) {
            throw damaged("its checkpoint is over " + checkpoint.get().size() + " entries, " + grown.size()
                    + " are stored, and it says to have " + now.size());
        }
        if (!checkpoint.get().root().equals(grown.root())) {
            throw damaged("the stored entries are not those that its checkpoint was signed over");
        }
    }

    private Store.Fault damaged(String why) {
        String words = "The stream " + stream + " is not served: " + why + ". Run muster verify.";
        return new Store.Fault(Store.Fault.Kind.REFUSED, words, new IllegalStateException(why));
    }

    /// Where the stream stood when we last looked.
    synchronized Optional<Store.Row> known() {
        return row;
    }

    /// The frontier with these leaves added, for a checkpoint to be signed; nothing changes.
    ///
    /// @throws Store.Fault if the tree that the receipts will need cannot be read
    synchronized Frontier with(List<Hash> leaves) throws Store.Fault {
        whole();
        Frontier grown = frontier;
        MessageDigest digest = Merkle.sha256();
        for (Hash leaf : leaves) {
            grown = grown.append(leaf, digest);
        }
        return grown;
    }

    /// Takes over what is durable now, unless somebody has read it back already.
    synchronized void grown(Store.Row now, Frontier with, List<Hash> leaves) {
        if (frontier.size() + leaves.size() != with.size()) {
            return;
        }
        if (tree != null && tree.size() == frontier.size()) {
            leaves.forEach(tree::append);
            weight.accept(leaves.size());
        }
        row = Optional.of(now);
        frontier = with;
    }

    /// The tree, brought up to the frontier.
    private MerkleTree whole() throws Store.Fault {
        MerkleTree grown = tree == null ? new MerkleTree() : tree;
        long before = grown.size();
        if (before < frontier.size()) {
            drop();
            store.headers(stream, before, frontier.size(), header -> grown.append(Merkle.leaf(header)));
            if (grown.size() != frontier.size() || !grown.root(grown.size()).equals(frontier.root())) {
                throw damaged("the stored entries are not those that were there before");
            }
            weight.accept(grown.size());
        }
        tree = grown;
        return grown;
    }

    /// Receipts for entries `from..to-1` under the checkpoint of a row that the stream had or has.
    synchronized List<String> receipts(Store.Row under, long from, long to) throws Store.Fault {
        MerkleTree whole = whole();
        return LongStream.range(from, Math.min(to, under.size()))
                .mapToObj(seq -> TlogProof.text(seq, whole.inclusion(seq, under.size()), under.checkpoint()))
                .toList();
    }

    synchronized List<Hash> inclusion(long seq, long size) throws Store.Fault {
        return whole().inclusion(seq, size);
    }

    synchronized List<Hash> consistency(long from, long to) throws Store.Fault {
        return whole().consistency(from, to);
    }

    /// Lets go of the tree; it is built again when it is needed.
    synchronized void drop() {
        if (tree != null) {
            weight.accept(-tree.size());
        }
        tree = null;
    }
}
