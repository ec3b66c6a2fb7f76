package muster.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import muster.kernel.Malformed;

/// Signs the checkpoints of all streams of a ledger with one Ed25519 key; the key's name on a checkpoint is its
/// origin line, as C2SP asks. Thread-safe; never shows its secret.
public final class CheckpointSigner {
    private final byte[] seed;
    private final Map<String, NoteSigner> byOrigin = new ConcurrentHashMap<>();

    /// @param seed the 32 secret bytes of the key
    public CheckpointSigner(byte[] seed) {
        this.seed = seed.clone();
    }

    private NoteSigner of(String origin) {
        return byOrigin.computeIfAbsent(origin, name -> NoteSigner.of(name, seed));
    }

    /// The public key under the name of an origin.
    public VerifierKey verifierKey(String origin) {
        return of(origin).verifierKey();
    }

    /// The checkpoint as a signed note.
    String sign(Checkpoint checkpoint) {
        return SignedNote.sign(checkpoint.text(), of(checkpoint.origin())).encoded();
    }

    /// The checkpoint in a stored note, if we signed it for this origin.
    Optional<Checkpoint> verified(String note, String origin) {
        try {
            SignedNote parsed = SignedNote.parse(note);
            Checkpoint checkpoint = Checkpoint.parse(parsed.text());
            boolean ours = checkpoint.origin().equals(origin)
                    && parsed.verify(List.of(verifierKey(origin))) instanceof SignedNote.Signed;
            return ours ? Optional.of(checkpoint) : Optional.empty();
        } catch (Malformed damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "(signer)";
    }
}
