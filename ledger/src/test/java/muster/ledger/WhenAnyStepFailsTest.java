package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.TWO;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three outcomes, held at every step of the store that can fail, before and after it took effect, alone and
/// together with any later step.
class WhenAnyStepFailsTest {
    private static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);

    @TempDir
    private Path folder;

    private int stores;

    private interface Stores {
        Store open() throws Store.Fault;
    }

    private enum Said {
        COMMITTED,
        NOT_APPENDED,
        UNKNOWN
    }

    /// What a journal said of each of the two streams' second appends, under the given faults.
    private static final class Story {
        private final FaultyStore store;
        private final LedgerJournal journal;
        private final Queue<Runnable> commits = new ArrayDeque<>();
        private final List<Journal.Appended> said = new ArrayList<>();

        Story(Store behind) {
            store = new FaultyStore(behind);
            journal = new LedgerJournal(store, SIGNER, commits::add);
        }

        /// One commit each stream, then one for both together.
        void play() {
            for (StreamId stream : List.of(ONE, TWO)) {
                CompletableFuture<Journal.Appended> first = journal.append(batch(stream, 0, "first"));
                commits.remove().run();
                said.add(first.join());
            }
            CompletableFuture<Journal.Appended> one = journal.append(batch(ONE, 1, "second"));
            CompletableFuture<Journal.Appended> two = journal.append(batch(TWO, 1, "second"));
            commits.remove().run();
            said.add(one.join());
            said.add(two.join());
        }
    }

    @Test
    void in_memory() throws Store.Fault {
        everywhere(MemoryStore::new, 100);
    }

    @Test
    void on_sqlite() throws Store.Fault {
        everywhere(() -> new SqliteStore(folder.resolve("journal " + stores++ + ".db")), 2);
    }

    /// @param together how many steps may lie between two faults
    private void everywhere(Stores stores, int together) throws Store.Fault {
        Story fine = new Story(stores.open());
        fine.play();
        int steps = fine.store.steps().size();
        assertThat(fine.store.steps()).filteredOn("commit"::equals).hasSize(3);
        Set<Said> met = EnumSet.noneOf(Said.class);
        for (FaultyStore.When when : FaultyStore.When.values()) {
            for (int step = 0; step < steps; step++) {
                for (int later = step; later < Math.min(steps + 4, step + together); later++) {
                    Story story = new Story(stores.open());
                    story.store.failing(later, FaultyStore.When.BEFORE).failing(step, when);
                    story.play();
                    met.addAll(check(story));
                }
            }
        }
        assertThat(met).as("what was said at one fault point or another").containsExactlyInAnyOrder(Said.values());
    }

    /// Holds what was said against what is there once the store works again, for the journal itself and for
    /// another one that knows nothing.
    private static Set<Said> check(Story story) throws Store.Fault {
        story.store.heal();
        Set<Said> met = EnumSet.noneOf(Said.class);
        LedgerJournal fresh = new LedgerJournal(story.store, SIGNER, Runnable::run);
        for (Journal journal : List.of(story.journal, fresh)) {
            for (int i = 0; i < 4; i++) {
                StreamId stream = i % 2 == 0 ? ONE : TWO;
                String key = i < 2 ? "first" : "second";
                Journal.Appended said = story.said.get(i);
                boolean there = journal.find(stream, key).isPresent();
                assertThat(AnEntry.texts(journal, stream).contains(AnEntry.text(AnEntry.of(key + " 0"))))
                        .as("an append and its key are there together")
                        .isEqualTo(there);
                met.add(
                        switch (said) {
                            case Journal.Committed committed -> {
                                assertThat(there)
                                        .as("committed: " + story.store.steps())
                                        .isTrue();
                                assertThat(committed.receipts()).hasSize(1).allSatisfy(WhenAnyStepFailsTest::proves);
                                yield Said.COMMITTED;
                            }
                            case Journal.NotAppended not -> {
                                assertThat(there)
                                        .as(not + ": " + story.store.steps())
                                        .isFalse();
                                yield Said.NOT_APPENDED;
                            }
                            case Journal.Conflict conflict -> {
                                assertThat(there)
                                        .as("conflict: " + story.store.steps())
                                        .isFalse();
                                yield Said.NOT_APPENDED;
                            }
                            case Journal.Unknown unknown -> Said.UNKNOWN;
                        });
            }
        }
        goesOn(story);
        story.journal.close();
        return met;
    }

    private static void proves(String receipt) {
        TlogProof proof = TlogProof.parse(receipt);
        String origin = proof.checkpoint().origin();
        assertThat(proof.note().verify(List.of(SIGNER.verifierKey(origin)))).isInstanceOf(SignedNote.Signed.class);
    }

    /// Whatever happened, the next append works, and what was unknown can be repeated or is found.
    private static void goesOn(Story story) {
        for (StreamId stream : List.of(ONE, TWO)) {
            for (String key : List.of("first", "second", "third")) {
                if (story.journal.find(stream, key).isEmpty()) {
                    long at = story.journal.tip(stream).size();
                    CompletableFuture<Journal.Appended> again = story.journal.append(batch(stream, at, key));
                    story.commits.remove().run();
                    assertThat(again.join()).isInstanceOf(Journal.Committed.class);
                }
            }
            assertThat(AnEntry.texts(story.journal, stream)).hasSize(3).doesNotHaveDuplicates();
        }
    }
}
