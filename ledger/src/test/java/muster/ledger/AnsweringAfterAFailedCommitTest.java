package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever step goes wrong and however: who is told yes finds the entries, who is told no never does, who is
/// told that nobody knows finds out by the key, and the next append works.
class AnsweringAfterAFailedCommitTest {
    private static final StreamId ONE = StreamId.of(Fair.id('C', 1));
    private static final StreamId TWO = StreamId.of(Fair.id('C', 2));

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private MemoryStore memory = new MemoryStore(new MemoryStore.Shared());
    private FaultyStore store = new FaultyStore(memory);
    private LedgerJournal journal = new LedgerJournal(store, Fair.SIGNER, tasks::add);

    private record Attempt(Journal.Batch batch, CompletableFuture<Journal.Appended> answer) {
        String key() {
            return batch.appends().getFirst().key().orElseThrow();
        }

        List<Hash> leaves() {
            return leavesOf(batch.appends().getFirst().entries());
        }
    }

    private static List<Hash> leavesOf(List<Entry> entries) {
        return entries.stream().map(entry -> Merkle.leaf(entry.header())).toList();
    }

    private void fresh() {
        tasks.clear();
        attempts.clear();
        memory = new MemoryStore(new MemoryStore.Shared());
        store = new FaultyStore(memory);
        journal = new LedgerJournal(store, Fair.SIGNER, tasks::add);
    }

