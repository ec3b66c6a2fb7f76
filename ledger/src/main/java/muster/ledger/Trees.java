package muster.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import muster.kernel.StreamId;

/// The Merkle trees of the streams that are in use, built from the stored headers and checked against the
/// stored checkpoint before anything is proved with them. They hold what is durable and nothing else.
/// Thread-safe; streams do not wait for each other.
final class Trees {
    private final Store store;
    private final CheckpointSigner signer;
    private final Map<StreamId, Grown> trees = new ConcurrentHashMap<>();

    /// A tree and what is needed to go on from it; guarded by itself.
    private static final class Grown {
        private final MerkleTree tree = new MerkleTree();
        private Frontier frontier = Frontier.empty();

        private void append(Hash leaf) {
            tree.append(leaf);
            frontier = frontier.append(leaf);
        }
    }

    Trees(Store store, CheckpointSigner signer) {
        this.store = store;
        this.signer = signer;
    }

    private Grown of(StreamId stream) {
        return trees.computeIfAbsent(stream, fresh -> new Grown());
    }

    /// Where an append to the stream goes on from: `expected` entries if there are so many, else what there are.
    ///
    /// @throws Store.Fault if the stored headers do not have the root that the stored checkpoint signed
    Frontier at(StreamId stream, long expected) throws Store.Fault {
        Grown grown = of(stream);
        synchronized (grown) {
            if (grown.frontier.size() != expected) {
                readOn(stream, grown);
            }
            return grown.frontier;
        }
    }

    /// Takes the leaves of a commit that is durable.
    ///
    /// @param expected where the stream stood before
    void passed(StreamId stream, long expected, List<Hash> leaves) {
        Grown grown = of(stream);
        synchronized (grown) {
            // whoever proved something meanwhile may have read them already
            if (grown.tree.size() == expected) {
                leaves.forEach(grown::append);
            }
        }
    }

    /// Reads what is stored beyond the tree.
    private void readOn(StreamId stream, Grown grown) throws Store.Fault {
        Store.Row row = store.row(stream).orElse(null);
        if (row == null || grown.tree.size() == row.size()) {
            return;
        }
        boolean sound = false;
        try {
            store.headers(stream, grown.tree.size(), row.size(), header -> grown.append(Merkle.leaf(header)));
            sound = grown.tree.size() == row.size() && signed(row, grown.frontier.root());
        } finally {
            if (!sound) {
                trees.remove(stream, grown);
            }
        }
        if (!sound) {
            throw new Store.Fault(
                    "The stored entries of " + stream + " are not what their checkpoint says; run muster verify.",
                    true,
                    new IllegalStateException("root mismatch"));
        }
    }

    private boolean signed(Store.Row row, Hash root) {
        return CheckpointSigner.read(row.checkpoint()).equals(Checkpoint.of(row.origin(), row.size(), root))
                && signer.signed(row.checkpoint(), row.origin());
    }

    void forgetAll() {
        trees.clear();
    }

    List<String> receipts(StreamId stream, long from, long to) throws Store.Fault {
        Store.Row row =
                store.row(stream).orElseThrow(() -> new IllegalArgumentException("there is no stream " + stream));
        return receipts(row, from, to);
    }

    /// Receipts under the checkpoint of the row.
    List<String> receipts(Store.Row row, long from, long to) throws Store.Fault {
        SignedNote note = SignedNote.parse(row.checkpoint());
        return proved(row.stream(), row.size(), tree -> {
            List<String> receipts = new ArrayList<>();
            for (long seq = from; seq < to; seq++) {
                receipts.add(
                        TlogProof.of(seq, tree.inclusion(seq, row.size()), note).text());
            }
            return receipts;
        });
    }

    List<String> inclusion(StreamId stream, long seq, long size) throws Store.Fault {
        return proved(stream, size, tree -> texts(tree.inclusion(seq, size)));
    }

    List<String> consistency(StreamId stream, long from, long to) throws Store.Fault {
        return proved(stream, to, tree -> texts(tree.consistency(from, to)));
    }

    private interface Proof {
        List<String> of(MerkleTree tree);
    }

    private List<String> proved(StreamId stream, long size, Proof proof) throws Store.Fault {
        Grown grown = of(stream);
        synchronized (grown) {
            if (grown.tree.size() < size) {
                readOn(stream, grown);
            }
            if (grown.tree.size() < size) {
                throw new IllegalArgumentException("there are only " + grown.tree.size() + " entries, not " + size);
            }
            return proof.of(grown.tree);
        }
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
