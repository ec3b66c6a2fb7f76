package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A copy of a record to be tampered with, as somebody would who has the file and a database tool.
final class Copy implements AutoCloseable {
    static final List<String> TABLES = List.of("streams", "entries", "contents", "keys");

    private final Path directory;
    private @Nullable Connection connection;

    Copy(Path directory, byte[] journal) throws IOException {
        this.directory = directory;
        if (Files.isDirectory(directory)) {
            try (Stream<Path> old = Files.list(directory)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
        Files.write(file(), journal);
    }

    /// The bytes of a journal with everything in one file, quick to change.
    static byte[] plain(Path journal) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal)) {
            SqliteFile.run(connection, "PRAGMA journal_mode = DELETE");
        }
        return Files.readAllBytes(journal);
    }

    Path directory() {
        return directory;
    }

    Path file() {
        return directory.resolve(DataDirectory.JOURNAL);
    }

    Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = DriverManager.getConnection("jdbc:sqlite:" + file());
            SqliteFile.run(open, "PRAGMA journal_mode = OFF");
            SqliteFile.run(open, "PRAGMA synchronous = OFF");
            connection = open;
        }
        return open;
    }

    int run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    /// The rows of a query; bytes as they are, numbers as Integer or Long.
    List<List<@Nullable Object>> rows(String sql) throws SQLException {
        try (Statement statement = connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /// Everything that is said, in order; empty if the file cannot be read to its end.
    Optional<String> dump() {
        StringBuilder all = new StringBuilder();
        try {
            all.append(rows("PRAGMA application_id")).append(rows("PRAGMA user_version"));
            all.append(rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name"));
            for (String table : TABLES) {
                for (List<@Nullable Object> row : rows("SELECT * FROM " + table)) {
                    for (Object cell : row) {
                        all.append(
                                        cell instanceof byte[] bytes
                                                ? "x" + HexFormat.of().formatHex(bytes)
                                                : String.valueOf(cell))
                                .append('|');
                    }
                    all.append('\n');
                }
            }
        } catch (SQLException damaged) {
            return Optional.empty();
        }
        return Optional.of(all.toString());
    }

    Report verify() throws SQLException {
        close();
        return Verifier.of(Fair.CATALOGUE).verify(directory, Optional.empty(), Optional.empty());
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
