package muster.ledger;

import java.util.List;

/// The tables of the journal, word for word: the verifier compares them with what it finds.
final class SqliteSchema {
    /// `PRAGMA user_version` of a journal with this schema.
    static final int VERSION = 1;
    /// `PRAGMA application_id`: "Must".
    static final int APPLICATION = 0x4d757374;

    static final List<String> STATEMENTS = List.of(
            "CREATE TABLE streams (stream TEXT PRIMARY KEY, epoch INTEGER NOT NULL, origin TEXT NOT NULL,"
                    + " size INTEGER NOT NULL, recorded_at TEXT NOT NULL, checkpoint TEXT NOT NULL, next_alarm TEXT)"
                    + " STRICT, WITHOUT ROWID",
            "CREATE TABLE entries (stream TEXT NOT NULL, seq INTEGER NOT NULL, header BLOB NOT NULL, body BLOB,"
                    + " contents INTEGER NOT NULL, PRIMARY KEY (stream, seq)) STRICT, WITHOUT ROWID",
            "CREATE TABLE contents (stream TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, text BLOB,"
                    + " PRIMARY KEY (stream, seq, n)) STRICT, WITHOUT ROWID",
            "CREATE TABLE keys (stream TEXT NOT NULL, key TEXT NOT NULL, first INTEGER NOT NULL,"
                    + " count INTEGER NOT NULL, request TEXT NOT NULL, PRIMARY KEY (stream, key)) STRICT, WITHOUT ROWID");

    private SqliteSchema() {}
}
