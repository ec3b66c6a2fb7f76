package muster.ledger;

import java.time.Instant;
import muster.kernel.Malformed;

/// Signs, as a witness, to have seen a checkpoint and to know nothing that contradicts it (type 0x04). Safe
/// for any thread.
///
/// The danger is in calling it: a cosignature says that the checkpoint continues the last one of its origin,
/// so the caller has checked that *and* stored the new one, in one atomic step, before it signs. The signed
/// message does not contain the witness's name: one seed, one witness. The private text is that of a
/// [NoteSigner] with type 0x04.
public final class Cosigner {

    private final SigningKey key;

    private Cosigner(SigningKey key) {
        this.key = key;
    }

    /// The witness of a seed of 32 secret random bytes (RFC 8032).
    ///
    /// @throws Malformed if the name may not stand in a note, or the seed has another length
    public static Cosigner of(String name, byte[] seed) {
        return new Cosigner(SigningKey.of(name, VerifierKey.Type.COSIGNATURE, seed));
    }

    /// Reads a private text.
    ///
    /// @throws Malformed if it is none, or one of another type
    public static Cosigner parse(String privateText) {
        return new Cosigner(SigningKey.parse(VerifierKey.Type.COSIGNATURE, privateText));
    }

    /// The private text, secret.
    public String privateText() {
        return key.text();
    }

    /// What others check the cosignatures with.
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    /// The line that goes under the checkpoint's note; fractions of a second are dropped.
    ///
    /// @throws Malformed if the time is before 1970
    public NoteSignature cosign(Checkpoint checkpoint, Instant seen) {
        long seconds = seen.getEpochSecond();
        if (seconds < 0) {
            throw new Malformed("time", "A cosignature cannot be from before 1970.");
        }
        return NoteSignature.of(verifierKey(), Cosignature.sign(key, checkpoint.text(), seconds));
    }

    @Override
    public String toString() {
        return "Cosigner[" + verifierKey() + "]";
    }
}
