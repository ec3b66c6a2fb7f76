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

    /// It is of a stream that is there, whatever can be said of it.
    void use() {
        used = true;
    }

    /// Whether the key, under the name of this checkpoint, signed it.
    boolean isSignedBy(VerifierKey key) {
        return note.verify(List.of(named(key))) instanceof SignedNote.Signed;
    }

    private VerifierKey named(VerifierKey key) {
        return VerifierKey.of(checkpoint.origin(), VerifierKey.Type.ED25519, key.publicKey());
    }

    /// What is wrong, once all entries have passed.
    ///
    /// @param key the key that the ledger says is its own
    Optional<Finding> judge(String stream, long size, VerifierKey key) {
        used = true;
        SignedNote.Verdict verdict = note.verify(List.of(named(key)));
        if (verdict instanceof SignedNote.BadSignature) {
            return Optional.of(Finding.unproved(
                    stream, -1, "the outside checkpoint is damaged: its text is not the one that was signed"));
        }
        if (!(verdict instanceof SignedNote.Signed)) {
            return Optional.of(Finding.somewhere(
                    stream,
                    0,
                    Math.max(0, size - 1),
                    "the outside checkpoint is signed by another key than this ledger's"));
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
        // the tree is the one that was signed; a receipt that leads elsewhere is no receipt of it
        if (receipt.isPresent()
                && (leafThere == null
                        || !(receipt.get().verify(checkpoint.origin(), leafThere, List.of(key))
                                instanceof TlogProof.Proved))) {
            return Optional.of(Finding.unproved(
                    stream, receipt.get().index(), "the receipt is damaged: it does not lead to its own checkpoint"));
        }
        return Optional.empty();
    }
}
