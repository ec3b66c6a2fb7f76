package muster.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// How connections to the journal's file are opened, and what SQLite's errors mean.
///
/// Inside a process that has the file open, nothing but SQLite may open it: closing any other descriptor of it
/// drops the locks of all connections (POSIX).
final class SqliteFile {
    private static final int PATIENCE_MILLIS = 5_000;

    private SqliteFile() {}

    /// For the one who writes: a commit that returned survives a power cut.
    static Connection forWriting(Path file, List<String> settings) throws SQLException {
        Connection connection = open(file, "", false);
        try {
            run(connection, "PRAGMA synchronous = FULL");
            run(connection, "PRAGMA trusted_schema = OFF");
            run(connection, "PRAGMA cell_size_check = ON");
            run(connection, "PRAGMA temp_store = MEMORY");
            String mode = ask(connection, "PRAGMA journal_mode = WAL");
            if (!mode.equals("wal")) {
                throw new SQLException("there can be no write-ahead log here, only journal mode " + mode);
            }
            for (String setting : settings) {
                run(connection, setting);
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// For readers beside a writer.
    static Connection forReading(Path file) throws SQLException {
        return careful(open(file, "", true));
    }

    /// For an auditor, who leaves everything as it was: reading through a write-ahead log needs files beside the
    /// journal, so where there is no log the file is read as it is.
    static Connection forEvidence(Path file) throws SQLException {
        return careful(hasLog(file) ? open(file, "", true) : open(file, "?immutable=1", true));
    }

    /// Whether there is a write-ahead log: somebody has the journal open, or died while he had.
    static boolean hasLog(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static Connection careful(Connection connection) throws SQLException {
        try {
            run(connection, "PRAGMA trusted_schema = OFF");
            run(connection, "PRAGMA cell_size_check = ON");
            run(connection, "PRAGMA temp_store = MEMORY");
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection open(Path file, String how, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setReadOnly(readOnly);
        return config.createConnection(
                "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + how);
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of the first row.
    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        }
    }

    /// Copies one moment of the journal into a new file; the caller makes it durable.
    static void copy(Path from, Path to) throws SQLException {
        try (Connection connection = forEvidence(from);
                var copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        }
    }

    /// The low byte is the kind of error; what is above only says more.
    static SQLiteErrorCode kind(SQLException e) {
        int code = e instanceof SQLiteException known ? known.getResultCode().code : e.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & 0xff);
    }

    /// Whether the error says that what is stored is damaged, and not that it could not be reached.
    static boolean isDamage(SQLException e) {
        return switch (kind(e)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
            default -> false;
        };
    }

    /// What an error of reading or writing means.
    static Store.Fault fault(SQLException e) {
        return switch (kind(e)) {
            case SQLITE_FULL -> new Store.Fault(Store.Fault.Kind.FULL, "There is no space left for the journal.", e);
            case SQLITE_READONLY ->
                new Store.Fault(Store.Fault.Kind.READ_ONLY, "The journal can only be read, not written.", e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new Store.Fault(Store.Fault.Kind.LOST, "Somebody else keeps the journal locked.", e);
            case SQLITE_CONSTRAINT ->
                new Store.Fault(
                        Store.Fault.Kind.REFUSED, "What is stored already contradicts it: " + e.getMessage(), e);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new Store.Fault(Store.Fault.Kind.LOST, "The journal's file is damaged; muster verify says more.", e);
            default ->
                new Store.Fault(Store.Fault.Kind.LOST, "The journal's disk reports an error: " + e.getMessage(), e);
        };
    }
}
