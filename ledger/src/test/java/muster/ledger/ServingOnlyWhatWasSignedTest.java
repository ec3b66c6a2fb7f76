package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.TWO;
import static muster.ledger.AnEntry.append;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import muster.kernel.Journal;
import muster.kernel.Journal.Committed;
import muster.kernel.Journal.Conflict;
import muster.kernel.Journal.JournalUnavailable;
import muster.kernel.Journal.NotAppended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServingOnlyWhatWasSignedTest {
    private static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);

    @TempDir
    private Path folder;

    private Path file;
    private SqliteStore store;

    @BeforeEach
    void twoStreams() throws Store.Fault {
        file = folder.resolve("journal.db");
        store = new SqliteStore(file);
        LedgerJournal journal = open(SIGNER);
        journal.append(batch(ONE, 0, append("a", 5))).join();
        journal.append(batch(TWO, 0, append("a", 5))).join();
    }

    private LedgerJournal open(CheckpointSigner signer) {
        return new LedgerJournal(store, signer, Runnable::run);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteFile.run(connection, sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET header = CAST('{}' AS BLOB) WHERE stream = 1 AND seq = 3",
                "UPDATE entry SET seq = 9 WHERE stream = 1 AND seq = 4",
                "DELETE FROM entry WHERE stream = 1 AND seq = 2",
                "UPDATE stream SET size = 4 WHERE id = 1",
                "UPDATE stream SET size = 6 WHERE id = 1",
                "UPDATE stream SET origin = 'elsewhere.example/1' WHERE id = 1",
                "UPDATE stream SET checkpoint = replace(checkpoint, char(10) || '5' || char(10),"
                        + " char(10) || '4' || char(10))"
                        + " WHERE id = 1",
                "UPDATE stream SET checkpoint = '' WHERE id = 1",
                "UPDATE stream SET checkpoint = (SELECT checkpoint FROM stream WHERE id = 2) WHERE id = 1"
            })
    void a_stream_that_was_tampered_with_is_not_served_and_the_others_are(String sql) throws SQLException {
        tamper(sql);
        Queue<Runnable> commits = new ArrayDeque<>();
        LedgerJournal journal = new LedgerJournal(store, SIGNER, commits::add);
        assertThatThrownBy(() -> journal.tip(ONE))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("muster verify");
        assertThatThrownBy(() -> journal.receipts(ONE, 0, 1)).isInstanceOf(JournalUnavailable.class);
        CompletableFuture<Journal.Appended> bad = journal.append(batch(ONE, 5, "b"));
        CompletableFuture<Journal.Appended> good = journal.append(batch(TWO, 5, "b"));
        commits.remove().run();
        assertThat(bad.join()).isInstanceOf(NotAppended.class);
        assertThat(good.join()).isInstanceOf(Committed.class);
    }

    @Test
    void a_row_that_stands_in_the_way_of_one_stream_does_not_stop_the_others() throws SQLException {
        tamper("INSERT INTO entry (id, stream, seq, leaf, header, body) VALUES (99, 1, 5, x'00', x'00', x'00')");
        Queue<Runnable> commits = new ArrayDeque<>();
        LedgerJournal journal = new LedgerJournal(store, SIGNER, commits::add);
        CompletableFuture<Journal.Appended> bad = journal.append(batch(ONE, 5, "b"));
        CompletableFuture<Journal.Appended> good = journal.append(batch(TWO, 5, "b"));
        commits.remove().run();
        assertThat(bad.join()).isInstanceOf(NotAppended.class);
        assertThat(good.join()).isInstanceOf(Committed.class);
    }

    @Test
    void a_journal_with_another_key_serves_nothing() {
        CheckpointSigner other = new CheckpointSigner(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        });
        assertThatThrownBy(() -> open(other).tip(ONE))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("not signed by this Muster's key");
    }

    @Test
    void entries_that_were_acknowledged_and_are_gone_are_noticed() throws SQLException, Store.Fault {
        LedgerJournal journal = open(SIGNER);
        String before = store.row(ONE).orElseThrow().checkpoint();
        journal.append(batch(ONE, 5, "b")).join();
        tamper("DELETE FROM entry WHERE stream = 1 AND seq = 5");
        tamper("UPDATE stream SET size = 5, checkpoint = '" + before + "' WHERE id = 1");
        assertThatThrownBy(() -> journal.tip(ONE))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("only 5 of the 6 entries");
        assertThat(open(SIGNER).tip(ONE).size())
                .as("who was not there cannot know")
                .isEqualTo(5);
    }

    @Test
    void a_gap_is_noticed_when_it_is_read() throws SQLException {
        LedgerJournal journal = open(SIGNER);
        journal.tip(ONE);
        tamper("DELETE FROM entry WHERE stream = 1 AND seq = 2");
        assertThatThrownBy(() -> AnEntry.texts(journal, ONE))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("Entry 2");
    }

    @Test
    void two_journals_follow_each_other_on_one_store() {
        LedgerJournal one = open(SIGNER);
        LedgerJournal other = open(SIGNER);
        assertThat(one.append(batch(ONE, 5, "b")).join()).isInstanceOf(Committed.class);
        assertThat(other.append(batch(ONE, 5, "c")).join()).isEqualTo(new Conflict(one.tip(ONE)));
        assertThat(other.append(batch(ONE, 6, "c")).join()).isInstanceOf(Committed.class);
        assertThat(one.tip(ONE)).isEqualTo(other.tip(ONE));
        assertThat(one.append(batch(ONE, 7, "d")).join()).isInstanceOf(Committed.class);
        assertThat(one.receipts(ONE, 0, 8)).isEqualTo(other.receipts(ONE, 0, 8));
        assertThat(one.find(ONE, "c")).isPresent();
    }

    @Test
    void trees_that_were_let_go_are_built_again() {
        LedgerJournal journal = new LedgerJournal(store, SIGNER, Runnable::run, 4);
        for (int i = 0; i < 3; i++) {
            assertThat(journal.append(batch(ONE, 5 + i, "b" + i)).join()).isInstanceOf(Committed.class);
            assertThat(journal.append(batch(TWO, 5 + i, "b" + i)).join()).isInstanceOf(Committed.class);
            assertThat(journal.receipts(ONE, 0, 6 + i)).hasSize(6 + i);
            assertThat(journal.inclusion(TWO, 0, 6 + i)).isNotEmpty();
        }
        assertThat(List.of(journal.tip(ONE).size(), journal.tip(TWO).size())).containsExactly(8L, 8L);
    }
}
