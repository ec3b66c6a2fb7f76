package muster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Reads the tables of a journal over a connection of its own. One thread at a time.
final class SqliteReader implements AutoCloseable {
    private static final String ROW =
            "SELECT name, epoch, origin, size, recorded_at, next_alarm, checkpoint FROM stream";
    private static final String RANGE =
            " WHERE stream = (SELECT id FROM stream WHERE name = ?) AND seq >= ? AND seq < ?";

    private final Connection connection;
    private final PreparedStatement rows;
    private final PreparedStatement row;
    private final PreparedStatement entries;
    private final PreparedStatement headers;
    private final PreparedStatement key;

    /// @param connection closed with the reader
    SqliteReader(Connection connection) throws SQLException {
        this.connection = connection;
        try {
            rows = connection.prepareStatement(ROW);
            row = connection.prepareStatement(ROW + " WHERE name = ?");
            entries = connection.prepareStatement("SELECT seq, header, body, place, text"
                    + " FROM entry LEFT JOIN content ON content.entry = entry.id" + RANGE + " ORDER BY seq, place");
            headers = connection.prepareStatement("SELECT seq, header FROM entry" + RANGE + " ORDER BY seq");
            key = connection.prepareStatement("SELECT first, count, request FROM idempotency"
                    + " WHERE stream = (SELECT id FROM stream WHERE name = ?) AND key = ?");
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    List<Store.Row> rows() throws SQLException {
        List<Store.Row> all = new ArrayList<>();
        try (ResultSet found = rows.executeQuery()) {
            while (found.next()) {
                all.add(row(found));
            }
        }
        return all;
    }

    Optional<Store.Row> row(StreamId stream) throws SQLException {
        row.setString(1, stream.text());
        try (ResultSet found = row.executeQuery()) {
            return found.next() ? Optional.of(row(found)) : Optional.empty();
        }
    }

    private static Store.Row row(ResultSet found) throws SQLException {
        long alarm = found.getLong(6);
        Optional<Instant> nextAlarm = found.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(alarm));
        return new Store.Row(
                new StreamId(found.getString(1)),
                found.getInt(2),
                found.getString(3),
                found.getLong(4),
                Instant.ofEpochMilli(found.getLong(5)),
                found.getString(7),
                nextAlarm);
    }

    /// Entries `from..to-1`, as many as follow each other without a gap.
    List<Entry> entries(StreamId stream, long from, long to) throws SQLException {
        range(entries, stream, from, to);
        List<Entry> read = new ArrayList<>();
        try (ResultSet found = entries.executeQuery()) {
            boolean more = found.next();
            for (long seq = from; more && found.getLong(1) == seq; seq++) {
                byte[] header = found.getBytes(2);
                byte @Nullable [] body = found.getBytes(3);
                List<byte @Nullable []> contents = new ArrayList<>();
                for (; more && found.getLong(1) == seq; more = found.next()) {
                    found.getLong(4);
                    if (!found.wasNull()) {
                        contents.add(found.getBytes(5));
                    }
                }
                read.add(new Entry(header, body, contents));
            }
        }
        return read;
    }

    /// Their headers.
    List<byte[]> headers(StreamId stream, long from, long to) throws SQLException {
        range(headers, stream, from, to);
        List<byte[]> read = new ArrayList<>();
        try (ResultSet found = headers.executeQuery()) {
            for (long seq = from; found.next() && found.getLong(1) == seq; seq++) {
                read.add(found.getBytes(2));
            }
        }
        return read;
    }

    private static void range(PreparedStatement statement, StreamId stream, long from, long to) throws SQLException {
        statement.setString(1, stream.text());
        statement.setLong(2, from);
        statement.setLong(3, to);
    }

    Optional<Journal.Made> find(StreamId stream, String wanted) throws SQLException {
        key.setString(1, stream.text());
        key.setString(2, wanted);
        try (ResultSet found = key.executeQuery()) {
            return found.next()
                    ? Optional.of(new Journal.Made(found.getLong(1), found.getInt(2), found.getString(3)))
                    : Optional.empty();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
