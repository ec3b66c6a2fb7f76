package muster.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import muster.kernel.Entropy;
import muster.kernel.Secret;

/// The secrets of an instance, in a directory of their own outside the data directory: mode 0700, files 0600,
/// 32 random bytes each as one line of base64.
///
/// @param signer signs checkpoints
/// @param requests keys the HMACs of idempotency keys
/// @param tokens keys the tokens of sessions and sign-in links
public record Keys(CheckpointSigner signer, Secret requests, Secret tokens) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    private static final int LENGTH = 32;

    /// Reads the keys of the directory, making the directory and what is missing in it.
    ///
    /// @throws IOException in words if a key is damaged, readable by others, or cannot be read or made
    public static Keys in(Path directory, Entropy entropy) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (Files.getPosixFilePermissions(directory).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(
                    "The directory of keys " + directory + " can be changed by others than its owner: chmod 700 it.");
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
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("The key " + file + " can be read by others than its owner: chmod 600 it.");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IOException("The key " + file + " is damaged: it is not one line of base64.", e);
        }
        if (key.length != LENGTH) {
            throw new IOException(
                    "The key " + file + " is damaged: it has " + key.length + " bytes, not " + LENGTH + ".");
        }
        return key;
    }

    /// A key is whole or not there, and never replaced: written aside, flushed, and then given its name,
    /// unless somebody else was faster. Its name is flushed too: a record that was begun with a key that is
    /// lost cannot be continued.
    private static void make(Path file, Entropy entropy) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path aside = Files.createTempFile(directory, "new", ".key", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            String text = Base64.getEncoder().encodeToString(entropy.bytes(LENGTH)) + "\n";
            Files.writeString(aside, text, StandardOpenOption.SYNC);
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException faster) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(aside, file);
        } finally {
            Files.deleteIfExists(aside);
        }
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }
}
