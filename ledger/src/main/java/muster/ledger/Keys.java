package muster.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.kernel.Digest;
import muster.kernel.Entropy;
import muster.kernel.Malformed;
import muster.kernel.Secret;

/// The secrets of an instance, in a directory of their own outside the data directory: mode 0700, files 0600.
/// Made together or not at all: a new key beside old ones would silently forget what was done under the lost
/// one.
///
/// Each file is one line: what the key is for, 32 random bytes in base64url, and a check of both, so that a
/// damaged key or one in another's place is noticed before anything is signed with it.
///
/// @param signer signs checkpoints
/// @param requests keys the HMACs of idempotency keys
/// @param tokens keys the tokens of sessions and sign-in links
public record Keys(CheckpointSigner signer, Secret requests, Secret tokens) {
    private static final List<String> USES = List.of("checkpoints", "requests", "tokens");
    private static final int LENGTH = 32;

    /// Where the keys of a data directory lie unless somebody says otherwise: beside it, so that copies of the
    /// data can travel.
    public static Path beside(Path data) {
        Path absolute = data.toAbsolutePath().normalize();
        return absolute.resolveSibling(absolute.getFileName() + ".keys");
    }

    /// Reads the keys of the directory; makes all of them where there is none.
    ///
    /// @throws IOException in words if a key is missing, damaged, or open to others, or cannot be read or made
    public static Keys in(Path directory, Entropy entropy) throws IOException {
        if (USES.stream().noneMatch(use -> Files.exists(file(directory, use)))) {
            make(directory, entropy);
        }
        checkPrivate(directory);
        return new Keys(
                new CheckpointSigner(read(directory, "checkpoints")),
                new Secret(read(directory, "requests")),
                new Secret(read(directory, "tokens")));
    }

    private static Path file(Path directory, String use) {
        return directory.resolve(use + ".key");
    }

    /// Written in a directory beside, which is then given its name: a crash leaves all keys or none.
    private static void make(Path directory, Entropy entropy) throws IOException {
        Path parent = directory.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new IOException("The keys cannot lie in " + directory + ".");
        }
        Files.createDirectories(parent);
        if (Files.exists(directory) && !isEmpty(directory)) {
            throw new IOException("The keys cannot be made in " + directory + ": there is something else in it.");
        }
        Path aside = Files.createTempDirectory(parent, ".keys", ofOwner(parent, "rwx------"));
        for (String use : USES) {
            byte[] line = line(use, Digest.text(entropy.bytes(LENGTH))).getBytes(StandardCharsets.US_ASCII);
            try (FileChannel out = FileChannel.open(
                    file(aside, use),
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ofOwner(parent, "rw-------"))) {
                out.write(ByteBuffer.wrap(line));
                out.force(true);
            }
        }
        flush(aside);
        try {
            // takes the place of an empty directory, of no other
            Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            for (String use : USES) {
                Files.deleteIfExists(file(aside, use));
            }
            Files.deleteIfExists(aside);
            throw new IOException("The keys cannot be made in " + directory + ": " + e.getMessage(), e);
        }
        flush(parent);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.findAny().isEmpty();
        }
    }

    private static String line(String use, String secret) {
        return use + " " + secret + " " + check(use, secret) + "\n";
    }

    private static String check(String use, String secret) {
        return Digest.key(use, secret).substring(0, 8);
    }

    private static FileAttribute<?>[] ofOwner(Path where, String mode) {
        return isPosix(where)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    /// So that the name survives a power cut like what it names.
    static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void checkPrivate(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        boolean open = found.stream().anyMatch(one -> !one.name().startsWith("OWNER"));
        if (open) {
            throw new IOException(path + " is open to others than its owner (" + PosixFilePermissions.toString(found)
                    + "). Take that away with chmod go= and think about who may have read the key.");
        }
    }

    private static byte[] read(Path directory, String use) throws IOException {
        Path file = file(directory, use);
        if (!Files.isRegularFile(file)) {
            throw new IOException("The key " + file + " is missing. Put it back from your copy of the keys; a new one"
                    + " in its place would not fit the record.");
        }
        checkPrivate(file);
        return secret(Files.readString(file, StandardCharsets.ISO_8859_1), use)
                .orElseThrow(() -> new IOException("The key " + file + " is damaged. Put it back from your copy of the"
                        + " keys; a new one in its place would not fit the record."));
    }

    private static Optional<byte[]> secret(String text, String use) {
        List<String> words = Arrays.asList(text.strip().split(" ", -1));
        if (words.size() != 3 || !words.get(0).equals(use) || !words.get(2).equals(check(use, words.get(1)))) {
            return Optional.empty();
        }
        try {
            return Optional.of(StrictBase64.decodeUrl("key", words.get(1))).filter(secret -> secret.length == LENGTH);
        } catch (Malformed damaged) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "(keys)";
    }
}
