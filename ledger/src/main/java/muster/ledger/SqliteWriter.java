package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.Wire;
import org.jspecify.annotations.Nullable;

/// Writes the tables of a journal, one transaction at a time, with statements that are prepared once. One
/// thread at a time.
final class SqliteWriter implements AutoCloseable {
    private static final int BUSY = 5;
    private static final int READONLY = 8;
    private static final int FULL = 13;
    private static final int CONSTRAINT = 19;

    private final Path file;
    private final @Nullable Object identity;
    private final Connection connection;
    private @Nullable Statements statements;

    SqliteWriter(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.identity = identity(file);
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    private static @Nullable Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return null;
        }
    }

    List<Boolean> commit(List<Store.Write> writes) throws Store.Fault {
        // what is written to a file without a name is lost when it is closed
        if (!Objects.equals(identity, identity(file))) {
            throw new Store.Fault(
                    "The journal " + file + " was moved or deleted while it was in use: nothing was written.",
                    true,
                    new IllegalStateException("moved"));
        }
        try {
            Statements now = statements == null ? new Statements(connection) : statements;
            statements = now;
            SqliteFile.run(connection, "BEGIN IMMEDIATE");
            List<Boolean> written = new ArrayList<>();
            for (Store.Write write : writes) {
                written.add(now.write(write));
            }
            SqliteFile.run(connection, "COMMIT");
            return written;
        } catch (SQLException e) {
            throw fault(e);
        }
    }

    /// A full or read-only disk, a contradiction and a lock that is not given leave nothing behind once the
    /// transaction is rolled back; after anything else nobody knows.
    private Store.Fault fault(SQLException e) {
        String words = switch (SqliteFile.primary(e)) {
            case FULL -> "The disk is full: nothing was written.";
            case READONLY -> "The data directory is read-only: nothing was written.";
            case CONSTRAINT -> "What is stored already contradicts it: nothing was written.";
            case BUSY -> "Another process is writing to the journal and does not let go: nothing was written.";
            default -> "";
        };
        return words.isEmpty() || !undone()
                ? new Store.Fault("The disk reported an error: " + e.getMessage(), false, e)
                : new Store.Fault(words, true, e);
    }

    /// Whether the transaction is gone and another can begin.
    private boolean undone() {
        // a statement that has failed cannot be used again
        Statements failed = statements;
        statements = null;
        try {
            if (failed != null) {
                failed.close();
            }
            SqliteFile.run(connection, "ROLLBACK");
        } catch (SQLException none) {
            // SQLite has rolled back by itself, or never begun: the next line finds out
        }
        try {
            SqliteFile.run(connection, "BEGIN");
            SqliteFile.run(connection, "ROLLBACK");
            return true;
        } catch (SQLException stuck) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /// What a commit needs, prepared once.
    private static final class Statements implements AutoCloseable {
        private final PreparedStatement entry;
        private final PreparedStatement content;
        private final PreparedStatement key;
        private final PreparedStatement begin;
        private final PreparedStatement move;

        Statements(Connection connection) throws SQLException {
            entry = connection.prepareStatement("INSERT INTO entries VALUES (?, ?, ?, ?, ?)");
            content = connection.prepareStatement("INSERT INTO contents VALUES (?, ?, ?, ?)");
            key = connection.prepareStatement("INSERT INTO keys VALUES (?, ?, ?, ?, ?)");
            begin = connection.prepareStatement("INSERT OR IGNORE INTO streams VALUES (?, ?, ?, ?, ?, ?, ?)");
            move = connection.prepareStatement("UPDATE streams SET epoch = ?, origin = ?, size = ?, recorded_at = ?,"
                    + " checkpoint = ?, next_alarm = ? WHERE stream = ? AND size = ?");
        }

        boolean write(Store.Write write) throws SQLException {
            Store.Row after = write.after();
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

        private int begun(Store.Row after) throws SQLException {
            begin.setString(1, after.stream().text());
            begin.setInt(2, after.epoch());
            begin.setString(3, after.origin());
            begin.setLong(4, after.size());
            begin.setString(5, Wire.text(after.recordedAt()));
            begin.setString(6, after.checkpoint());
            begin.setString(7, after.nextAlarm().map(Wire::text).orElse(null));
            return begin.executeUpdate();
        }

        private int moved(Store.Row after, long expected) throws SQLException {
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

        @Override
        public void close() throws SQLException {
            for (PreparedStatement each : List.of(entry, content, key, begin, move)) {
                each.close();
            }
        }
    }
}
