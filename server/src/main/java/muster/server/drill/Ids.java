package muster.server.drill;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import muster.kernel.Digest;
import muster.kernel.Id;

/// Ids, keys and dice of one play: the same for the same play and name.
///
/// @param play stands for the play: its seed, and what tells it from other plays of the same seed
/// @param seed for the dice alone, so that plays of one seed on one server go the same way
public record Ids(String play, long seed) {
    public Id id(String name) {
        return Id.of(Arrays.copyOf(hash(play, name), 16));
    }

    /// An idempotency key.
    String key(String name) {
        return UUID.nameUUIDFromBytes(hash(play, "key " + name)).toString();
    }

    /// From 0 to 1, the same for the same name.
    double roll(String name) {
        byte[] hash = hash(Long.toString(seed), name);
        long bits = 0;
        for (int i = 0; i < 7; i++) {
            bits = (bits << 8) | (hash[i] & 0xff);
        }
        return (bits >>> 3) * 0x1.0p-53;
    }

    private static byte[] hash(String first, String second) {
        return Digest.sha256((first.length() + ":" + first + second).getBytes(StandardCharsets.UTF_8));
    }
}
