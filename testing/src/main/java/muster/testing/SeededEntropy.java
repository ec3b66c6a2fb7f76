package muster.testing;

import java.util.SplittableRandom;
import muster.kernel.Entropy;

/// Ids and salts that come out the same in every run. Thread-safe.
public final class SeededEntropy implements Entropy {
    private final SplittableRandom random;

    public SeededEntropy(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public synchronized byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
