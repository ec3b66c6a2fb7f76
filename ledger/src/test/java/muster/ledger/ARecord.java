package muster.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.StreamId;
import muster.ledger.toy.AClub;

/// The data directory of a club, closed: three streams, a few hundred entries; and what can be done to it.
final class ARecord {
    static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);
    /// Nobody pulls the plug in these tests.
    static final List<String> QUICK = List.of("PRAGMA synchronous = OFF");
    private static final Verifier VERIFIER = Verifier.of(AClub.catalogue());

    private final Path directory;

    ARecord(Path directory) {
        this.directory = directory;
    }

    /// A record with as much talk.
    static ARecord of(Path directory, int sayings) {
        return of(directory, sayings, 1);
    }

    static ARecord of(Path directory, int sayings, long seed) {
        try (SqliteStore store =
                new SqliteStore(Files.createDirectories(directory).resolve("journal.db"), QUICK)) {
            AClub.on(new LedgerJournal(store, SIGNER, Runnable::run), seed).talk(sayings);
            return new ARecord(directory);
        } catch (Store.Fault e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path directory() {
        return directory;
    }

    Path file() {
        return directory.resolve("journal.db");
    }

    /// The same in another place.
    ARecord copy(Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> old = Files.list(to)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        Files.copy(file(), to.resolve("journal.db"));
        return new ARecord(to);
    }

    Report verify() {
        return VERIFIER.verify(directory, Optional.empty(), Optional.empty());
    }

    Report against(String checkpoint) {
        return VERIFIER.verify(directory, Optional.of(checkpoint), Optional.empty());
    }

    Report againstReceipt(String receipt) {
        return VERIFIER.verify(directory, Optional.empty(), Optional.of(receipt));
    }

    interface Change {
        void in(Connection connection) throws SQLException;
    }

    /// Changes the file behind everybody's back.
    ARecord change(Change change) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            SqliteFile.run(connection, "PRAGMA synchronous = OFF");
            change.in(connection);
        }
        return this;
    }

    ARecord sql(String... statements) throws SQLException {
        return change(connection -> {
            for (String statement : statements) {
                SqliteFile.run(connection, statement);
            }
        });
    }

    String ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            return SqliteFile.ask(connection, query);
        }
    }

    /// Every row of every table, in words.
    List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            for (String table : List.of("stream", "entry", "content", "idempotency")) {
                try (PreparedStatement all = connection.prepareStatement("SELECT * FROM " + table);
                        ResultSet found = all.executeQuery()) {
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int i = 1; i <= columns; i++) {
                            byte[] bytes = found.getBytes(i);
                            row.append('|')
                                    .append(
                                            bytes == null
                                                    ? "-"
                                                    : java.util.HexFormat.of().formatHex(bytes));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }

    /// The number that the file has for a stream.
    long id(StreamId stream) throws SQLException {
        return Long.parseLong(ask("SELECT id FROM stream WHERE name = '" + stream + "'"));
    }

    long size(StreamId stream) throws SQLException {
        return Long.parseLong(ask("SELECT size FROM stream WHERE name = '" + stream + "'"));
    }

    String checkpoint(StreamId stream) throws SQLException {
        return ask("SELECT checkpoint FROM stream WHERE name = '" + stream + "'");
    }

    String origin(StreamId stream) throws SQLException {
        return ask("SELECT origin FROM stream WHERE name = '" + stream + "'");
    }
}
