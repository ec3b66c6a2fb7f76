package muster.ledger;

import java.nio.file.Path;
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
import org.jspecify.annotations.Nullable;

/// One moment of a journal's file as an auditor reads it: every column as it lies there, whatever is written
/// meanwhile. Changes nothing. One thread.
final class Evidence implements AutoCloseable {
    private static final String ENTRIES = "SELECT entry.seq, entry.leaf, entry.header, entry.body, place, text"
            + " FROM entry LEFT JOIN content ON content.entry = entry.id WHERE stream = ? AND seq < ?"
            + " ORDER BY seq, place";

    private final Connection connection;
    private final PreparedStatement one;
    private final PreparedStatement key;

    Evidence(Path file) throws SQLException {
        connection = SqliteFile.forEvidence(file);
        try {
            SqliteFile.run(connection, "BEGIN");
            key = connection.prepareStatement(
                    "SELECT first, count, request FROM idempotency WHERE stream = ? AND key = ?");
            one = connection.prepareStatement(ENTRIES.replace("seq < ?", "seq = ?"));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /// A row of the table of streams, its name not looked at yet.
    record Stored(
            long id,
            String name,
            int epoch,
            String origin,
            long size,
            Instant recordedAt,
            Optional<Instant> nextAlarm,
            String checkpoint) {}

    /// A row of the table of entries with its contents.
    ///
    /// @param inPlace whether the contents are numbered from 0
    @SuppressWarnings("ArrayRecordComponent") // bytes that are never compared
    record Line(
            long seq,
            Hash leaf,
            byte[] header,
            byte @Nullable [] body,
            List<byte @Nullable []> contents,
            boolean inPlace) {
        Entry entry() {
            return new Entry(header, body, contents);
        }
    }

    interface Lines {
        /// @return whether to go on
        boolean take(Line line) throws SQLException;
    }

    SqliteSchema.Verdict schema() throws SQLException {
        return SqliteSchema.judge(connection);
    }

    /// What SQLite itself says of the file; empty if it is sound. Over a connection of its own, for another thread.
    static Optional<String> damage(Path file) throws SQLException {
        try (Connection connection = SqliteFile.forEvidence(file)) {
            String answer = SqliteFile.ask(connection, "PRAGMA integrity_check(1)");
            return answer.equals("ok") ? Optional.empty() : Optional.of(answer.replace('\n', ' '));
        }
    }

    List<Stored> streams() throws SQLException {
        List<Stored> streams = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement("SELECT id, name, epoch, origin, size, recorded_at,"
                        + " next_alarm, checkpoint FROM stream ORDER BY name <> 'organisation', name");
                ResultSet found = all.executeQuery()) {
            while (found.next()) {
                long alarm = found.getLong(7);
                Optional<Instant> next = found.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(alarm));
                streams.add(new Stored(
                        found.getLong(1),
                        found.getString(2),
                        found.getInt(3),
                        found.getString(4),
                        found.getLong(5),
                        Instant.ofEpochMilli(found.getLong(6)),
                        next,
                        found.getString(8)));
            }
        }
        return streams;
    }

    /// All rows of the stream below `to`, in order of position, gaps and all; constant memory.
    void entries(Stored stream, long to, Lines into) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(ENTRIES)) {
            all.setLong(1, stream.id);
            all.setLong(2, to);
            lines(all, into);
        }
    }

    Optional<Entry> entry(Stored stream, long seq) throws SQLException {
        List<Entry> found = new ArrayList<>();
        one.setLong(1, stream.id);
        one.setLong(2, seq);
        lines(one, line -> found.add(line.entry()));
        return found.stream().findFirst();
    }

    private static void lines(PreparedStatement query, Lines into) throws SQLException {
        try (ResultSet found = query.executeQuery()) {
            boolean more = found.next();
            while (more) {
                long seq = found.getLong(1);
                Hash leaf = leaf(found, 2);
                byte[] header = bytes(found, 3);
                byte @Nullable [] body = found.getBytes(4);
                List<byte @Nullable []> contents = new ArrayList<>();
                boolean inPlace = true;
                for (; more && found.getLong(1) == seq; more = found.next()) {
                    long place = found.getLong(5);
                    if (!found.wasNull()) {
                        inPlace &= place == contents.size();
                        contents.add(found.getBytes(6));
                    }
                }
                if (!into.take(new Line(seq, leaf, header, body, contents, inPlace))) {
                    return;
                }
            }
        }
    }

    /// Where a damaged file has nothing although it must have something, that is nothing.
    static byte[] bytes(ResultSet found, int column) throws SQLException {
        byte @Nullable [] bytes = found.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    /// Bytes of another length are the hash of no header, like the empty root.
    static Hash leaf(ResultSet found, int column) throws SQLException {
        byte[] stored = bytes(found, column);
        return stored.length == Hash.LENGTH ? Hash.of(stored) : Merkle.emptyRoot();
    }

    interface Leaves {
        void take(Hash leaf, Hash stored);
    }

    /// Leaf hashes of the entries below `to`, of their headers and as stored.
    void leaves(Stored stream, long to, Leaves into) throws SQLException {
        try (PreparedStatement all = connection.prepareStatement(
                "SELECT header, leaf FROM entry WHERE stream = ? AND seq < ? ORDER BY seq")) {
            all.setLong(1, stream.id);
            all.setLong(2, to);
            try (ResultSet found = all.executeQuery()) {
                while (found.next()) {
                    into.take(Merkle.leaf(bytes(found, 1)), leaf(found, 2));
                }
            }
        }
    }

    Arrivals arrivals() throws SQLException {
        return new Arrivals(connection);
    }

    interface KeyRows {
        void take(long stream, byte[] key, long first, long count, byte[] request);
    }

    /// The whole index of idempotency keys, of all streams.
    void keys(KeyRows into) throws SQLException {
        try (PreparedStatement all =
                        connection.prepareStatement("SELECT stream, key, first, count, request FROM idempotency");
                ResultSet found = all.executeQuery()) {
            while (found.next()) {
                into.take(found.getLong(1), bytes(found, 2), found.getLong(3), found.getLong(4), bytes(found, 5));
            }
        }
    }

    Optional<Journal.Made> made(Stored stream, String wanted) throws SQLException {
        key.setLong(1, stream.id);
        key.setString(2, wanted);
        try (ResultSet found = key.executeQuery()) {
            return found.next()
                    ? Optional.of(new Journal.Made(found.getLong(1), found.getInt(2), found.getString(3)))
                    : Optional.empty();
        }
    }

    long keys(Stored stream) throws SQLException {
        return count("SELECT count(*) FROM idempotency WHERE stream = " + stream.id);
    }

    /// Rows that belong to nothing, in words.
    List<String> strays() throws SQLException {
        List<String> strays = new ArrayList<>();
        stray(strays, "entries of no stream", "entry WHERE stream NOT IN (SELECT id FROM stream)");
        stray(
                strays,
                "contents of no entry",
                "content WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = content.entry)");
        stray(strays, "idempotency keys of no stream", "idempotency WHERE stream NOT IN (SELECT id FROM stream)");
        return strays;
    }

    private void stray(List<String> strays, String what, String where) throws SQLException {
        long count = count("SELECT count(*) FROM " + where);
        if (count > 0) {
            strays.add("there are " + what + ": " + count);
        }
    }

    private long count(String query) throws SQLException {
        return Long.parseLong(SqliteFile.ask(connection, query));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
