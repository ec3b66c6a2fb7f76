package muster.ledger;

import static muster.ledger.AnEntry.ONE;
import static muster.ledger.AnEntry.TWO;
import static muster.ledger.AnEntry.append;
import static muster.ledger.AnEntry.batch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.Journal.Committed;
import muster.kernel.Journal.Conflict;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a journal promises, whatever store it is over. A test class for a store implements this and says how
/// an empty journal over it is made.
interface JournalOverAStore {
    /// An empty journal.
    Journal journal();

    private static Committed commit(Journal journal, Journal.Batch batch) {
        Journal.Appended appended = journal.append(batch).join();
        assertThat(appended).isInstanceOf(Committed.class);
        return (Committed) appended;
    }

    @Test
    default void a_stream_that_has_not_begun_is_empty() {
        Journal journal = journal();
        assertThat(journal.tip(ONE))
                .isEqualTo(new Journal.Tip(ONE, 1, 0, Merkle.emptyRoot().base64Url(), Instant.EPOCH, ""));
        assertThat(journal.streams()).isEmpty();
        assertThat(journal.find(ONE, "key")).isEmpty();
        assertThat(AnEntry.texts(journal, ONE)).isEmpty();
        assertThat(journal.receipts(ONE, 0, 10)).isEmpty();
    }

    @Test
    default void entries_come_back_as_they_were_given() {
        Journal journal = journal();
        Entry whole = AnEntry.of("whole");
        Entry withoutContents = new Entry(AnEntry.bytes("{}"), AnEntry.bytes("[]"), List.of());
        List<byte @Nullable []> contents = new ArrayList<>();
        contents.add(null);
        contents.add(AnEntry.bytes("left"));
        Entry erased = new Entry(AnEntry.bytes("{1}"), null, contents);
        Journal.Append all =
                new Journal.Append(List.of(whole, withoutContents, erased), Optional.empty(), Optional.empty());
        commit(journal, batch(ONE, 0, all));
        assertThat(AnEntry.texts(journal, ONE))
                .containsExactly(AnEntry.text(whole), AnEntry.text(withoutContents), AnEntry.text(erased));
    }

    @Test
    default void a_commit_says_where_the_stream_stands_now() {
        Journal journal = journal();
        Committed first = commit(journal, batch(ONE, 0, append("a", 2), append("b", 1)));
        assertThat(first.tip().size()).isEqualTo(3);
        assertThat(first.tip().recordedAt()).isEqualTo(AnEntry.THEN);
        assertThat(first.receipts()).hasSize(3).doesNotHaveDuplicates();
        assertThat(journal.tip(ONE)).isEqualTo(first.tip());
        Committed second = commit(journal, batch(ONE, 3, "c"));
        assertThat(second.tip().root()).isNotEqualTo(first.tip().root());
        assertThat(second.receipts()).hasSize(1);
        assertThat(journal.receipts(ONE, 0, 99))
                .hasSize(4)
                .last()
                .isEqualTo(second.receipts().getFirst());
    }

    @Test
    default void an_append_for_another_position_changes_nothing() {
        Journal journal = journal();
        Committed there = commit(journal, batch(ONE, 0, "a"));
        for (long expected : List.of(0L, 2L, 7L)) {
            assertThat(journal.append(batch(ONE, expected, "late")).join()).isEqualTo(new Conflict(there.tip()));
        }
        assertThat(journal.append(batch(TWO, 1, "early")).join()).isEqualTo(new Conflict(journal.tip(TWO)));
        assertThat(AnEntry.texts(journal, ONE)).hasSize(1);
        assertThat(journal.find(ONE, "late")).isEmpty();
        assertThat(journal.streams()).containsExactly(ONE);
    }

    @Test
    default void an_append_is_found_under_its_key_in_its_stream() {
        Journal journal = journal();
        commit(journal, batch(ONE, 0, append("a", 2), append("b", 3)));
        commit(journal, batch(TWO, 0, "b"));
        Journal.Append nameless = new Journal.Append(List.of(AnEntry.of("x")), Optional.of("c"), Optional.empty());
        commit(journal, batch(ONE, 5, nameless));
        assertThat(journal.find(ONE, "a")).contains(new Journal.Made(0, 2, "request of a"));
        assertThat(journal.find(ONE, "b")).contains(new Journal.Made(2, 3, "request of b"));
        assertThat(journal.find(TWO, "b")).contains(new Journal.Made(0, 1, "request of b"));
        assertThat(journal.find(ONE, "c")).contains(new Journal.Made(5, 1, ""));
        assertThat(journal.find(TWO, "a")).isEmpty();
    }

    @Test
    default void a_part_of_a_stream_can_be_read() {
        Journal journal = journal();
        commit(journal, batch(ONE, 0, append("a", 400)));
        List<String> all = AnEntry.texts(journal, ONE);
        for (long[] part : new long[][] {{0, 0}, {0, 1}, {5, 300}, {399, 400}, {390, 4000}, {400, 401}, {500, 600}}) {
            List<String> read = new ArrayList<>();
            journal.read(ONE, part[0], part[1], entry -> read.add(AnEntry.text(entry)));
            int from = (int) Math.min(part[0], 400);
            assertThat(read).isEqualTo(all.subList(from, (int) Math.max(from, Math.min(part[1], 400))));
        }
    }

