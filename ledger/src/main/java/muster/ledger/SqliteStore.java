package muster.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Rows in one SQLite file: write-ahead log, `synchronous=FULL`, so that a commit that returned survives a power
/// cut. One connection writes, a few read, and readers never wait for the writer.
///
/// What opening does has a reason. After a failed fsync the log may hold a commit that was reported as failed (a
/// *ghost*): connections that were open do not see it, the next crash would bring it up. So everything is closed,
/// which makes the next connection read the log itself; and because the system forgets pages whose fsync failed,
/// what was found is not believed to be on the disk until it is written once more: the log is checkpointed into
/// the file, which is flushed, and cut to nothing.
public final class SqliteStore implements Store {
    private static final int READERS = 4;
    private static final int AT_ONCE = 128;
    private static final int HEADERS_AT_ONCE = 2_048;

    private final Path file;
    private final List<String> settings;
    private final Semaphore readers = new Semaphore(READERS, true);
    private final Queue<SqliteReader> idle = new ConcurrentLinkedQueue<>();
    /// Held shared by whoever uses a connection, alone by whoever throws all of them away.
    private final ReadWriteLock open = new ReentrantReadWriteLock(true);

    private volatile @Nullable SqliteWriter writer;

    /// Opens the file, or makes it. The caller holds the [DirectoryLock].
    ///
    /// @throws Fault in words if it is no journal of this version or cannot be opened
    public SqliteStore(Path file) throws Fault {
        this(file, List.of());
    }

    /// @param settings further pragmas of the writing connection
    SqliteStore(Path file, List<String> settings) throws Fault {
        this.file = file;
        this.settings = settings;
        connect(false);
    }

    @Override
    public void reopen() throws Fault {
        Lock alone = open.writeLock();
        alone.lock();
        try {
            disconnect();
            connect(true);
        } finally {
            alone.unlock();
        }
    }

    /// @param doubted whether a commit has failed
    private void connect(boolean doubted) throws Fault {
        try {
            Connection connection = SqliteFile.forWriting(file, settings);
            try {
                if (SqliteSchema.isEmpty(connection)) {
                    SqliteSchema.create(connection);
                }
                check(connection);
                settle(connection, doubted);
            } catch (SQLException | Fault | RuntimeException e) {
                connection.close();
                throw e;
            }
            writer = new SqliteWriter(connection);
        } catch (SQLException e) {
            Fault fault = SqliteFile.fault(e);
            String words = SqliteFile.isDamage(e)
                    ? file + " is damaged; muster verify says more. (" + e.getMessage() + ")"
                    : file + " cannot be opened. " + fault.words();
            throw new Fault(fault.kind(), words, e);
        }
    }

    private void check(Connection connection) throws SQLException, Fault {
        switch (SqliteSchema.judge(connection)) {
            case SqliteSchema.Ours ours -> {}
            case SqliteSchema.Other(String words) -> throw refused(words);
            case SqliteSchema.Newer(String words) -> throw refused(words);
        }
    }

    private Fault refused(String words) {
        return new Fault(Fault.Kind.REFUSED, file + " is refused. " + words, new IllegalStateException(words));
    }

    /// Brings what the log holds into the file and empties the log. Where somebody else reads it cannot be
    /// emptied, but a commit of our own is written over any ghost; after a doubt that is enough only if everything
    /// before has come into the file. Without a doubt, a disk on which nothing can be written any more is no reason
    /// not to read from it.
    private static void settle(Connection connection, boolean doubted) throws SQLException, Fault {
        try (Statement statement = connection.createStatement()) {
            if (!emptied(statement, doubted)) {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("PRAGMA user_version = " + SqliteSchema.VERSION);
                statement.execute("COMMIT");
            }
        } catch (SQLException e) {
            if (doubted || SqliteFile.fault(e).kind() == Fault.Kind.LOST) {
                throw e;
            }
        }
    }

    private static boolean emptied(Statement statement, boolean doubted) throws SQLException, Fault {
        try (ResultSet log = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            boolean emptied = log.next() && log.getLong(1) == 0;
            if (!emptied && doubted && log.getLong(2) != log.getLong(3)) {
                throw new Fault(
                        Fault.Kind.LOST,
                        "After an error of its disk the journal waits until nobody reads it any more.",
                        new IllegalStateException("the log is in use"));
            }
            return emptied;
        }
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        Lock shared = open.readLock();
        shared.lock();
        try {
            SqliteWriter connected = writer;
            if (connected == null) {
                throw closed();
            }
            return connected.commit(writes);
        } catch (Fault fault) {
            if (fault.nothingWritten()) {
                renew(fault);
            }
            throw fault;
        } finally {
            shared.unlock();
        }
    }

