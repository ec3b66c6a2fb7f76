package muster.ledger;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import muster.kernel.Digest;
import muster.kernel.Malformed;

/// A SHA-256 value: the hash of a leaf, of a node or of a whole tree.
public final class Hash {

    /// Length in bytes.
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] owned) {
        this.bytes = owned;
    }

    /// Copies exactly 32 bytes.
    ///
    /// @throws Malformed if there are more or fewer
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new Malformed("hash", "A hash has 32 bytes, not " + bytes.length + ".");
        }
        return new Hash(bytes.clone());
    }

    /// The SHA-256 of the parts, one after the other.
    public static Hash sha256(byte[]... parts) {
        return new Hash(Digest.sha256(parts));
    }

    /// The SHA-256 of what was given to the digest and the last part.
    static Hash sha256(MessageDigest digest, byte[] last) {
        return new Hash(digest.digest(last));
    }

    void updates(MessageDigest digest) {
        digest.update(bytes);
    }

    Hash ends(MessageDigest digest) {
        return sha256(digest, bytes);
    }

    /// Reads the standard alphabet with padding, as in checkpoints and proofs.
    public static Hash fromBase64(String text) {
        return of(StrictBase64.decode("hash", text));
    }

    /// Reads the alphabet of URLs without padding, as in entry headers.
    public static Hash fromBase64Url(String text) {
        return of(StrictBase64.decodeUrl("hash", text));
    }

    static Hash copyOf(byte[] from, int offset) {
        return new Hash(Arrays.copyOfRange(from, offset, offset + LENGTH));
    }

    void copyInto(byte[] into, int offset) {
        System.arraycopy(bytes, 0, into, offset, LENGTH);
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Standard alphabet with padding, 44 characters.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Alphabet of URLs without padding, 43 characters.
    public String base64Url() {
        return Digest.text(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
