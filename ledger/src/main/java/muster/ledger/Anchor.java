package muster.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A checkpoint or receipt that was kept elsewhere, and whether the record still agrees with it.
final class Anchor {
    private final SignedNote note;
    private final Checkpoint checkpoint;
    private final Optional<TlogProof> receipt;
    private @Nullable Hash rootThere;
    private @Nullable Hash leafThere;
    private boolean used;

    private Anchor(SignedNote note, Optional<TlogProof> receipt) {
        this.note = note;
        this.checkpoint = Checkpoint.parse(note.text());
        this.receipt = receipt;
    }

    static Anchor ofCheckpoint(String text) {
        return new Anchor(SignedNote.parse(text), Optional.empty());
    }

    static Anchor ofReceipt(String text) {
        TlogProof proof = TlogProof.parse(text);
        return new Anchor(proof.note(), Optional.of(proof));
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    boolean used() {
        return used;
    }

    boolean isOf(String origin) {
        return checkpoint.origin().equals(origin);
    }

    /// Looks at each entry on the way.
    void pass(long seq, Hash leaf, Frontier after) {
        if (after.size() == checkpoint.size()) {
            rootThere = after.root();
        }
        if (receipt.isPresent() && receipt.get().index() == seq) {
            leafThere = leaf;
        }
    }

    /// What is wrong, once all entries have passed.
    ///
    /// @param key the key that the ledger says is its own
    Optional<Finding> judge(String stream, long size, VerifierKey key) {
        used = true;
        if (!(note.verify(List.of(key)) instanceof SignedNote.Signed)) {
            return Optional.of(Finding.somewhere(
                    stream, 0, size, "the outside checkpoint is signed by another key than this ledger's"));
        }
        if (checkpoint.size() > size) {
            return Optional.of(Finding.somewhere(
                    stream,
                    size,
                    checkpoint.size() - 1,
                    "the record was rolled back: an outside checkpoint has " + checkpoint.size() + " entries"));
        }
        if (checkpoint.size() > 0 && (rootThere == null || !rootThere.equals(checkpoint.root()))) {
            return Optional.of(Finding.somewhere(
                    stream, 0, checkpoint.size() - 1, "the history is not the one an outside checkpoint signed"));
        }
        if (receipt.isPresent()
                && (leafThere == null
                        || !(receipt.get().verify(checkpoint.origin(), leafThere, List.of(key))
                                instanceof TlogProof.Proved))) {
            return Optional.of(
                    Finding.tampered(stream, receipt.get().index(), "the entry is not the one the receipt is for"));
        }
        return Optional.empty();
    }
}
