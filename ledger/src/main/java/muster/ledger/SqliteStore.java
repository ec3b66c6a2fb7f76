package muster.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Rows in one SQLite file: write-ahead log, `synchronous=FULL`, so that a commit that returned survives a power cut.
///
/// One connection writes and one reads, and readers never wait for the writer. After any error but a full or read-only
/// disk the writing connection is not trusted again: SQLite may have written what it reported as failed.
public final class SqliteStore implements Store {
    private static final Set<SQLiteErrorCode> CLEAN = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);

    private final Path file;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Connection writer;
    private @Nullable SqliteReader reader;
    private @Nullable Statements statements;

    /// Opens the file, or makes it.
    ///
    /// @throws Fault in words if it is no journal, of another version, or cannot be opened
    public SqliteStore(Path file) throws Fault {
        this.file = file;
        reopen();
    }

    @Override
    public void reopen() throws Fault {
        reading.lock();
        try {
            close();
            boolean fresh = !Files.exists(file) || Files.size(file) == 0;
            Connection opened = connect(file, true);
            writer = opened;
            if (fresh) {
                create(opened);
            }
            check(opened, file);
            statements = new Statements(opened);
            reader = new SqliteReader(connect(file, false));
        } catch (SQLException | java.io.IOException e) {
            close();
            throw new Fault("The journal " + file + " cannot be opened: " + e.getMessage(), true, e);
        } finally {
            reading.unlock();
        }
    }

    /// @param writing whether transactions take the right to write when they begin
    static Connection connect(Path file, boolean writing) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setTransactionMode(
                writing ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String table : SqliteSchema.STATEMENTS) {
                statement.execute(table);
            }
            statement.execute("PRAGMA application_id = " + SqliteSchema.APPLICATION);
            statement.execute("PRAGMA user_version = " + SqliteSchema.VERSION);
            statement.execute("COMMIT");
        }
    }

    private static void check(Connection connection, Path file) throws SQLException, Fault {
        int application = number(connection, "PRAGMA application_id");
        int version = number(connection, "PRAGMA user_version");
        if (application != SqliteSchema.APPLICATION || version != SqliteSchema.VERSION) {
            throw new Fault(
                    file + " is not a journal of this version (application " + application + ", version " + version
                            + ").",
                    true,
                    new IllegalStateException("other schema"));
        }
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(pragma)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    /// What a commit needs, prepared once.
    private static final class Statements {
        private final Connection connection;
        private final PreparedStatement entry;
        private final PreparedStatement content;
        private final PreparedStatement key;
        private final PreparedStatement begin;
        private final PreparedStatement move;

        Statements(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            entry = connection.prepareStatement("INSERT INTO entries VALUES (?, ?, ?, ?, ?)");
            content = connection.prepareStatement("INSERT INTO contents VALUES (?, ?, ?, ?)");
            key = connection.prepareStatement("INSERT INTO keys VALUES (?, ?, ?, ?, ?)");
            begin = connection.prepareStatement("INSERT OR IGNORE INTO streams VALUES (?, ?, ?, ?, ?, ?, ?)");
            move = connection.prepareStatement("UPDATE streams SET epoch = ?, origin = ?, size = ?, recorded_at = ?,"
                    + " checkpoint = ?, next_alarm = ? WHERE stream = ? AND size = ?");
        }

        boolean write(Write write) throws SQLException {
            Row after = write.after();
            if ((write.expected() == 0 ? begun(after) : moved(after, write.expected())) == 0) {
                return false;
            }
            long seq = write.expected();
            String stream = after.stream().text();
            for (Journal.Append append : write.appends()) {
                if (append.key().isPresent()) {
                    key.setString(1, stream);
                    key.setString(2, append.key().get());
                    key.setLong(3, seq);
                    key.setInt(4, append.entries().size());
                    key.setString(5, append.request().orElse(""));
                    key.executeUpdate();
                }
                for (Entry each : append.entries()) {
                    insert(stream, seq++, each);
                }
            }
            return true;
        }

        private int begun(Row after) throws SQLException {
            begin.setString(1, after.stream().text());
            begin.setInt(2, after.epoch());
            begin.setString(3, after.origin());
            begin.setLong(4, after.size());
            begin.setString(5, Wire.text(after.recordedAt()));
            begin.setString(6, after.checkpoint());
            begin.setString(7, after.nextAlarm().map(Wire::text).orElse(null));
            return begin.executeUpdate();
        }

        private int moved(Row after, long expected) throws SQLException {
            move.setInt(1, after.epoch());
            move.setString(2, after.origin());
            move.setLong(3, after.size());
            move.setString(4, Wire.text(after.recordedAt()));
            move.setString(5, after.checkpoint());
            move.setString(6, after.nextAlarm().map(Wire::text).orElse(null));
            move.setString(7, after.stream().text());
            move.setLong(8, expected);
            return move.executeUpdate();
        }

        private void insert(String stream, long seq, Entry each) throws SQLException {
            entry.setString(1, stream);
            entry.setLong(2, seq);
            entry.setBytes(3, each.header());
            entry.setBytes(4, each.body());
            entry.setInt(5, each.contents().size());
            entry.executeUpdate();
            for (int n = 0; n < each.contents().size(); n++) {
                content.setString(1, stream);
                content.setLong(2, seq);
                content.setInt(3, n);
                content.setBytes(4, each.contents().get(n));
                content.executeUpdate();
            }
        }
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        Statements now = statements;
        if (now == null) {
            throw new Fault("The journal is not open.", true, new IllegalStateException("closed"));
        }
        try {
            List<Boolean> written = new ArrayList<>();
            for (Write write : writes) {
                written.add(now.write(write));
            }
            now.connection.commit();
            return written;
        } catch (SQLException e) {
            throw fault(now.connection, e);
        }
    }

    /// A full or read-only disk leaves nothing behind once the transaction is rolled back; after anything else nobody
    /// knows.
    private static Fault fault(Connection connection, SQLException e) {
        SQLiteErrorCode code =
                e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        boolean clean = CLEAN.contains(code);
        if (clean) {
            try {
                connection.rollback();
            } catch (SQLException again) {
                e.addSuppressed(again);
                clean = false;
            }
        }
        String words = switch (code) {
            case SQLITE_FULL -> "The disk is full: nothing was written.";
            case SQLITE_READONLY -> "The data directory is read-only: nothing was written.";
            case SQLITE_CONSTRAINT, SQLITE_CONSTRAINT_PRIMARYKEY ->
                "What is stored already contradicts it: nothing was written.";
            default -> "The disk reported an error: " + e.getMessage();
        };
        return new Fault(words, clean, e);
    }

    @Override
    public List<Row> rows() throws Fault {
        return read(SqliteReader::rows);
    }

    @Override
    public Optional<Row> row(StreamId stream) throws Fault {
        return read(open -> open.row(stream));
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
        read(open -> {
            open.read(stream, from, to, into);
            return true;
        });
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
        read(open -> {
            open.headers(stream, from, to, into);
            return true;
        });
    }

    @Override
    public Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
        return read(open -> open.find(stream, key));
    }

    private interface Reading<T> {
        T of(SqliteReader open) throws SQLException;
    }

    private <T> T read(Reading<T> what) throws Fault {
        reading.lock();
        try {
            SqliteReader open = reader;
            if (open == null) {
                throw new Fault("The journal is not open.", true, new IllegalStateException("closed"));
            }
            return what.of(open);
        } catch (SQLException e) {
            throw new Fault("The journal cannot be read: " + e.getMessage(), true, e);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() {
        reading.lock();
        try {
            SqliteReader open = reader;
            reader = null;
            statements = null;
            if (open != null) {
                open.close();
            }
            Connection writing = writer;
            writer = null;
            if (writing != null) {
                writing.close();
            }
        } catch (SQLException e) {
            // a connection that cannot be closed is thrown away all the same
            System.getLogger(SqliteStore.class.getName()).log(System.Logger.Level.WARNING, "closing the journal", e);
        } finally {
            reading.unlock();
        }
    }
}
