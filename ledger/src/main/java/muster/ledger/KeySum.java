package muster.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/// Tells in constant memory whether two lots of idempotency keys are the same, in whatever order they come: the
/// sums of the keyed hashes of their rows. The secret is made for one verification, so nobody can have prepared
/// rows whose sums agree. One thread.
final class KeySum {
    /// Length of the secret.
    static final int SECRET = 16;

    private static final byte BETWEEN = 0;

    private final MessageDigest digest = Merkle.sha256();
    private final ByteBuffer start = ByteBuffer.allocate(SECRET + Integer.BYTES + Long.BYTES + Integer.BYTES);
    private final byte[] hash = new byte[Hash.LENGTH];
    private final long[] sums = new long[Hash.LENGTH / Long.BYTES];
    private boolean strange;

    KeySum(byte[] secret) {
        start.put(secret);
    }

    /// One row.
    ///
    /// @param key bytes of the key, `keyFrom` to `keyTo - 1`; the request likewise
    void add(
            long stream,
            byte[] key,
            int keyFrom,
            int keyTo,
            long first,
            long count,
            byte[] request,
            int requestFrom,
            int requestTo) {
        strange |= (int) stream != stream || (int) count != count;
        start.position(SECRET).putInt((int) stream).putLong(first).putInt((int) count);
        digest.update(start.array());
        digest.update(key, keyFrom, keyTo - keyFrom);
        // stored JSON has no such byte, so there is one way to read what is hashed
        digest.update(BETWEEN);
        digest.update(request, requestFrom, requestTo - requestFrom);
        Merkle.digest(digest, hash);
        ByteBuffer words = ByteBuffer.wrap(hash);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += words.getLong();
        }
    }

    boolean agrees(KeySum other) {
        return !strange && !other.strange && Arrays.equals(sums, other.sums);
    }
}
