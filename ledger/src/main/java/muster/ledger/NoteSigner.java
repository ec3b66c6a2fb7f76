package muster.ledger;

import java.nio.charset.StandardCharsets;

/// Signs notes, such as the checkpoints of a log, with an Ed25519 key (type 0x01). Safe for any thread.
///
/// The private text is `PRIVATE+KEY+name+key id in hex+base64(0x01 ‖ 32-byte seed)`, as other implementations of
/// signed notes write it. Whoever reads it can sign as this log.
public final class NoteSigner {

    private final SigningKey key;

    private NoteSigner(SigningKey key) {
        this.key = key;
    }

    /// The signer of a seed of 32 secret random bytes (RFC 8032); the same seed is always the same key.
    ///
    /// @throws muster.kernel.Malformed if the name may not stand in a note, or the seed has another length
    public static NoteSigner of(String name, byte[] seed) {
        return new NoteSigner(SigningKey.of(name, VerifierKey.Type.ED25519, seed));
    }

    /// Reads a private text.
    ///
    /// @throws muster.kernel.Malformed if it is none, or one of another type
    public static NoteSigner parse(String privateText) {
        return new NoteSigner(SigningKey.parse(VerifierKey.Type.ED25519, privateText));
    }

    /// The private text, secret.
    public String privateText() {
        return key.text();
    }

    /// What others check the signatures with.
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    NoteSignature sign(String text) {
        return NoteSignature.of(verifierKey(), key.sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "NoteSigner[" + verifierKey() + "]";
    }
}
