package muster.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Reads the tables of a journal. One thread at a time.
final class SqliteReader implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement all;
    private final PreparedStatement row;
    private final PreparedStatement entries;
    private final PreparedStatement contents;
    private final PreparedStatement headers;
    private final PreparedStatement key;

    SqliteReader(Connection connection) throws SQLException {
        this.connection = connection;
        all = connection.prepareStatement("SELECT * FROM streams ORDER BY stream <> 'organisation', stream");
        row = connection.prepareStatement("SELECT * FROM streams WHERE stream = ?");
        entries = connection.prepareStatement(
                "SELECT seq, header, body, contents FROM entries WHERE stream = ? AND seq >= ? AND seq < ? ORDER BY seq");
        contents = connection.prepareStatement(
                "SELECT seq, n, text FROM contents WHERE stream = ? AND seq >= ? AND seq < ? ORDER BY seq, n");
        headers = connection.prepareStatement(
                "SELECT header FROM entries WHERE stream = ? AND seq >= ? AND seq < ? ORDER BY seq");
        key = connection.prepareStatement("SELECT first, count, request FROM keys WHERE stream = ? AND key = ?");
    }

    List<Store.Row> rows() throws SQLException {
        List<Store.Row> rows = new ArrayList<>();
        for (StreamRow row : streamRows()) {
            rows.add(parsed(row));
        }
        return rows;
    }

    /// A row of the table of streams, word for word.
    record StreamRow(
            String stream,
            long epoch,
            String origin,
            long size,
            String recordedAt,
            String checkpoint,
            @Nullable String nextAlarm) {}

    /// The table of streams, word for word, the organisation first.
    List<StreamRow> streamRows() throws SQLException {
        List<StreamRow> rows = new ArrayList<>();
        try (ResultSet result = all.executeQuery()) {
            while (result.next()) {
                rows.add(streamRow(result));
            }
        }
        return rows;
    }

    Optional<Store.Row> row(StreamId stream) throws SQLException {
        row.setString(1, stream.text());
        try (ResultSet result = row.executeQuery()) {
            return result.next() ? Optional.of(parsed(streamRow(result))) : Optional.empty();
        }
    }

    private static StreamRow streamRow(ResultSet result) throws SQLException {
        return new StreamRow(
                result.getString("stream"),
                result.getLong("epoch"),
                result.getString("origin"),
                result.getLong("size"),
                result.getString("recorded_at"),
                result.getString("checkpoint"),
                result.getString("next_alarm"));
    }

    private static Store.Row parsed(StreamRow row) throws SQLException {
        try {
            return new Store.Row(
                    new StreamId(row.stream),
                    Math.toIntExact(row.epoch),
                    row.origin,
                    row.size,
                    Instant.parse(row.recordedAt),
                    row.checkpoint,
                    Optional.ofNullable(row.nextAlarm).map(Instant::parse));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException damaged) {
            throw new SQLException("the row of stream " + row.stream + " is damaged: " + damaged.getMessage(), damaged);
        }
    }

    /// Entries and their contents are two ordered scans that go side by side.
    void read(StreamId stream, long from, long to, Consumer<Entry> into) throws SQLException {
        range(entries, stream, from, to);
        range(contents, stream, from, to);
        try (ResultSet entry = entries.executeQuery();
                ResultSet content = contents.executeQuery()) {
            boolean more = content.next();
            for (long seq = from; entry.next(); seq++) {
                if (entry.getLong(1) != seq) {
                    throw new SQLException("entry " + seq + " of " + stream + " is missing");
                }
                long count = entry.getLong(4);
                List<byte @Nullable []> texts = new ArrayList<>();
                while (more && content.getLong(1) == seq) {
                    if (content.getLong(2) != texts.size()) {
                        throw new SQLException("content " + texts.size() + " of entry " + seq + " is not in its place");
                    }
                    texts.add(content.getBytes(3));
                    more = content.next();
                }
                if (texts.size() != count) {
                    throw new SQLException(
                            "entry " + seq + " of " + stream + " has " + texts.size() + " contents, not " + count);
                }
                into.accept(new Entry(entry.getBytes(2), entry.getBytes(3), texts));
            }
        }
    }

    void headers(StreamId stream, long from, long to, Consumer<byte[]> into) throws SQLException {
        range(headers, stream, from, to);
        try (ResultSet result = headers.executeQuery()) {
            while (result.next()) {
                into.accept(result.getBytes(1));
            }
        }
    }

    private static void range(PreparedStatement statement, StreamId stream, long from, long to) throws SQLException {
        statement.setString(1, stream.text());
        statement.setLong(2, from);
        statement.setLong(3, to);
    }

    Optional<Journal.Made> find(StreamId stream, String wanted) throws SQLException {
        key.setString(1, stream.text());
        key.setString(2, wanted);
        try (ResultSet result = key.executeQuery()) {
            if (!result.next()) {
                return Optional.empty();
            }
            long count = result.getLong(2);
            if (count != (int) count) {
                throw new SQLException("the index of keys counts " + count + " entries in one append");
            }
            return Optional.of(new Journal.Made(result.getLong(1), (int) count, result.getString(3)));
        }
    }

    /// One entry; not while another read goes on.
    Optional<Entry> lookUp(StreamId stream, long seq) throws SQLException {
        List<Entry> found = new ArrayList<>();
        read(stream, seq, seq + 1, found::add);
        return found.stream().findFirst();
    }

    /// Rows of a table that belong to the stream.
    long count(String table, StreamId stream) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT count(*) FROM " + table + " WHERE stream = ?")) {
            count.setString(1, stream.text());
            try (ResultSet result = count.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    /// Contents of the stream beyond what its entries count.
    long strayContents(StreamId stream) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("SELECT (SELECT count(*) FROM contents WHERE stream = ?)"
                        + " - (SELECT coalesce(sum(contents), 0) FROM entries WHERE stream = ?)")) {
            count.setString(1, stream.text());
            count.setString(2, stream.text());
            try (ResultSet result = count.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
