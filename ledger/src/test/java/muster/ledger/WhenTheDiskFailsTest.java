package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.TWO;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import muster.kernel.Journal;
import muster.kernel.Journal.Committed;
import muster.kernel.Journal.Conflict;
import muster.kernel.Journal.JournalUnavailable;
import muster.kernel.Journal.NotAppended;
import muster.kernel.Journal.Unknown;
import muster.ledger.MemoryStore.Trouble;
import org.junit.jupiter.api.Test;

class WhenTheDiskFailsTest {
    private static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);

    private final MemoryStore store = new MemoryStore();
    private final LedgerJournal journal = new LedgerJournal(store, SIGNER, Runnable::run);

    private Journal.Appended append(long expected, String key) {
        return journal.append(batch(ONE, expected, key)).join();
    }

    private boolean isThere(String key) {
        return journal.find(ONE, key).isPresent();
    }

    @Test
    void what_did_not_reach_the_disk_was_not_appended() {
        store.next(Trouble.BEFORE);
        assertThat(append(0, "a")).isEqualTo(new NotAppended("The journal's disk reports an error."));
        assertThat(isThere("a")).isFalse();
        assertThat(append(0, "a")).isInstanceOf(Committed.class);
    }

    @Test
    void what_was_reported_as_failed_and_is_there_all_the_same_is_committed() {
        store.next(Trouble.AFTER);
        assertThat(append(0, "a")).isInstanceOfSatisfying(Committed.class, committed -> {
            assertThat(committed.tip()).isEqualTo(journal.tip(ONE));
            assertThat(committed.receipts()).isEqualTo(journal.receipts(ONE, 0, 1));
        });
    }

    @Test
    void what_was_committed_survives_a_power_cut() throws Store.Fault {
        append(0, "a");
        store.next(Trouble.AFTER);
        append(1, "ghost");
        append(2, "c");
        store.crash(false);
        store.reopen();
        LedgerJournal afterwards = new LedgerJournal(store, SIGNER, Runnable::run);
        assertThat(AnEntry.texts(afterwards, ONE)).hasSize(3);
    }

    @Test
    void a_disk_that_does_not_flush_is_found_out() throws Store.Fault {
        store.flushing(false);
        assertThat(append(0, "a")).isInstanceOf(Committed.class);
        store.crash(false);
        store.reopen();
        assertThat(new LedgerJournal(store, SIGNER, Runnable::run).tip(ONE).size())
                .isZero();
    }

    @Test
    void while_the_disk_is_away_nobody_knows_and_nobody_is_told() {
        append(0, "a");
        store.next(Trouble.AFTER);
        store.awayWithTheNextFault();
        assertThat(append(1, "b")).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> isThere("b")).isInstanceOf(JournalUnavailable.class);
        assertThatThrownBy(() -> journal.tip(ONE)).isInstanceOf(JournalUnavailable.class);
        assertThat(append(1, "c")).isInstanceOf(NotAppended.class);

        store.down(false);
        assertThat(isThere("b")).as("a read brings the store back").isTrue();
        assertThat(append(1, "b")).isInstanceOf(Conflict.class);
        assertThat(append(2, "c")).isInstanceOf(Committed.class);
    }

    @Test
    void an_append_brings_the_store_back_as_well() {
        append(0, "a");
        store.next(Trouble.BEFORE);
        store.awayWithTheNextFault();
        assertThat(append(1, "b")).isInstanceOf(Unknown.class);
        store.down(false);
        assertThat(append(1, "b")).isInstanceOf(Committed.class);
    }

    @Test
    void a_full_disk_is_said_and_space_is_enough_to_go_on() {
        append(0, "a");
        store.full(true);
        assertThat(append(1, "b")).isEqualTo(new NotAppended("There is no space left for the journal."));
        assertThat(AnEntry.texts(journal, ONE)).hasSize(1);
        store.full(false);
        assertThat(append(1, "b")).isInstanceOf(Committed.class);
    }

    @Test
    void a_disk_that_can_only_be_read_is_said() {
        store.next(Trouble.READ_ONLY);
        assertThat(append(0, "a")).isEqualTo(new NotAppended("The journal can only be read, not written."));
    }

    @Test
    void entries_of_somebody_else_are_not_taken_for_those_that_failed() {
        LedgerJournal other = new LedgerJournal(store, SIGNER, Runnable::run);
        FaultyStore faulty = new FaultyStore(store)
                .failing(1, FaultyStore.When.BEFORE)
                .whileDead(() -> other.append(batch(ONE, 0, "other")).join());
        LedgerJournal failing = new LedgerJournal(faulty, SIGNER, Runnable::run);
        assertThat(failing.append(batch(ONE, 0, "mine")).join()).isEqualTo(new Conflict(other.tip(ONE)));
        assertThat(faulty.steps()).startsWith("row", "commit", "reopen");
        assertThat(failing.find(ONE, "mine")).isEmpty();
        assertThat(failing.find(ONE, "other")).isPresent();
    }

    @Test
    void a_ghost_that_others_went_on_from_is_committed_where_it_stands() {
        LedgerJournal other = new LedgerJournal(store, SIGNER, Runnable::run);
        FaultyStore faulty = new FaultyStore(store)
                .failing(1, FaultyStore.When.AFTER)
                .whileDead(() -> other.append(batch(ONE, 1, "other")).join());
        LedgerJournal failing = new LedgerJournal(faulty, SIGNER, Runnable::run);
        assertThat(failing.append(batch(ONE, 0, "mine")).join()).isInstanceOfSatisfying(Committed.class, mine -> {
            assertThat(mine.tip().size()).as("the position of its own entries").isEqualTo(1);
            assertThat(mine.receipts()).hasSize(1);
        });
        assertThat(failing.tip(ONE).size()).isEqualTo(2);
    }

    @Test
    void a_ghost_of_one_stream_is_no_ghost_of_the_other() {
        LedgerJournal other = new LedgerJournal(store, SIGNER, Runnable::run);
        append(0, "a");
        store.next(Trouble.AFTER);
        append(1, "b");
        assertThat(other.append(batch(TWO, 0, "x")).join()).isInstanceOf(Committed.class);
        assertThat(AnEntry.texts(other, ONE)).hasSize(2);
    }
}
