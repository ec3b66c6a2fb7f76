package muster.ledger;

import java.util.List;
import java.util.Optional;
import muster.kernel.Malformed;

/// A checkpoint or receipt that was kept elsewhere. What it says of a log counts only if that log's key signed it.
///
/// @param receipt the whole receipt, where it is one
record Anchor(SignedNote note, Checkpoint checkpoint, Optional<TlogProof> receipt) {
    /// @throws Malformed if it is no checkpoint
    static Anchor ofCheckpoint(String text) {
        SignedNote note = SignedNote.parse(text);
        return new Anchor(note, Checkpoint.parse(note.text()), Optional.empty());
    }

    /// @throws Malformed if it is no receipt
    static Anchor ofReceipt(String text) {
        TlogProof proof = TlogProof.parse(text);
        return new Anchor(proof.note(), proof.checkpoint(), Optional.of(proof));
    }

    String name() {
        return receipt.isPresent() ? "receipt" : "checkpoint";
    }

    boolean isOf(String origin) {
        return checkpoint.origin().equals(origin);
    }

    boolean isSignedBy(VerifierKey key) {
        return note.verify(List.of(key)) instanceof SignedNote.Signed;
    }
}
