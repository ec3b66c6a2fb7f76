package muster.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/// Opens the file of a journal: makes its tables, refuses what is none, and sees to it that what is read is
/// on stable storage.
final class SqliteFile {
    private static final int PATIENCE = 10_000;
    private static final int SQLITE_FULL = 13;
    /// SQLITE_ERROR, _CORRUPT, _MISMATCH, _FORMAT, _NOTADB.
    private static final Set<Integer> DAMAGE = Set.of(1, 11, 20, 24, 26);

    private SqliteFile() {}

    /// A connection that writes; makes the file and its tables where there are none. A file of somebody else
    /// is not touched.
    ///
    /// @param afterFailure whether a commit has failed: what it left behind is then made to stand or to go
    static Connection writing(Path file, boolean afterFailure) throws SQLException, Store.Fault {
        Connection connection = config().createConnection(url(file, ""));
        try {
            if (isEmpty(connection)) {
                durably(connection, file);
                create(connection);
            }
            check(connection, file);
            durably(connection, file);
            settle(connection, afterFailure);
            return connection;
        } catch (SQLException | Store.Fault | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// A connection that only reads, and makes nothing.
    static Connection reading(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return onlyReading(config.createConnection(url(file, "")));
    }

    /// A connection to a file that nobody writes to, in a directory where nothing can be written.
    static Connection still(Path file) throws SQLException {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return onlyReading(config.createConnection(url(file, "?immutable=1")));
    }

    private static Connection onlyReading(Connection connection) throws SQLException {
        try {
            run(connection, "PRAGMA query_only = ON");
            run(connection, "PRAGMA cell_size_check = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE);
        config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        return config;
    }

    /// As a URI, in which any character of a path can be written.
    private static String url(Path file, String how) {
        return "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + how;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return number(connection, "PRAGMA application_id") == 0
                && number(connection, "PRAGMA user_version") == 0
                && number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    private static void durably(Connection connection, Path file) throws SQLException, Store.Fault {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
            if (!mode.next() || !mode.getString(1).equals("wal")) {
                throw new Store.Fault(
                        "The journal " + file + " lies where SQLite cannot keep a write-ahead log.",
                        true,
                        new IllegalStateException("no write-ahead log"));
            }
        }
        run(connection, "PRAGMA synchronous = FULL");
    }

    private static void create(Connection connection) throws SQLException {
        run(connection, "BEGIN IMMEDIATE");
        // somebody else may have been faster
        if (isEmpty(connection)) {
            for (String table : SqliteSchema.STATEMENTS) {
                run(connection, table);
            }
            run(connection, "PRAGMA application_id = " + SqliteSchema.APPLICATION);
            run(connection, "PRAGMA user_version = " + SqliteSchema.VERSION);
        }
        run(connection, "COMMIT");
    }

    private static void check(Connection connection, Path file) throws SQLException, Store.Fault {
        if (number(connection, "PRAGMA application_id") != SqliteSchema.APPLICATION) {
            throw other("The file " + file + " is no journal of Muster; it was left as it is.");
        }
        int version = number(connection, "PRAGMA user_version");
        if (version != SqliteSchema.VERSION) {
            throw other("The journal " + file + " has version " + version + "; this Muster reads and writes version "
                    + SqliteSchema.VERSION + " only. It was left as it is.");
        }
    }

    private static Store.Fault other(String words) {
        return new Store.Fault(words, true, new IllegalStateException("other schema"));
    }

    /// What the write-ahead log holds may never have reached the disk: a process that was killed had not
    /// flushed it, and after a failed flush the system believes that it is clean. Copying it into the file
    /// writes and flushes it anew.
    ///
    /// What a failed commit left behind the end of the log would come back to life after a crash; one more
    /// commit overwrites it.
    private static void settle(Connection connection, boolean afterFailure) throws SQLException, Store.Fault {
        boolean blocked;
        try {
            blocked = number(connection, "PRAGMA wal_checkpoint(FULL)") != 0;
        } catch (SQLException e) {
            if (afterFailure || primary(e) != SQLITE_FULL) {
                throw e;
            }
            // a full disk must not keep the record from being read, and the log itself was flushed
            blocked = false;
        }
        if (blocked && afterFailure) {
            throw new Store.Fault(
                    "After an error the journal cannot be settled while another process reads an older state of it.",
                    true,
                    new IllegalStateException("checkpoint blocked"));
        }
        if (afterFailure) {
            run(connection, "PRAGMA user_version = " + SqliteSchema.VERSION);
        }
    }

    /// Whether the error says that what is stored is damaged, and not that it could not be reached.
    static boolean isDamage(SQLException e) {
        if (!(e instanceof SQLiteException known)) {
            return true;
        }
        return DAMAGE.contains(primary(e))
                || known.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHORT_READ
                || known.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_CORRUPTFS;
    }

    /// The primary result code of SQLite; 1 (an error) where it gave none.
    static int primary(SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return code == SQLiteErrorCode.UNKNOWN_ERROR ? 1 : code.code & 0xff;
    }
}
