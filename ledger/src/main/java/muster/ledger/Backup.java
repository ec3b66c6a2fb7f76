package muster.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;

/// Copies a record while it is in use, and puts a copy back. Keys are not part of a copy.
public final class Backup {
    private Backup() {}

    /// Copies the record of a data directory, as it stands at one moment, into an empty directory.
    ///
    /// @throws IOException in words if the target is not empty or the copy fails; nothing half done is left then
    public static void copy(Path directory, Path to) throws IOException {
        Path from = directory.resolve(DataDirectory.JOURNAL);
        if (!Files.exists(from)) {
            throw new IOException("There is no record in " + directory + ".");
        }
        empty(to);
        Path target = to.resolve(DataDirectory.JOURNAL);
        try (Connection connection = SqliteStore.connect(from, false);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(target);
            throw new IOException("The record of " + directory + " cannot be copied: " + e.getMessage(), e);
        }
        flush(target);
        flush(to);
    }

    /// Makes a data directory of a copy.
    ///
    /// @throws IOException in words if there is no copy, or the target is not empty
    public static void restore(Path copy, Path directory) throws IOException {
        Path from = copy.resolve(DataDirectory.JOURNAL);
        if (!Files.exists(from)) {
            throw new IOException("There is no copy of a record in " + copy + ".");
        }
        empty(directory);
        Path target = directory.resolve(DataDirectory.JOURNAL);
        Files.copy(from, target);
        flush(target);
        flush(directory);
    }

    private static void empty(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> inside = Files.list(directory)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(directory + " is not empty.");
            }
        }
    }

    private static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
