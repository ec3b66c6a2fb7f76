package muster.ledger;

import muster.kernel.Malformed;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A private Ed25519 key with the name and the type it signs as. It never shows itself in a message or a dump.
final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final byte[] publicKey;
    private final VerifierKey verifierKey;

    private SigningKey(String name, VerifierKey.Type type, byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new Malformed("private key", "The seed of an Ed25519 key has 32 bytes, not " + seed.length + ".");
        }
        this.seed = seed.clone();
        this.publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
        this.verifierKey = VerifierKey.of(name, type, publicKey);
    }

    static SigningKey of(String name, VerifierKey.Type type, byte[] seed) {
        return new SigningKey(name, type, seed);
    }

    static SigningKey parse(VerifierKey.Type type, String text) {
        if (!text.startsWith(PREFIX)) {
            throw new Malformed("private key", "The text of a private key begins with " + PREFIX + ".");
        }
        KeyText parts = KeyText.parse("private key", text.substring(PREFIX.length()));
        if (parts.type() != type) {
            throw new Malformed("private key", "This key is of type " + parts.type() + ", not " + type + ".");
        }
        SigningKey key = new SigningKey(parts.name(), type, parts.key());
        if (!key.verifierKey.idHex().equals(parts.idHex())) {
            throw new Malformed("private key", "The key id does not belong to name and key.");
        }
        return key;
    }

    String text() {
        return PREFIX + new KeyText(verifierKey.name(), verifierKey.idHex(), verifierKey.type(), seed).text();
    }

    VerifierKey verifierKey() {
        return verifierKey;
    }

    byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifierKey + "]";
    }
}
