package muster.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import muster.ledger.CheckpointSigner;
import org.sqlite.JDBC;

/// What takes its time the first time in every process that opens a record: the database's own code, the
/// tables behind a signature, the features. Done on another core while the command line is read, it makes a
/// start a good deal faster, and nothing else: whatever fails here fails again where somebody is told.
final class HeadStart {
    private static final int KEY_LENGTH = 32;

    private HeadStart() {}

    static void begin() {
        Thread.ofPlatform().name("head-start").daemon(true).start(() -> {
            openNothing();
            Features.catalogue();
        });
        Thread.ofPlatform()
                .name("head-start")
                .daemon(true)
                .start(() -> new CheckpointSigner(new byte[KEY_LENGTH]).verifierKey("head-start/organisation/1"));
    }

    private static void openNothing() {
        try (Connection nothing = JDBC.createConnection("jdbc:sqlite::memory:", new Properties())) {
            nothing.isValid(0);
        } catch (SQLException told) {
            System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, "no database", told);
        }
    }
}
