package muster.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of the journal, word for word: the verifier compares them with what it finds.
///
/// Entries lie in the order of their arrival, whatever their stream, so that a commit for many streams writes few
/// pages. `leaf` repeats the hash of the header: of no weight as evidence, it names the entry where a header was
/// damaged, because the tree's root only says that some header was. Times are milliseconds since 1970.
final class SqliteSchema {
    /// `PRAGMA user_version` of a journal with this schema.
    static final int VERSION = 1;
    /// `PRAGMA application_id`: "Must".
    static final int APPLICATION = 0x4d757374;

    static final List<String> TABLES = List.of(
            "CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, epoch INTEGER NOT NULL,"
                    + " origin TEXT NOT NULL, size INTEGER NOT NULL, recorded_at INTEGER NOT NULL, next_alarm INTEGER,"
                    + " checkpoint TEXT NOT NULL) STRICT",
            "CREATE TABLE entry (id INTEGER PRIMARY KEY, stream INTEGER NOT NULL, seq INTEGER NOT NULL,"
                    + " leaf BLOB NOT NULL, header BLOB NOT NULL, body BLOB, UNIQUE (stream, seq)) STRICT",
            "CREATE TABLE content (entry INTEGER NOT NULL, place INTEGER NOT NULL, text BLOB,"
                    + " PRIMARY KEY (entry, place)) STRICT, WITHOUT ROWID",
            "CREATE TABLE idempotency (stream INTEGER NOT NULL, key TEXT NOT NULL, first INTEGER NOT NULL,"
                    + " count INTEGER NOT NULL, request TEXT NOT NULL, PRIMARY KEY (stream, key))"
                    + " STRICT, WITHOUT ROWID");

    private SqliteSchema() {}

    /// Makes the tables, all or none.
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA application_id = " + APPLICATION);
            statement.execute("PRAGMA user_version = " + VERSION);
            statement.execute("COMMIT");
        }
    }

    static boolean isEmpty(Connection connection) throws SQLException {
        return number(connection, "PRAGMA application_id") == 0
                && number(connection, "PRAGMA user_version") == 0
                && number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    /// What is wrong with the schema, in a sentence.
    static Verdict judge(Connection connection) throws SQLException {
        if (number(connection, "PRAGMA application_id") != APPLICATION) {
            return new Other("This SQLite file is not a journal of Muster.");
        }
        long version = number(connection, "PRAGMA user_version");
        if (version > VERSION) {
            return new Newer("The journal has schema version " + version + ", but this Muster knows only " + VERSION
                    + "; use the newer Muster that wrote it.");
        }
        if (version != VERSION) {
            return new Other("The journal says to have schema version " + version + ", which there never was.");
        }
        return tables(connection).equals(TABLES)
                ? new Ours()
                : new Other("The tables of the journal are not those of schema version " + VERSION + ".");
    }

    /// What was created, indexes of constraints left out, which have no text of their own.
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT sql, name FROM sqlite_schema ORDER BY rowid")) {
            while (found.next()) {
                @Nullable String sql = found.getString(1);
                if (sql != null || !String.valueOf(found.getString(2)).startsWith("sqlite_autoindex_")) {
                    tables.add(String.valueOf(sql));
                }
            }
        }
        return tables;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    sealed interface Verdict {}

    record Ours() implements Verdict {}

    /// @param words what it is instead
    record Other(String words) implements Verdict {}

    /// @param words that this build is too old
    record Newer(String words) implements Verdict {}
}
