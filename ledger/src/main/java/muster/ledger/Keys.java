package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import muster.kernel.Entropy;
import muster.kernel.Secret;

/// The secrets of an instance, in a directory of their own outside the data directory: mode 0700, files 0600, 32 random
/// bytes each as one line of base64.
///
/// @param signer signs checkpoints
/// @param requests keys the HMACs of idempotency keys
/// @param tokens keys the tokens of sessions and sign-in links
public record Keys(CheckpointSigner signer, Secret requests, Secret tokens) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int LENGTH = 32;

    /// Reads the keys of the directory, making the directory and what is missing in it.
    ///
    /// @throws IOException in words if a key is damaged, readable by others, or cannot be read or made
    public static Keys in(Path directory, Entropy entropy) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return new Keys(
                new CheckpointSigner(key(directory.resolve("checkpoints.key"), entropy)),
                new Secret(key(directory.resolve("requests.key"), entropy)),
                new Secret(key(directory.resolve("tokens.key"), entropy)));
    }

    private static byte[] key(Path file, Entropy entropy) throws IOException {
        if (!Files.exists(file)) {
            make(file, entropy);
        }
        if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
            throw new IOException("The key " + file + " can be read by others than its owner: chmod 600 it.");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("The key " + file + " is damaged: it is not one line of base64.");
        }
        if (key.length != LENGTH) {
            throw new IOException(
                    "The key " + file + " is damaged: it has " + key.length + " bytes, not " + LENGTH + ".");
        }
        return key;
    }

    /// A key is whole or not there: written aside, flushed, then given its name.
    private static void make(Path file, Entropy entropy) throws IOException {
        Path aside =
                Files.createTempFile(file.getParent(), "new", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        String text = Base64.getEncoder().encodeToString(entropy.bytes(LENGTH)) + "\n";
        Files.writeString(aside, text, StandardOpenOption.SYNC);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
