package muster.ledger;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import muster.kernel.Entry;
import muster.kernel.Journal;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/// The one connection that changes the journal, with what a commit needs prepared once. One thread at a time.
/// After a fault its statements are not used again: if nothing was written, there is a new writer on the same
/// connection, else only closing.
final class SqliteWriter implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement begin;
    private final PreparedStatement commit;
    private final PreparedStatement rollback;
    private final PreparedStatement place;
    private final PreparedStatement newStream;
    private final PreparedStatement move;
    private final PreparedStatement lastEntry;
    private final PreparedStatement entry;
    private final PreparedStatement content;
    private final PreparedStatement key;
    private final MessageDigest digest = Merkle.sha256();
    private long nextEntry;

    /// @param connection closed with the writer
    SqliteWriter(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            begin = connection.prepareStatement("BEGIN IMMEDIATE");
            commit = connection.prepareStatement("COMMIT");
            rollback = connection.prepareStatement("ROLLBACK");
            place = connection.prepareStatement("SELECT id, size FROM stream WHERE name = ?");
            newStream = connection.prepareStatement("INSERT INTO stream"
                    + " (epoch, origin, size, recorded_at, next_alarm, checkpoint, name) VALUES (?, ?, ?, ?, ?, ?, ?)"
                    + " RETURNING id");
            move = connection.prepareStatement("UPDATE stream SET epoch = ?, origin = ?, size = ?, recorded_at = ?,"
                    + " next_alarm = ?, checkpoint = ? WHERE id = ?");
            lastEntry = connection.prepareStatement("SELECT max(id) FROM entry");
            entry = connection.prepareStatement(
                    "INSERT INTO entry (id, stream, seq, leaf, header, body) VALUES (?, ?, ?, ?, ?, ?)");
            content = connection.prepareStatement("INSERT INTO content (entry, place, text) VALUES (?, ?, ?)");
            key = connection.prepareStatement(
                    "INSERT INTO idempotency (stream, key, first, count, request) VALUES (?, ?, ?, ?, ?)");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    List<Boolean> commit(List<Store.Write> writes) throws Store.Fault {
        try {
            begin.execute();
            nextEntry = number(lastEntry) + 1;
            List<Boolean> written = new ArrayList<>(writes.size());
            for (Store.Write write : writes) {
                written.add(write(write));
            }
            (written.contains(true) ? commit : rollback).execute();
            return written;
        } catch (SQLException e) {
            throw undone(e);
        }
    }

    /// Rolls back; where that fails, nobody knows.
    private Store.Fault undone(SQLException e) {
        Store.Fault fault = SqliteFile.fault(e);
        try {
            rollback.execute();
        } catch (SQLException again) {
            e.addSuppressed(again);
            // SQLite may have rolled back by itself, and then says that there is nothing to roll back
            if (SqliteFile.kind(again) != SQLiteErrorCode.SQLITE_ERROR) {
                return new Store.Fault(Store.Fault.Kind.LOST, fault.words(), e);
            }
        }
        return fault;
    }

    private boolean write(Store.Write write) throws SQLException {
        Store.Row after = write.after();
        place.setString(1, after.stream().text());
        long stream = -1;
        long size = 0;
        try (ResultSet found = place.executeQuery()) {
            if (found.next()) {
                stream = found.getLong(1);
                size = found.getLong(2);
            }
        }
        if (size != write.expected()) {
            return false;
        }
        if (stream < 0) {
            row(newStream, after).setString(7, after.stream().text());
            stream = number(newStream);
        } else {
            row(move, after).setLong(7, stream);
            move.executeUpdate();
        }
        append(stream, write);
        entry.executeBatch();
        content.executeBatch();
        key.executeBatch();
        return true;
    }

    private static PreparedStatement row(PreparedStatement into, Store.Row after) throws SQLException {
        into.setInt(1, after.epoch());
        into.setString(2, after.origin());
        into.setLong(3, after.size());
        into.setLong(4, after.recordedAt().toEpochMilli());
        if (after.nextAlarm().isPresent()) {
            into.setLong(5, after.nextAlarm().get().toEpochMilli());
        } else {
            into.setNull(5, Types.INTEGER);
        }
        into.setString(6, after.checkpoint());
        return into;
    }

    /// Adds the rows to the batches of their tables: handed over together they cost half as much as one by one.
    private void append(long stream, Store.Write write) throws SQLException {
        long seq = write.expected();
        for (Journal.Append append : write.appends()) {
            if (append.key().isPresent()) {
                key.setLong(1, stream);
                key.setString(2, append.key().get());
                key.setLong(3, seq);
                key.setInt(4, append.entries().size());
                key.setString(5, append.request().orElse(""));
                key.addBatch();
            }
            for (Entry each : append.entries()) {
                append(stream, seq++, each);
            }
        }
    }

    private void append(long stream, long seq, Entry each) throws SQLException {
        long id = nextEntry++;
        entry.setLong(1, id);
        entry.setLong(2, stream);
        entry.setLong(3, seq);
        entry.setBytes(4, Merkle.leaf(digest, each.header()).bytes());
        entry.setBytes(5, each.header());
        bytes(entry, 6, each.body());
        entry.addBatch();
        for (int n = 0; n < each.contents().size(); n++) {
            content.setLong(1, id);
            content.setInt(2, n);
            bytes(content, 3, each.contents().get(n));
            content.addBatch();
        }
    }

    private static void bytes(PreparedStatement into, int n, byte @Nullable [] bytes) throws SQLException {
        if (bytes == null) {
            into.setNull(n, Types.BLOB);
        } else {
            into.setBytes(n, bytes);
        }
    }

    /// Another writer on the same connection; this one is not used any more.
    SqliteWriter renewed() throws SQLException {
        for (PreparedStatement each : statements()) {
            each.close();
        }
        return new SqliteWriter(connection);
    }

    private List<PreparedStatement> statements() {
        return List.of(begin, commit, rollback, place, newStream, move, lastEntry, entry, content, key);
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
