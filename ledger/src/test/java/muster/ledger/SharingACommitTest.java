package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.TWO;
import static muster.ledger.AnEntry.append;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import muster.kernel.Entries;
import muster.kernel.Entry;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.Journal.Committed;
import muster.kernel.Journal.Conflict;
import muster.kernel.Journal.NotAppended;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Test;

class SharingACommitTest {
    private static final CheckpointSigner SIGNER = new CheckpointSigner(new byte[32]);

    private final FaultyStore store = new FaultyStore(new MemoryStore());
    private final Queue<Runnable> commits = new ArrayDeque<>();
    private final LedgerJournal journal = new LedgerJournal(store, SIGNER, commits::add);

    private long commitsMade() {
        return store.steps().stream().filter("commit"::equals).count();
    }

    private static StreamId stream(int n) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) n;
        return StreamId.of(Id.of(bytes));
    }

    @Test
    void what_waits_for_different_streams_shares_one_commit_up_to_64() {
        List<CompletableFuture<Journal.Appended>> all = new ArrayList<>();
        IntStream.range(0, 70).forEach(n -> all.add(journal.append(batch(stream(n), 0, append("a", 2)))));
        assertThat(commits).as("one task runs them all").hasSize(1);
        assertThat(all).noneMatch(CompletableFuture::isDone);
        commits.remove().run();
        assertThat(commitsMade()).isEqualTo(2);
        assertThat(all).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Committed.class));
    }

    @Test
    void a_second_batch_of_a_stream_waits_for_the_first_and_lets_others_pass() {
        CompletableFuture<Journal.Appended> first = journal.append(batch(ONE, 0, "a"));
        CompletableFuture<Journal.Appended> second = journal.append(batch(ONE, 1, "b"));
        CompletableFuture<Journal.Appended> late = journal.append(batch(ONE, 1, "c"));
        CompletableFuture<Journal.Appended> other = journal.append(batch(TWO, 0, "a"));
        List<String> order = new ArrayList<>();
        CompletableFuture<Void> told = CompletableFuture.allOf(
                first.thenRun(() -> order.add("first")),
                second.thenRun(() -> order.add("second")),
                late.thenRun(() -> order.add("late")),
                other.thenRun(() -> order.add("other")));
        commits.remove().run();
        assertThat(told).isDone();
        assertThat(first.join()).isInstanceOf(Committed.class);
        assertThat(second.join()).isInstanceOf(Committed.class);
        assertThat(late.join()).isEqualTo(new Conflict(journal.tip(ONE)));
        assertThat(order).containsExactly("first", "other", "second", "late");
        assertThat(commitsMade()).isEqualTo(2);
    }

    @Test
    void every_touched_stream_gets_one_checkpoint_that_all_its_receipts_carry() {
        CompletableFuture<Journal.Appended> one = journal.append(batch(ONE, 0, append("a", 3), append("b", 2)));
        CompletableFuture<Journal.Appended> two = journal.append(batch(TWO, 0, "a"));
        commits.remove().run();
        assertThat(two.join()).isInstanceOf(Committed.class);
        Committed committed = (Committed) one.join();
        List<Hash> leaves = new ArrayList<>();
        journal.read(ONE, 0, 5, entry -> leaves.add(Merkle.leaf(entry.header())));
        VerifierKey key = VerifierKey.parse(journal.verifierKey(AnEntry.origin(ONE)));
        assertThat(committed.receipts()).hasSize(5);
        for (int seq = 0; seq < 5; seq++) {
            TlogProof receipt = TlogProof.parse(committed.receipts().get(seq));
            assertThat(receipt.index()).isEqualTo(seq);
            assertThat(receipt.note().encoded()).isEqualTo(committed.tip().checkpoint());
            assertThat(receipt.verify(AnEntry.origin(ONE), leaves.get(seq), List.of(key)))
                    .isInstanceOf(TlogProof.Proved.class);
            assertThat(receipt.verify(AnEntry.origin(ONE), leaves.get((seq + 1) % 5), List.of(key)))
                    .isInstanceOf(TlogProof.NotProved.class);
        }
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(committed.tip().checkpoint()).text());
        assertThat(checkpoint.extensions()).isEmpty();
        assertThat(checkpoint.root().base64Url()).isEqualTo(committed.tip().root());
        assertThat(journal.tip(TWO).checkpoint()).startsWith(AnEntry.origin(TWO) + "\n1\n");
    }

    @Test
    void what_cannot_be_appended_does_not_keep_others_from_it() {
        Entry large = new Entry(new byte[Entries.MOST_BYTES], new byte[1], List.of());
        Journal.Append tooLarge = new Journal.Append(List.of(large), Optional.empty(), Optional.empty());
        List<CompletableFuture<Journal.Appended>> unfit = List.of(
                journal.append(batch(stream(10), 0, tooLarge)),
                journal.append(batch(stream(11), 0)),
                journal.append(batch(stream(12), 0, append("a", 1), append("a", 1))),
                journal.append(new Journal.Batch(
                        stream(13), 1, "no\norigin", 0, List.of(append("a", 1)), AnEntry.THEN, Optional.empty())));
        CompletableFuture<Journal.Appended> fit = journal.append(batch(ONE, 0, "a"));
        commits.remove().run();
        assertThat(unfit).allSatisfy(one -> assertThat(one.join()).isInstanceOf(NotAppended.class));
        assertThat(fit.join()).isInstanceOf(Committed.class);
        assertThat(journal.streams()).containsExactly(ONE);
    }

    @Test
    void a_key_that_was_used_and_another_origin_are_not_appended() {
        CompletableFuture<Journal.Appended> once = journal.append(batch(ONE, 0, "a"));
        commits.remove().run();
        assertThat(once.join()).isInstanceOf(Committed.class);
        CompletableFuture<Journal.Appended> again = journal.append(batch(ONE, 1, "a"));
        commits.remove().run();
        assertThat(again.join()).isInstanceOf(NotAppended.class);
        CompletableFuture<Journal.Appended> elsewhere = journal.append(new Journal.Batch(
                ONE, 1, "elsewhere.example/1", 1, List.of(append("b", 1)), AnEntry.THEN, Optional.empty()));
        commits.remove().run();
        assertThat(elsewhere.join()).isInstanceOf(NotAppended.class);
        assertThat(AnEntry.texts(journal, ONE)).hasSize(1);
    }

    @Test
    void an_append_after_closing_is_answered() {
        CompletableFuture<Journal.Appended> before = journal.append(batch(ONE, 0, "a"));
        journal.close();
        commits.remove().run();
        assertThat(before.join()).isInstanceOf(NotAppended.class);
        LedgerJournal rejected = new LedgerJournal(new MemoryStore(), SIGNER, task -> {
            throw new RejectedExecutionException();
        });
        assertThat(rejected.append(batch(ONE, 0, "a")).join()).isInstanceOf(NotAppended.class);
        assertThat(rejected.append(batch(ONE, 0, "b")).join()).isInstanceOf(NotAppended.class);
    }

    @Test
    void a_fault_of_ours_while_answering_is_not_taken_for_the_truth() {
        CompletableFuture<Journal.Appended> first = journal.append(batch(ONE, 0, "a"));
        CompletableFuture<Void> failing = first.thenRun(() -> {
            throw new IllegalStateException("whoever was answered fails");
        });
        CompletableFuture<Journal.Appended> second = journal.append(batch(TWO, 0, "a"));
        commits.remove().run();
        assertThat(failing).isCompletedExceptionally();
        assertThat(second.join()).isInstanceOf(Committed.class);
    }
}
