package muster.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// SHA-256 and how this house spells it: base64url without padding, 43 characters.
public final class Digest {
    /// Never fed: copied for each use, because finding an implementation takes as long as hashing with it.
    private static final MessageDigest FRESH = fresh();

    private Digest() {}

    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = (MessageDigest) FRESH.clone();
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("SHA-256 of Java can be copied", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// The digest of stored bytes, as entries spell it.
    public static String of(byte[] stored) {
        return text(sha256(stored));
    }

    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A key for something that happens once: the digest of its parts, unambiguous because each is preceded
    /// by its length.
    public static String key(String... parts) {
        StringBuilder all = new StringBuilder();
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
        return of(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
