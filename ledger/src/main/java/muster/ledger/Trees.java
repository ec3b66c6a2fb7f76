package muster.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.StreamId;

/// The Merkle trees of the streams that are in use, built from the stored headers and checked against the stored
/// checkpoint before anything is proved with them. Thread-safe.
final class Trees {
    private final Store store;
    private final CheckpointSigner signer;
    private final Map<StreamId, MerkleTree> trees = new HashMap<>();

    Trees(Store store, CheckpointSigner signer) {
        this.store = store;
        this.signer = signer;
    }

    /// The tree of a stream, for the one who appends to it.
    ///
    /// @throws Store.Fault if the stored headers do not have the root that the stored checkpoint signed
    synchronized MerkleTree at(StreamId stream) throws Store.Fault {
        MerkleTree tree = trees.get(stream);
        if (tree == null) {
            tree = build(stream);
            trees.put(stream, tree);
        }
        return tree;
    }

    private MerkleTree build(StreamId stream) throws Store.Fault {
        MerkleTree tree = new MerkleTree();
        Optional<Store.Row> row = store.row(stream);
        if (row.isEmpty()) {
            return tree;
        }
        store.headers(stream, 0, row.get().size(), header -> tree.append(Merkle.leaf(header)));
        Checkpoint checkpoint = CheckpointSigner.read(row.get().checkpoint());
        boolean sound = tree.size() == row.get().size()
                && checkpoint.size() == tree.size()
                && checkpoint.origin().equals(row.get().origin())
                && checkpoint.root().equals(tree.root(tree.size()))
                && signer.signed(row.get().checkpoint(), row.get().origin());
        if (!sound) {
            throw new Store.Fault(
                    "The stored entries of " + stream + " are not what their checkpoint says; run muster verify.",
                    true,
                    new IllegalStateException("root mismatch"));
        }
        return tree;
    }

    synchronized void forget(StreamId stream) {
        trees.remove(stream);
    }

    synchronized void forgetAll() {
        trees.clear();
    }

    synchronized List<String> receipts(StreamId stream, long from, long to) throws Store.Fault {
        Store.Row row = store.row(stream).orElseThrow(() -> absent(stream));
        if (at(stream).size() < row.size()) {
            forget(stream);
        }
        return receipts(row, from, to);
    }

    /// Receipts under the checkpoint of the row, whose tree is at hand.
    synchronized List<String> receipts(Store.Row row, long from, long to) throws Store.Fault {
        MerkleTree tree = at(row.stream());
        SignedNote note = SignedNote.parse(row.checkpoint());
        List<String> receipts = new ArrayList<>();
        for (long seq = from; seq < to; seq++) {
            receipts.add(
                    TlogProof.of(seq, tree.inclusion(seq, row.size()), note).text());
        }
        return receipts;
    }

    synchronized List<String> inclusion(StreamId stream, long seq, long size) throws Store.Fault {
        return texts(upTo(stream, size).inclusion(seq, size));
    }

    synchronized List<String> consistency(StreamId stream, long from, long to) throws Store.Fault {
        return texts(upTo(stream, to).consistency(from, to));
    }

    private MerkleTree upTo(StreamId stream, long size) throws Store.Fault {
        if (at(stream).size() < size) {
            forget(stream);
        }
        MerkleTree tree = at(stream);
        long stored = store.row(stream).map(Store.Row::size).orElse(0L);
        if (size > stored) {
            throw new IllegalArgumentException("there are only " + stored + " entries, not " + size);
        }
        return tree;
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    private static Store.Fault absent(StreamId stream) {
        return new Store.Fault("There is no stream " + stream + ".", true, new IllegalStateException("absent"));
    }
}
