package muster.bench;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Every text of a journal read from its file and hashed, as simply as can be: what a verification is held
/// against.
///
/// @param bytes of all texts
/// @param file bytes of the file
/// @param reading seconds of processor time
/// @param hashing seconds of processor time
/// @param seconds both as they passed
record Stored(long bytes, long file, double reading, double hashing, double seconds) {
    private static final int AT_ONCE = 2_000;

    /// Of a journal that nobody has open.
    static Stored read(Path journal) throws SQLException {
        Reading reading = new Reading();
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + journal + "?immutable=1");
                Statement statement = connection.createStatement()) {
            reading.all(statement, "SELECT header, body FROM entry ORDER BY id", 2);
            reading.all(statement, "SELECT text FROM content ORDER BY entry, place", 1);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Stored(
                reading.bytes, journal.toFile().length(), reading.readNanos / 1e9, reading.hashNanos / 1e9, seconds);
    }

    private static final class Reading {
        private final MessageDigest digest = sha256();
        private final List<byte[]> read = new ArrayList<>();
        private long bytes;
        private long readNanos;
        private long hashNanos;
        private int sum;

        void all(Statement statement, String query, int columns) throws SQLException {
            long began = Clocks.thread();
            try (ResultSet found = statement.executeQuery(query)) {
                boolean more = true;
                while (more) {
                    more = some(found, columns);
                    long between = Clocks.thread();
                    readNanos += between - began;
                    hash();
                    began = Clocks.thread();
                    hashNanos += began - between;
                }
            }
        }

        private boolean some(ResultSet found, int columns) throws SQLException {
            read.clear();
            while (read.size() < AT_ONCE) {
                if (!found.next()) {
                    return false;
                }
                for (int column = 1; column <= columns; column++) {
                    byte[] text = found.getBytes(column);
                    if (text != null) {
                        read.add(text);
                    }
                }
            }
            return true;
        }

        private void hash() {
            for (byte[] text : read) {
                bytes += text.length;
                sum += digest.digest(text)[0];
            }
            if (sum == Integer.MIN_VALUE) {
                throw new IllegalStateException("so that nobody leaves the hashing out");
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
