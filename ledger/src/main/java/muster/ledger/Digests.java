package muster.ledger;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/// Compares stored bytes with the digests that other stored bytes say of them; leaves nothing behind for each of
/// millions of entries. One thread.
final class Digests {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final MessageDigest digest = Merkle.sha256();
    private final byte[] hash = new byte[Hash.LENGTH];
    private final byte[] spelled = new byte[HeaderText.DIGEST];

    /// Whether the digest of the stored bytes is spelled at that place of the text.
    boolean agree(byte[] stored, byte[] text, int at) {
        digest.update(stored);
        Merkle.digest(digest, hash);
        BASE64URL.encode(hash, spelled);
        return Arrays.equals(spelled, 0, spelled.length, text, at, at + spelled.length);
    }
}