    @Test
    default void whoever_reads_may_read_something_else_meanwhile() {
        Journal journal = journal();
        commit(journal, batch(ONE, 0, append("a", 3)));
        commit(journal, batch(TWO, 0, append("b", 2)));
        List<String> read = new ArrayList<>();
        journal.read(ONE, 0, 3, outer -> {
            read.add(AnEntry.text(outer));
            journal.read(TWO, 0, 2, inner -> read.add(AnEntry.text(inner)));
        });
        assertThat(read)
                .hasSize(3 + 3 * 2)
                .startsWith(AnEntry.text(AnEntry.of("a 0")), AnEntry.text(AnEntry.of("b 0")));
    }

    @Test
    default void the_organisation_is_named_first() {
        Journal journal = journal();
        for (StreamId stream : List.of(TWO, StreamId.ORGANISATION, ONE)) {
            commit(journal, batch(stream, 0, "a"));
        }
        assertThat(journal.streams()).containsExactly(StreamId.ORGANISATION, ONE, TWO);
    }

    @Test
    default void the_last_alarm_of_each_stream_counts() {
        Journal journal = journal();
        Instant early = AnEntry.THEN.plusSeconds(10);
        Instant late = AnEntry.THEN.plusSeconds(20);
        commit(journal, withAlarm(ONE, 0, Optional.of(early)));
        commit(journal, withAlarm(TWO, 0, Optional.of(early)));
        commit(journal, withAlarm(ONE, 1, Optional.of(late)));
        assertThat(journal.alarms()).isEqualTo(Map.of(ONE, late, TWO, early));
        commit(journal, withAlarm(TWO, 1, Optional.empty()));
        assertThat(journal.alarms()).isEqualTo(Map.of(ONE, late));
    }

    private static Journal.Batch withAlarm(StreamId stream, long expected, Optional<Instant> alarm) {
        List<Journal.Append> appends = List.of(append("key " + expected, 1));
        return new Journal.Batch(stream, 1, AnEntry.origin(stream), expected, appends, AnEntry.THEN, alarm);
    }

    @Test
    default void every_entry_can_be_proved_in_the_tree_of_every_size() {
        Journal journal = journal();
        List<Hash> roots = new ArrayList<>(List.of(Merkle.emptyRoot()));
        for (int size = 1; size <= 20; size++) {
            String root =
                    commit(journal, batch(ONE, size - 1, "key " + size)).tip().root();
            roots.add(Hash.fromBase64Url(root));
        }
        List<Hash> leaves = new ArrayList<>();
        journal.read(ONE, 0, 20, entry -> leaves.add(Merkle.leaf(entry.header())));
        for (int size = 1; size <= 20; size++) {
            for (int seq = 0; seq < size; seq++) {
                List<Hash> proof = hashes(journal.inclusion(ONE, seq, size));
                assertThat(Merkle.verifyInclusion(seq, size, leaves.get(seq), proof, roots.get(size)))
                        .isTrue();
            }
            for (int from = 1; from <= size; from++) {
                List<Hash> proof = hashes(journal.consistency(ONE, from, size));
                assertThat(Merkle.verifyConsistency(from, size, proof, roots.get(from), roots.get(size)))
                        .isTrue();
            }
        }
        assertThatThrownBy(() -> journal.inclusion(ONE, 20, 20)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> journal.consistency(ONE, 0, 20)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> journal.consistency(ONE, 1, 21)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<Hash> hashes(List<String> proof) {
        return proof.stream()
                .map(text -> Hash.of(Base64.getDecoder().decode(text)))
                .toList();
    }

    @Test
    default void whoever_is_answered_may_append_at_once() {
        Journal journal = journal();
        CompletableFuture<Journal.Appended> third = journal.append(batch(ONE, 0, "a"))
                .thenCompose(first -> journal.append(batch(ONE, 1, "b")))
                .thenCompose(second -> journal.append(batch(ONE, 2, "c")));
        assertThat(third.join()).isInstanceOf(Committed.class);
        assertThat(AnEntry.texts(journal, ONE)).hasSize(3);
    }

    @Test
    default void of_many_who_compete_for_a_position_one_gets_it() throws ExecutionException, InterruptedException {
        Journal journal = journal();
        int each = 15;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (String who : List.of("p", "q", "r", "s")) {
                StreamId stream = who.equals("s") ? TWO : ONE;
                all.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        compete(journal, stream, who + " " + i);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(AnEntry.texts(journal, ONE)).hasSize(3 * each).doesNotHaveDuplicates();
        assertThat(AnEntry.texts(journal, TWO)).hasSize(each).doesNotHaveDuplicates();
        assertThat(journal.tip(ONE).size()).isEqualTo(3L * each);
    }

    private static void compete(Journal journal, StreamId stream, String key) {
        Journal.Appended appended =
                journal.append(batch(stream, journal.tip(stream).size(), key)).join();
        while (appended instanceof Conflict(Journal.Tip tip)) {
            appended = journal.append(batch(stream, tip.size(), key)).join();
        }
        assertThat(appended).isInstanceOf(Committed.class);
    }
}
