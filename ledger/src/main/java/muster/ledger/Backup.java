package muster.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import muster.kernel.Malformed;

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
        place(to, aside -> {
            try (Connection connection = SqliteFile.reading(from)) {
                // what is written is another file; for SQLite that is writing all the same
                SqliteFile.run(connection, "PRAGMA query_only = OFF");
                try (PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
                    copy.setString(1, aside.toString());
                    copy.execute();
                }
            } catch (SQLException e) {
                throw new IOException("The record of " + directory + " cannot be copied: " + e.getMessage(), e);
            }
        });
    }

    /// Makes a data directory of a copy, after reading all of it: every tree must have the root that its
    /// checkpoint signed. Who signed it, and whether everybody was entitled, is the verifier's to say.
    ///
    /// @throws IOException in words if there is no copy, it is damaged, or the target is not empty
    public static void restore(Path copy, Path directory) throws IOException {
        Path from = copy.resolve(DataDirectory.JOURNAL);
        if (!Files.exists(from)) {
            throw new IOException("There is no copy of a record in " + copy + ".");
        }
        Path log = copy.resolve(DataDirectory.JOURNAL + "-wal");
        if (Files.exists(log) && Files.size(log) > 0) {
            throw new IOException(copy + " is a data directory in use, not a copy: make one with muster backup.");
        }
        place(directory, aside -> {
            Files.copy(from, aside);
            try (SqliteReader reader = new SqliteReader(SqliteFile.still(aside))) {
                check(reader, copy);
            } catch (SQLException | Malformed e) {
                throw new IOException("The copy in " + copy + " is damaged: " + e.getMessage(), e);
            }
        });
    }

    private static void check(SqliteReader reader, Path copy) throws SQLException, IOException {
        try (Statement statement = reader.connection().createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw new IOException("The copy in " + copy + " is damaged: " + result.getString(1));
            }
        }
        for (Store.Row row : reader.rows()) {
            Frontier[] frontier = {Frontier.empty()};
            reader.headers(
                    row.stream(), 0, Long.MAX_VALUE, header -> frontier[0] = frontier[0].append(Merkle.leaf(header)));
            Checkpoint checkpoint = CheckpointSigner.read(row.checkpoint());
            if (checkpoint.size() != frontier[0].size() || !checkpoint.root().equals(frontier[0].root())) {
                throw new IOException("The copy in " + copy + " is damaged: the entries of " + row.stream()
                        + " are not what their checkpoint says.");
            }
        }
    }

    private interface Making {
        void at(Path aside) throws IOException;
    }

    /// Makes the journal of a directory beside its place, flushes it, and only then gives it its name.
    private static void place(Path directory, Making making) throws IOException {
        empty(directory);
        Path aside = directory.resolve(DataDirectory.JOURNAL + ".part");
        try {
            making.at(aside);
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
            flush(aside);
            Files.move(aside, directory.resolve(DataDirectory.JOURNAL), StandardCopyOption.ATOMIC_MOVE);
            flush(directory);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void empty(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        try (Stream<Path> inside = Files.list(directory)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(directory + " is not empty.");
            }
        } catch (NotDirectoryException file) {
            throw new IOException(directory + " is not a directory.", file);
        }
    }

    private static void flush(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
