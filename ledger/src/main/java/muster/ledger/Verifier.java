package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.kernel.Catalogue;
import muster.kernel.Malformed;

/// Verifies a data directory as an opponent would: trusts nothing that it can compute. Needs no keys, no server and no
/// network, and may run while a server writes.
///
/// Everything is read as stored: entries are hashed, trees rebuilt, checkpoints checked, the history folded and each
/// entry's authority judged; whatever else is in the directory is recomputed and compared.
public final class Verifier {
    private static final Set<String> KNOWN_FILES = Set.of(
            DataDirectory.JOURNAL,
            DataDirectory.JOURNAL + "-wal",
            DataDirectory.JOURNAL + "-shm",
            "lock",
            "console",
            "cache",
            "blobs");

    private final Catalogue catalogue;

    private Verifier(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param catalogue of the features whose entries may be met
    public static Verifier of(Catalogue catalogue) {
        return new Verifier(catalogue);
    }

    /// Verifies a data directory.
    ///
    /// @param checkpoint a signed checkpoint that was kept elsewhere
    /// @param receipt a receipt that was kept elsewhere
    public Report verify(Path directory, Optional<String> checkpoint, Optional<String> receipt) {
        List<Finding> findings = new ArrayList<>();
        List<Anchor> anchors = new ArrayList<>();
        try {
            checkpoint.map(Anchor::ofCheckpoint).ifPresent(anchors::add);
            receipt.map(Anchor::ofReceipt).ifPresent(anchors::add);
        } catch (Malformed malformed) {
            findings.add(
                    Finding.unproved("", -1, "what it should be held against is damaged: " + malformed.getMessage()));
        }
        Path journal = directory.resolve(DataDirectory.JOURNAL);
        try {
            strangers(directory, findings);
            if (!Files.exists(journal)) {
                findings.add(Finding.whole("there is no journal"));
                return new Report(List.of(), findings);
            }
            try (SqliteReader reader = new SqliteReader(open(journal, directory))) {
                return new Report(read(reader, anchors, findings), findings);
            }
        } catch (SQLException damaged) {
            findings.add(Finding.whole("the journal is damaged: " + damaged.getMessage()));
        } catch (IOException unreadable) {
            findings.add(Finding.unproved("", -1, "it cannot be read: " + unreadable.getMessage()));
        }
        return new Report(List.of(), findings);
    }

    private static void strangers(Path directory, List<Finding> findings) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !KNOWN_FILES.contains(name))
                    .sorted()
                    .forEach(name -> findings.add(Finding.whole("the file " + name + " does not belong here")));
        }
    }

    /// Reads one moment of the journal, whatever is written meanwhile. Where nothing can be written beside it, the file
    /// must be complete in itself.
    private static Connection open(Path journal, Path directory) throws SQLException {
        boolean still = !Files.isWritable(directory) && !Files.exists(Path.of(journal + "-wal"));
        Connection connection = still
                ? java.sql.DriverManager.getConnection("jdbc:sqlite:file:" + journal + "?immutable=1")
                : SqliteStore.connect(journal, false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA cell_size_check = ON");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private List<StreamReport> read(SqliteReader reader, List<Anchor> anchors, List<Finding> findings)
            throws SQLException {
        Connection connection = reader.connection();
        if (!schema(connection, findings) || !whole(connection, findings)) {
            return List.of();
        }
        List<StreamReport> reports = new ArrayList<>();
        Organisation organisation = new Organisation(catalogue, reader);
        List<Store.Row> rows = rows(reader, findings);
        for (Store.Row row : rows) {
            StreamCheck check = new StreamCheck(catalogue, reader, organisation, row, anchors, findings);
            reports.add(check.run());
        }
        organisation.missing(rows).forEach(findings::add);
        organisation.interval().ifPresent(findings::add);
        orphans(connection, findings);
        anchors.stream()
                .filter(anchor -> !anchor.used())
                .forEach(anchor -> findings.add(Finding.unproved(
                        "",
                        -1,
                        "there is no stream with the origin "
                                + anchor.checkpoint().origin())));
        return reports;
    }

    private static List<Store.Row> rows(SqliteReader reader, List<Finding> findings) throws SQLException {
        try {
            List<Store.Row> rows = reader.rows();
            if (rows.isEmpty() || !rows.getFirst().stream().isOrganisation()) {
                findings.add(Finding.whole("the organisation's stream is missing"));
            }
            return rows;
        } catch (IllegalArgumentException | java.time.DateTimeException damaged) {
            findings.add(Finding.whole("a row of the table streams is damaged: " + damaged.getMessage()));
            return List.of();
        }
    }

    private static boolean schema(Connection connection, List<Finding> findings) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT name, sql FROM sqlite_schema")) {
            while (result.next()) {
                found.add(String.valueOf(result.getString("sql")));
            }
        }
        boolean same = found.size() == SqliteSchema.STATEMENTS.size() && found.containsAll(SqliteSchema.STATEMENTS);
        if (!same) {
            findings.add(Finding.whole("the tables are not those of a journal"));
        }
        return same;
    }

    private static boolean whole(Connection connection, List<Finding> findings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
            String answer = result.next() ? String.valueOf(result.getString(1)) : "no answer";
            if (!answer.equals("ok")) {
                findings.add(Finding.whole("the journal's file is damaged: " + answer));
                return false;
            }
            return true;
        }
    }

    /// Rows that hang on nothing.
    private static void orphans(Connection connection, List<Finding> findings) throws SQLException {
        count(
                connection,
                "SELECT count(*), min(stream) FROM entries WHERE stream NOT IN (SELECT stream FROM streams)",
                "entries of a stream that there is not",
                findings);
        count(
                connection,
                "SELECT count(*), min(stream) FROM contents WHERE stream NOT IN (SELECT stream FROM streams)",
                "contents of a stream that there is not",
                findings);
        count(
                connection,
                "SELECT count(*), min(stream) FROM keys WHERE stream NOT IN (SELECT stream FROM streams)",
                "keys of a stream that there is not",
                findings);
    }

    private static void count(Connection connection, String query, String what, List<Finding> findings)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            if (result.next() && result.getLong(1) > 0) {
                findings.add(Finding.whole(result.getLong(1) + " " + what + ": " + result.getString(2)));
            }
        }
    }
}
