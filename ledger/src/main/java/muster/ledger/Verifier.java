package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.kernel.Catalogue;
import muster.kernel.Id;
import muster.kernel.Malformed;
import muster.kernel.StreamId;

/// Verifies a data directory as an opponent would: trusts nothing that it can compute. Needs no keys, no
/// server and no network, and may run while a server writes.
///
/// Everything is read as stored: entries are hashed, trees rebuilt, checkpoints checked, the history folded
/// and each entry's authority judged; whatever else is in the directory is recomputed and compared.
public final class Verifier {
    private static final Set<String> KNOWN_FILES = Set.of(
            DataDirectory.JOURNAL,
            DataDirectory.JOURNAL + "-wal",
            DataDirectory.JOURNAL + "-shm",
            "lock",
            "console",
            "cache");

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
        } catch (SQLException e) {
            findings.add(
                    SqliteFile.isDamage(e)
                            ? Finding.whole("the journal is damaged: " + e.getMessage())
                            : Finding.unproved("", -1, "the journal cannot be read: " + e.getMessage()));
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
        Path lock = directory.resolve("lock");
        if (Files.exists(lock) && Files.size(lock) > 0) {
            findings.add(Finding.whole("the file lock is not empty"));
        }
    }

    /// Reads one moment of the journal, whatever is written meanwhile. Where nothing can be written beside
    /// it, the file must be complete in itself.
    private static Connection open(Path journal, Path directory) throws SQLException, IOException {
        Path log = directory.resolve(DataDirectory.JOURNAL + "-wal");
        boolean still = !Files.isWritable(directory) && (!Files.exists(log) || Files.size(log) == 0);
        Connection connection = still ? SqliteFile.still(journal) : SqliteFile.reading(journal);
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
        List<SqliteReader.StreamRow> rows = reader.streamRows();
        if (rows.isEmpty() || !rows.getFirst().stream().equals(StreamId.ORGANISATION.text())) {
            findings.add(Finding.whole("the organisation's stream is missing"));
        }
        Set<String> there = new HashSet<>();
        for (SqliteReader.StreamRow row : rows) {
            there.add(row.stream());
            if (row.stream().equals(StreamId.ORGANISATION.text()) || Id.wellFormed(row.stream())) {
                reports.add(new StreamCheck(catalogue, reader, organisation, row, anchors, findings).run());
            } else {
                findings.add(Finding.whole("no stream can be called " + row.stream()));
            }
        }
        organisation.interval().ifPresent(findings::add);
        findings.addAll(organisation.missing(there));
        orphans(connection, findings);
        anchors.stream()
                .filter(anchor -> !anchor.used())
                .map(anchor -> strange(anchor, organisation))
                .forEach(findings::add);
        return reports;
    }

    /// A checkpoint of a stream that is not there: if this ledger signed it, it was there.
    private static Finding strange(Anchor anchor, Organisation organisation) {
        String origin = anchor.checkpoint().origin();
        return organisation.key().filter(anchor::isSignedBy).isPresent()
                ? Finding.whole("the stream of an outside checkpoint is missing: " + origin)
                : Finding.unproved("", -1, "there is no stream with the origin " + origin);
    }

    private static boolean schema(Connection connection, List<Finding> findings) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema")) {
            while (result.next()) {
                boolean table = "table".equals(result.getString("type"))
                        && String.valueOf(result.getString("sql"))
                                .startsWith("CREATE TABLE " + result.getString("name") + " (")
                        && String.valueOf(result.getString("name")).equals(result.getString("tbl_name"));
                found.add(table ? result.getString("sql") : "");
            }
        }
        boolean same = found.size() == SqliteSchema.STATEMENTS.size()
                && found.containsAll(SqliteSchema.STATEMENTS)
                && SqliteFile.number(connection, "PRAGMA application_id") == SqliteSchema.APPLICATION
                && SqliteFile.number(connection, "PRAGMA user_version") == SqliteSchema.VERSION;
        if (!same) {
            findings.add(Finding.whole("the tables are not those of a journal of version " + SqliteSchema.VERSION));
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