    private void renew(Fault fault) throws Fault {
        try {
            SqliteWriter connected = writer;
            writer = connected == null ? null : connected.renewed();
        } catch (SQLException e) {
            fault.addSuppressed(e);
            throw new Fault(Fault.Kind.LOST, fault.words(), fault);
        }
    }

    private Fault closed() {
        return new Fault(Fault.Kind.LOST, "The journal " + file + " is not open.", new IllegalStateException("closed"));
    }

    @Override
    public List<Row> rows() throws Fault {
        return reading(SqliteReader::rows);
    }

    @Override
    public Optional<Row> row(StreamId stream) throws Fault {
        return reading(reader -> reader.row(stream));
    }

    @Override
    public Optional<Journal.Made> find(StreamId stream, String key) throws Fault {
        return reading(reader -> reader.find(stream, key));
    }

    @Override
    public void read(StreamId stream, long from, long to, Consumer<Entry> into) throws Fault {
        pages(stream, from, to, AT_ONCE, (reader, some, end) -> reader.entries(stream, some, end), into);
    }

    @Override
    public void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws Fault {
        pages(stream, from, to, HEADERS_AT_ONCE, (reader, some, end) -> reader.headers(stream, some, end), into);
    }

    private interface Page<T> {
        List<T> read(SqliteReader reader, long from, long to) throws SQLException;
    }

    /// Page by page, so that no snapshot of the file is kept open while others look at what was read.
    private <T> void pages(StreamId stream, long from, long to, int atOnce, Page<T> page, Consumer<T> into)
            throws Fault {
        for (long next = from; next < to; ) {
            long some = next;
            long end = Math.min(to, some + atOnce);
            List<T> read = reading(reader -> page.read(reader, some, end));
            read.forEach(into);
            next += read.size();
            if (next < end) {
                checkEnd(stream, next);
                return;
            }
        }
    }

    private void checkEnd(StreamId stream, long end) throws Fault {
        long size = row(stream).map(Row::size).orElse(0L);
        if (end < size) {
            throw new Fault(
                    Fault.Kind.REFUSED,
                    "Entry " + end + " of " + stream + " is missing; muster verify says more.",
                    new IllegalStateException("a gap before " + size));
        }
    }

    private interface Reading<T> {
        T read(SqliteReader reader) throws SQLException;
    }

    private <T> T reading(Reading<T> what) throws Fault {
        readers.acquireUninterruptibly();
        Lock shared = open.readLock();
        shared.lock();
        try {
            if (writer == null) {
                throw closed();
            }
            SqliteReader reader = idle.poll();
            if (reader == null) {
                reader = new SqliteReader(SqliteFile.forReading(file));
            }
            T read = reading(reader, what);
            idle.add(reader);
            return read;
        } catch (SQLException e) {
            throw SqliteFile.fault(e);
        } catch (IllegalArgumentException damaged) {
            throw new Fault(Fault.Kind.REFUSED, "A row of the journal is damaged: " + damaged.getMessage(), damaged);
        } finally {
            shared.unlock();
            readers.release();
        }
    }

    /// A reader that failed is thrown away with its statements.
    private static <T> T reading(SqliteReader reader, Reading<T> what) throws SQLException {
        try {
            return what.read(reader);
        } catch (SQLException | RuntimeException e) {
            discard(reader, e);
            throw e;
        }
    }

    private static void discard(AutoCloseable connection, Throwable because) {
        try {
            connection.close();
        } catch (Exception e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        Lock alone = open.writeLock();
        alone.lock();
        try {
            disconnect();
        } finally {
            alone.unlock();
        }
    }

    /// A connection that cannot be closed is let go all the same: whatever was committed is in the log.
    private void disconnect() {
        List<AutoCloseable> all = new ArrayList<>(idle);
        idle.clear();
        SqliteWriter connected = writer;
        writer = null;
        if (connected != null) {
            all.add(connected);
        }
        all.forEach(each -> discard(each, new IllegalStateException("closing")));
    }
}
