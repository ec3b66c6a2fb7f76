package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/// Copies a record while it is in use, and makes a data directory of a copy. A copy is a data directory like
/// any other, without a lock: `muster verify` reads it as it is. Keys are not part of it.
///
/// Restoring keeps the epoch: whatever was appended after the copy was made is lost, and anybody who holds a
/// later receipt can tell.
public final class Backup {
    private Backup() {}

    /// Copies the record of a data directory, as it stands at one moment, into an empty directory, flushes
    /// the copy and checks its bytes. Neither the running instance nor its readers wait.
    ///
    /// @throws IOException in words if the target is not empty or the copy fails, and then nothing is left of
    ///     it; also if the copy is not intact, and then it stays, because it is as good as the record is
    public static void copy(Path directory, Path to) throws IOException {
        duplicate(directory, to);
        Optional<String> wrong = wrong(to);
        if (wrong.isPresent()) {
            throw new IOException("The record is copied to " + to + ", but it is not intact: " + wrong.get());
        }
    }

    /// Makes a data directory of a copy, after checking the copy's bytes.
    ///
    /// @throws IOException in words if there is no copy or it is not intact, or the target is not empty
    public static void restore(Path copy, Path directory) throws IOException {
        checkThere(copy);
        Optional<String> wrong = wrong(copy);
        if (wrong.isPresent()) {
            throw new IOException("The copy in " + copy + " is not intact: " + wrong.get());
        }
        duplicate(copy, directory);
    }

    private static void checkThere(Path directory) throws IOException {
        if (!Files.isRegularFile(directory.resolve(DataDirectory.JOURNAL))) {
            throw new IOException("There is no record in " + directory + ".");
        }
    }

    private static void duplicate(Path from, Path to) throws IOException {
        checkThere(from);
        Files.createDirectories(to);
        try (Stream<Path> inside = Files.list(to)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(to + " is not empty.");
            }
        }
        Path target = to.resolve(DataDirectory.JOURNAL);
        try {
            SqliteFile.copy(from.resolve(DataDirectory.JOURNAL), target);
            Keys.flush(target);
            Keys.flush(to);
        } catch (SQLException | IOException e) {
            Files.deleteIfExists(target);
            throw new IOException("The record of " + from + " cannot be copied: " + e.getMessage(), e);
        }
    }

    private static Optional<String> wrong(Path directory) {
        Report report = Verifier.ofBytes().verify(directory, Optional.empty(), Optional.empty());
        return report.findings().stream().map(Finding::text).findFirst();
    }
}