    /// Asks where the stream stands, as an engine does, and appends there; nothing if that cannot be found out.
    private void append(StreamId stream, int count) {
        long expected;
        try {
            expected = journal.tip(stream).size();
        } catch (Journal.JournalUnavailable | IllegalStateException | FaultyStore.Death unreadable) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] header = ("attempt " + attempts.size() + " " + i).getBytes(StandardCharsets.UTF_8);
            entries.add(new Entry(header, header, List.of()));
        }
        Journal.Append append =
                new Journal.Append(entries, Optional.of("key " + attempts.size()), Optional.of("request"));
        Journal.Batch batch = new Journal.Batch(
                stream, 1, "toy/" + stream + "/1", expected, List.of(append), Instant.EPOCH, Optional.empty());
        attempts.add(new Attempt(batch, journal.append(batch)));
    }

    /// Another process writes to the same stream.
    private void somebodyElse() {
        LedgerJournal other = new LedgerJournal(memory, Fair.SIGNER, Runnable::run);
        Journal.Append append = new Journal.Append(
                List.of(new Entry(new byte[] {7}, null, List.of())), Optional.empty(), Optional.empty());
        Journal.Batch batch = new Journal.Batch(
                ONE, 1, "toy/" + ONE + "/1", other.tip(ONE).size(), List.of(append), Instant.EPOCH, Optional.empty());
        assertThat(other.append(batch).join()).isInstanceOf(Journal.Committed.class);
    }

    private void run() {
        for (Runnable next = tasks.poll(); next != null; next = tasks.poll()) {
            try {
                next.run();
            } catch (FaultyStore.Death death) {
                // the thread is gone, the journal goes on with another
            }
        }
    }

    private void play() {
        append(ONE, 2);
        append(TWO, 1);
        run();
        append(ONE, 1);
        run();
        somebodyElse();
        append(TWO, 3);
        append(ONE, 2);
        run();
        append(TWO, 1);
        run();
    }

    private void check(String when) {
        for (Attempt attempt : attempts) {
            assertThat(attempt.answer).as(when).isDone();
            List<Entry> stored = new ArrayList<>();
            long first = attempt.batch.expected();
            memory.read(attempt.batch.stream(), first, first + attempt.leaves().size(), stored::add);
            boolean there = leavesOf(stored).equals(attempt.leaves());
            Optional<Journal.Made> made = journal.find(attempt.batch.stream(), attempt.key());
            assertThat(made.isPresent()).as(when + ", found by key").isEqualTo(there);
            switch (attempt.answer.join()) {
                case Journal.Committed committed -> {
                    assertThat(there).as(when + ", told yes").isTrue();
                    proved(attempt, committed, when);
                }
                case Journal.NotAppended no ->
                    assertThat(there).as(when + ", told no").isFalse();
                case Journal.Conflict conflict ->
                    assertThat(there)
                            .as(when + ", told that it stands elsewhere")
                            .isFalse();
                case Journal.Unknown unknown -> {}
            }
        }
        Journal.Tip tip = journal.tip(ONE);
        append(ONE, 1);
        run();
        assertThat(attempts.getLast().answer.join()).as(when + ", afterwards").isInstanceOf(Journal.Committed.class);
        assertThat(journal.tip(ONE).size()).as(when).isEqualTo(tip.size() + 1);
    }

    /// Signatures are not checked here, a thousand times over.
    private void proved(Attempt attempt, Journal.Committed committed, String when) {
        for (int i = 0; i < attempt.leaves().size(); i++) {
            TlogProof proof = TlogProof.parse(committed.receipts().get(i));
            Checkpoint signed = proof.checkpoint();
            assertThat(Merkle.verifyInclusion(
                            attempt.batch.expected() + i,
                            signed.size(),
                            attempt.leaves().get(i),
                            proof.hashes(),
                            signed.root()))
                    .as(when)
                    .isTrue();
        }
    }

    @Test
    void without_a_fault_everything_is_committed_in_groups() {
        play();
        assertThat(attempts).hasSize(6).allMatch(each -> each.answer.join() instanceof Journal.Committed);
        assertThat(store.commits()).as("commits for six appends").isEqualTo(4);
        check("without a fault");
    }

    @ParameterizedTest
    @EnumSource
    void every_step_can_go_wrong(FaultyStore.Way way) {
        play();
        int steps = store.steps();
        assertThat(steps).isGreaterThan(12);
        for (int step = 0; step < steps; step++) {
            for (int again = 0; again < 4; again++) {
                for (int reopenings = 0; reopenings < 3; reopenings++) {
                    fails(way, step, again, reopenings);
                }
            }
        }
    }

    private void fails(FaultyStore.Way way, int step, int again, int reopenings) {
        String when = way + " at step " + step + " and " + again + " later, not reopened " + reopenings + " times";
        fresh();
        store.fail(step, way, again, reopenings);
        play();
        assertThat(store.faulted()).as(when).isTrue();
        store.fail(Integer.MAX_VALUE, way, 0, 0);
        if (again == 0 && reopenings == 0 && !way.isDeath()) {
            assertThat(attempts).as(when).noneMatch(each -> each.answer.join() instanceof Journal.Unknown);
        }
        check(when);
    }

    @Test
    void what_was_written_under_an_error_is_found_even_if_somebody_wrote_after_it() {
        append(ONE, 2);
        run();
        append(ONE, 1);
        store.fail(store.steps(), FaultyStore.Way.FAULT_AFTER, 0, 0);
        store.beforeReopening(this::somebodyElse);
        run();
        assertThat(journal.tip(ONE).size()).isEqualTo(4);
        assertThat(attempts.getLast().answer.join()).isInstanceOf(Journal.Committed.class);
        check("somebody wrote after it");
    }

    @Test
    void a_closed_journal_says_no_and_does_not_leave_anybody_waiting() {
        LedgerJournal closed = new LedgerJournal(memory, Fair.SIGNER, task -> {
            throw new java.util.concurrent.RejectedExecutionException("closed");
        });
        Journal.Batch batch = new Journal.Batch(
                ONE,
                1,
                "toy",
                0,
                List.of(new Journal.Append(
                        List.of(new Entry(new byte[1], null, List.of())), Optional.empty(), Optional.empty())),
                Instant.EPOCH,
                Optional.empty());
        assertThat(closed.append(batch).join()).isInstanceOf(Journal.NotAppended.class);
        assertThat(closed.append(batch).join()).isInstanceOf(Journal.NotAppended.class);
    }
}
