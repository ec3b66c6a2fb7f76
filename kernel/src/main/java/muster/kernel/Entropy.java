package muster.kernel;

import java.security.SecureRandom;

/// Where ids and salts come from; the simulation has its own. Thread-safe.
public interface Entropy {
    byte[] bytes(int count);

    default Id id() {
        return Id.of(bytes(16));
    }

    /// Unpredictable bytes of this machine.
    static Entropy ofMachine() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
