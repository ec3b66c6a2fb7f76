package muster.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// The format of a cosignature (C2SP cosignature/v1): 8 big-endian bytes of POSIX time, then the signature over a
/// header,
/// that time and the text of the checkpoint.
final class Cosignature {
    private Cosignature() {}

    static byte[] sign(SigningKey key, String checkpoint, long seconds) {
        byte[] signature = key.sign(message(checkpoint, seconds));
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /// When the key's owner says to have seen the checkpoint; empty if the signature is bad.
    static Optional<Instant> verify(VerifierKey key, String checkpoint, byte[] signature) {
        if (signature.length <= Long.BYTES) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        // later than year one billion an Instant cannot be; no clock of a witness says so
        boolean possible = seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
        return possible && key.verifies(message(checkpoint, seconds), rest)
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    private static byte[] message(String checkpoint, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + checkpoint).getBytes(StandardCharsets.UTF_8);
    }
}
