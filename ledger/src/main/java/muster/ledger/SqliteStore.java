package muster.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Rows in one SQLite file: write-ahead log, `synchronous=FULL`, so that a commit that returned survives a
/// power cut.
///
/// One connection writes and one reads, and readers never wait for the writer. After any error but a full or
/// read-only disk the writing connection is not trusted again: SQLite may have written what it reported as
/// failed.
public final class SqliteStore implements Store {
    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;
    private final ReentrantLock reading = new ReentrantLock();
    private boolean closed = true;
    private volatile @Nullable SqliteWriter writer;
    private @Nullable SqliteReader reader;

    /// Opens the file, or makes it.
    ///
    /// @throws Fault in words if it is no journal, of another version, or cannot be opened
    public SqliteStore(Path file) throws Fault {
        this.file = file;
        open(false);
    }

    @Override
    public void reopen() throws Fault {
        open(true);
    }

    private void open(boolean afterFailure) throws Fault {
        reading.lock();
        try {
            release();
            Connection connection = SqliteFile.writing(file, afterFailure);
            writer = new SqliteWriter(file, connection);
            reader = new SqliteReader(SqliteFile.reading(file));
            closed = false;
        } catch (SQLException e) {
            release();
            throw new Fault(words("The journal " + file + " cannot be opened: ", e), true, e);
        } finally {
            reading.unlock();
        }
    }

    private String words(String otherwise, SQLException e) {
        int code = SqliteFile.primary(e);
        return code == CORRUPT || code == NOT_A_DATABASE
                ? "The journal " + file + " is damaged; it was left as it is. Run muster verify. (" + e.getMessage()
                        + ")"
                : otherwise + e.getMessage();
    }

    @Override
    public List<Boolean> commit(List<Write> writes) throws Fault {
        SqliteWriter open = writer;
        if (open == null) {
            throw notOpen();
        }
        return open.commit(writes);
    }

    private static Fault notOpen() {
        return new Fault("The journal is not open.", true, new IllegalStateException("closed"));
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
        if (reading.isHeldByCurrentThread()) {
            throw new IllegalStateException("a read within a read would end the outer one");
        }
        reading.lock();
        try {
            return what.of(reader());
        } catch (SQLException e) {
            // its statements are not to be trusted again: the next read opens anew
            dropReader();
            throw new Fault(words("The journal cannot be read: ", e), true, e);
        } finally {
            reading.unlock();
        }
    }

    private SqliteReader reader() throws SQLException, Fault {
        SqliteReader open = reader;
        if (open == null) {
            if (closed) {
                throw notOpen();
            }
            open = new SqliteReader(SqliteFile.reading(file));
            reader = open;
        }
        return open;
    }

    private void dropReader() {
        SqliteReader open = reader;
        reader = null;
        close(open);
    }

    private void release() {
        dropReader();
        SqliteWriter open = writer;
        writer = null;
        close(open);
    }

    private static void close(@Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            // a connection that cannot be closed is thrown away all the same
            System.getLogger(SqliteStore.class.getName()).log(System.Logger.Level.WARNING, "closing the journal", e);
        }
    }

    @Override
    public void close() {
        reading.lock();
        try {
            closed = true;
            release();
        } finally {
            reading.unlock();
        }
    }
}
