package muster.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Signs the checkpoints of all streams of a ledger with one Ed25519 key; the key's name on a checkpoint is
/// its origin line, as C2SP asks. Thread-safe.
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

    /// Whether the note carries our signature under this origin.
    boolean signed(String note, String origin) {
        return SignedNote.parse(note).verify(List.of(verifierKey(origin))) instanceof SignedNote.Signed;
    }

    /// The checkpoint in a stored note.
    static Checkpoint read(String note) {
        return Checkpoint.parse(SignedNote.parse(note).text());
    }

    @Override
    public String toString() {
        return "(signer)";
    }
}
