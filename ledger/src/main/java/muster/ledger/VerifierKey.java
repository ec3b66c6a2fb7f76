package muster.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import muster.kernel.Digest;
import muster.kernel.Malformed;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A public key that notes are checked with, in the text form of C2SP signed-note (a *vkey*):
/// `name+key id in hex+base64(type ‖ public key)`.
public final class VerifierKey {

    private final String name;
    private final Type type;
    private final int id;
    private final byte[] publicKey;
    private final Ed25519.PublicPoint point;

    private VerifierKey(String name, Type type, byte[] publicKey) {
        this.name = Lines.checkedName(name);
        this.type = type;
        this.publicKey = publicKey.clone();
        this.id = id(name, type, publicKey);
        if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new Malformed("vkey", "An Ed25519 public key has 32 bytes, not " + publicKey.length + ".");
        }
        // also refuses points of small order, under which one signature fits many messages
        Ed25519.PublicPoint valid = Ed25519.validatePublicKeyFullExport(publicKey, 0);
        if (valid == null) {
            throw new Malformed("vkey", "This is not the public key of any Ed25519 key pair.");
        }
        this.point = valid;
    }

    /// The key of the given 32 bytes (RFC 8032).
    ///
    /// @throws Malformed if the name may not stand in a note, or the bytes are no public key
    public static VerifierKey of(String name, Type type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey);
    }

    /// Reads a vkey.
    ///
    /// @throws Malformed if a part is missing, the type is unknown, or the key id does not belong to name and key
    public static VerifierKey parse(String vkey) {
        KeyText text = KeyText.parse("vkey", vkey);
        VerifierKey key = new VerifierKey(text.name(), text.type(), text.key());
        if (!key.idHex().equals(text.idHex())) {
            throw new Malformed(
                    "vkey", "The key id is " + text.idHex() + " but name and key make " + key.idHex() + ".");
        }
        return key;
    }

    /// The vkey text.
    public String text() {
        return new KeyText(name, idHex(), type, publicKey).text();
    }

    /// What signature lines of this key start with.
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /// The first four bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key).
    public int id() {
        return id;
    }

    /// A copy of the 32 bytes.
    public byte[] publicKey() {
        return publicKey.clone();
    }

    String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    /// Whether the line claims to be of this key; name and id together tell.
    boolean claims(NoteSignature signature) {
        return signature.keyId() == id && signature.name().equals(name);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }

    private static int id(String name, Type type, byte[] publicKey) {
        byte[] digest = Digest.sha256(
                name.getBytes(StandardCharsets.UTF_8), new byte[] {'\n', (byte) type.number()}, publicKey);
        return ByteBuffer.wrap(digest).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && type == that.type
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return text();
    }

    /// What a key signs, and so what its signatures look like.
    public enum Type {
        /// The text of the note itself: 64 bytes.
        ED25519(0x01),
        /// That a witness saw the checkpoint at a time (cosignature/v1): 8 bytes of time, 64 bytes of signature.
        COSIGNATURE(0x04);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        static Type of(String field, int number) {
            for (Type type : values()) {
                if (type.number == number) {
                    return type;
                }
            }
            throw new Malformed(field, "The key type 0x" + HexFormat.of().toHexDigits((byte) number) + " is unknown.");
        }
    }
}
