package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every journal with signed checkpoints promises, whatever it is kept on: implemented by a test class
/// that says how one is opened. What it hands out is held against a tree that the test builds by itself.
public interface JournalContract {
    /// One more journal on what is kept, empty at the beginning of each test.
    Journal open();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// An entry with bytes that no encoder would write, and sometimes with nothing in it.
    private static Entry entry(StreamId stream, long seq, String by) {
        byte[] odd = {0, (byte) 0xff, (byte) 0xc3, 10, (byte) seq};
        List<byte @Nullable []> contents = new ArrayList<>();
        for (int n = 0; n < seq % 4; n++) {
            contents.add(n == 1 ? null : n == 2 ? new byte[0] : odd);
        }
        return new Entry(bytes("header " + by + stream + seq), seq % 5 == 4 ? null : odd, contents);
    }

    private static Journal.Append append(StreamId stream, long from, int count, String by) {
        return new Journal.Append(
                LongStream.range(from, from + count)
                        .mapToObj(seq -> entry(stream, seq, by))
                        .toList(),
                Optional.of(by + "key " + from),
                Optional.of("request " + from));
    }

    private static Journal.Batch batch(StreamId stream, long expected, Journal.Append... appends) {
        return new Journal.Batch(
                stream,
                1,
                "contract.example/" + stream + "/1",
                expected,
                List.of(appends),
                Instant.parse("2026-11-23T14:00:00.123Z").plusMillis(expected),
                Optional.empty());
    }

    private static Journal.Committed grow(Journal journal, StreamId stream, long expected, int count) {
        Journal.Appended appended = journal.append(batch(stream, expected, append(stream, expected, count, "")))
                .join();
        assertThat(appended).isInstanceOf(Journal.Committed.class);
        return (Journal.Committed) appended;
    }

    private static List<String> read(Journal journal, StreamId stream, long from, long to) {
        List<String> read = new ArrayList<>();
        journal.read(stream, from, to, entry -> read.add(text(entry)));
        return read;
    }

    private static String text(Entry entry) {
        return Arrays.toString(entry.header())
                + Arrays.toString(entry.body())
                + entry.contents().stream().map(Arrays::toString).toList();
    }

    private static List<String> texts(StreamId stream, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(seq -> text(entry(stream, seq, "")))
                .toList();
    }

    private static Hash root(StreamId stream, long size) {
        return NaiveTree.root(LongStream.range(0, size)
                .mapToObj(seq -> Merkle.leaf(entry(stream, seq, "").header()))
                .toList());
    }

    private static List<Hash> hashes(List<String> base64) {
        return base64.stream().map(Hash::fromBase64).toList();
    }

    private static StreamId crisis(int n) {
        return StreamId.of(Fair.id('C', n));
    }

    @Test
    default void a_stream_that_has_not_begun_stands_at_nothing() {
        try (Journal journal = open()) {
            assertThat(journal.tip(crisis(1)))
                    .isEqualTo(
                            new Journal.Tip(crisis(1), 1, 0, Merkle.emptyRoot().base64Url(), Instant.EPOCH, ""));
            assertThat(journal.streams()).isEmpty();
            assertThat(read(journal, crisis(1), 0, 10)).isEmpty();
            assertThat(journal.find(crisis(1), "key 0")).isEmpty();
            assertThat(journal.alarms()).isEmpty();
        }
    }

    @Test
    default void entries_come_back_byte_for_byte_and_no_further_than_there_are() {
        try (Journal journal = open()) {
            grow(journal, crisis(1), 0, 3);
            grow(journal, crisis(1), 3, 600);
            grow(journal, crisis(2), 0, 9);

            assertThat(read(journal, crisis(1), 0, 1_000_000)).isEqualTo(texts(crisis(1), 0, 603));
            assertThat(read(journal, crisis(1), 2, 6)).isEqualTo(texts(crisis(1), 2, 6));
            assertThat(read(journal, crisis(1), 603, 700)).isEmpty();
            assertThat(read(journal, crisis(2), 0, Long.MAX_VALUE)).isEqualTo(texts(crisis(2), 0, 9));
        }
    }

    @Test
    default void while_one_stream_is_read_another_can_be() {
        try (Journal journal = open()) {
            grow(journal, crisis(1), 0, 20);
            grow(journal, crisis(2), 0, 3);
            List<String> read = new ArrayList<>();
            journal.read(crisis(1), 0, 20, entry -> {
                assertThat(read(journal, crisis(2), 0, 3)).hasSize(3);
                assertThat(journal.tip(crisis(1)).size()).isEqualTo(20);
                read.add(text(entry));
            });
            assertThat(read).isEqualTo(texts(crisis(1), 0, 20));
        }
    }

    @Test
    default void an_append_at_another_position_changes_nothing() {
        try (Journal journal = open()) {
            Journal.Tip tip = grow(journal, crisis(1), 0, 3).tip();
            for (long expected : List.of(0L, 2L, 4L)) {
                assertThat(journal.append(batch(crisis(1), expected, append(crisis(1), expected, 1, "other ")))
                                .join())
                        .isEqualTo(new Journal.Conflict(tip));
            }
            assertThat(journal.tip(crisis(1))).isEqualTo(tip);
            assertThat(journal.find(crisis(1), "other key 2")).isEmpty();
            assertThat(read(journal, crisis(1), 0, 9)).isEqualTo(texts(crisis(1), 0, 3));
        }
    }

    @Test
    default void a_batch_stands_or_falls_as_one() {
        try (Journal journal = open()) {
            Journal.Tip tip = grow(journal, crisis(1), 0, 3).tip();
            Journal.Append again = new Journal.Append(
                    List.of(entry(crisis(1), 4, "")), Optional.of("key 0"), Optional.of("request 0"));

            assertThat(journal.append(batch(crisis(1), 3, append(crisis(1), 3, 1, "new "), again))
                            .join())
                    .isInstanceOf(Journal.NotAppended.class);
            assertThat(journal.tip(crisis(1))).isEqualTo(tip);
            assertThat(journal.find(crisis(1), "new key 3")).isEmpty();
            grow(journal, crisis(1), 3, 2);
        }
    }

    @Test
    default void nothing_cannot_be_appended() {
        try (Journal journal = open()) {
            assertThat(journal.append(batch(crisis(1), 0)).join()).isInstanceOf(Journal.NotAppended.class);
            assertThat(journal.streams()).isEmpty();
            grow(journal, crisis(1), 0, 1);
        }
    }

    @Test
    default void of_many_at_one_position_one_wins() {
        try (Journal journal = open()) {
            grow(journal, crisis(1), 0, 1);
            List<Journal.Appended> ended = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> journal.append(
                                    batch(crisis(1), 1, append(crisis(1), 1, 1 + i, "by " + i)))
                            .join()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(ended).filteredOn(Journal.Committed.class::isInstance).hasSize(1);
            assertThat(ended).filteredOn(Journal.Conflict.class::isInstance).hasSize(7);
        }
    }

    @Test
    default void appends_are_found_under_their_keys_in_their_stream() {
        try (Journal journal = open()) {
            Journal.Append keyless =
                    new Journal.Append(List.of(entry(crisis(1), 3, "")), Optional.empty(), Optional.empty());
            journal.append(batch(crisis(1), 0, append(crisis(1), 0, 1, ""), append(crisis(1), 1, 2, ""), keyless))
                    .join();

            assertThat(journal.find(crisis(1), "key 0")).contains(new Journal.Made(0, 1, "request 0"));
            assertThat(journal.find(crisis(1), "key 1")).contains(new Journal.Made(1, 2, "request 1"));
            assertThat(journal.find(crisis(1), "key 3")).isEmpty();
            assertThat(journal.find(crisis(2), "key 0")).isEmpty();
            assertThat(journal.tip(crisis(1)).size()).isEqualTo(4);
        }
    }

    @Test
    default void a_receipt_proves_its_entry_to_somebody_who_only_has_the_key() {
        try (Journal journal = open()) {
            grow(journal, crisis(1), 0, 4);
            Journal.Committed committed = grow(journal, crisis(1), 4, 3);
            String origin = "contract.example/" + crisis(1) + "/1";
            VerifierKey key = VerifierKey.parse(journal.verifierKey(origin));

            assertThat(committed.receipts()).hasSize(3).isEqualTo(journal.receipts(crisis(1), 4, 7));
            for (int i = 0; i < 3; i++) {
                TlogProof proof = TlogProof.parse(committed.receipts().get(i));
                Hash leaf = Merkle.leaf(entry(crisis(1), 4 + i, "").header());
                assertThat(proof.index()).isEqualTo(4 + i);
                assertThat(proof.verify(origin, leaf, List.of(key))).isInstanceOf(TlogProof.Proved.class);
                assertThat(proof.checkpoint().root()).isEqualTo(root(crisis(1), 7));
            }
            assertThat(committed.tip()).isEqualTo(journal.tip(crisis(1)));
            assertThat(committed.tip().root()).isEqualTo(root(crisis(1), 7).base64Url());
        }
    }

    @Test
    default void every_past_size_is_proved() {
        try (Journal journal = open()) {
            for (int size = 1; size <= 9; size++) {
                grow(journal, crisis(1), size - 1, 1);
            }
            for (int size = 1; size <= 9; size++) {
                for (int seq = 0; seq < size; seq++) {
                    assertThat(Merkle.verifyInclusion(
                                    seq,
                                    size,
                                    Merkle.leaf(entry(crisis(1), seq, "").header()),
                                    hashes(journal.inclusion(crisis(1), seq, size)),
                                    root(crisis(1), size)))
                            .isTrue();
                    assertThat(Merkle.verifyConsistency(
                                    seq + 1,
                                    size,
                                    hashes(journal.consistency(crisis(1), seq + 1, size)),
                                    root(crisis(1), seq + 1),
                                    root(crisis(1), size)))
                            .isTrue();
                }
            }
            assertThatThrownBy(() -> journal.inclusion(crisis(1), 0, 10)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    default void the_next_alarm_is_the_one_of_the_last_append() {
        try (Journal journal = open()) {
            Instant due = Instant.parse("2026-11-23T15:00:00Z");
            for (int i = 0; i < 3; i++) {
                Journal.Batch plain = batch(crisis(1), i, append(crisis(1), i, 1, ""));
                Optional<Instant> next = i == 2 ? Optional.empty() : Optional.of(due.plusMillis(i));
                journal.append(new Journal.Batch(
                                plain.stream(), 1, plain.origin(), i, plain.appends(), plain.recordedAt(), next))
                        .join();
                assertThat(journal.alarms())
                        .isEqualTo(next.map(at -> Map.of(crisis(1), at)).orElse(Map.of()));
            }
        }
    }

    @Test
    default void to_open_again_keeps_everything() {
        Journal.Tip tip;
        List<String> receipts;
        try (Journal journal = open()) {
            grow(journal, crisis(1), 0, 5);
            grow(journal, StreamId.ORGANISATION, 0, 2);
            tip = journal.tip(crisis(1));
            receipts = journal.receipts(crisis(1), 0, 5);
        }
        try (Journal journal = open()) {
            assertThat(journal.tip(crisis(1))).isEqualTo(tip);
            assertThat(journal.receipts(crisis(1), 0, 5)).isEqualTo(receipts);
            assertThat(journal.streams()).containsExactly(StreamId.ORGANISATION, crisis(1));
            assertThat(read(journal, crisis(1), 0, 9)).isEqualTo(texts(crisis(1), 0, 5));
            assertThat(journal.find(crisis(1), "key 0")).contains(new Journal.Made(0, 5, "request 0"));
            grow(journal, crisis(1), 5, 1);
        }
    }

    @Test
    default void two_journals_share_what_is_kept_and_only_the_position_decides() {
        try (Journal one = open();
                Journal other = open()) {
            grow(one, crisis(1), 0, 3);
            grow(other, crisis(1), 3, 2);
            Journal.Tip tip = other.tip(crisis(1));

            assertThat(one.append(batch(crisis(1), 3, append(crisis(1), 3, 1, "late ")))
                            .join())
                    .isEqualTo(new Journal.Conflict(tip));
            assertThat(one.tip(crisis(1))).isEqualTo(tip);
            assertThat(one.receipts(crisis(1), 0, 5)).isEqualTo(other.receipts(crisis(1), 0, 5));
            grow(one, crisis(1), 5, 4);
            assertThat(other.find(crisis(1), "key 5")).contains(new Journal.Made(5, 4, "request 5"));
            List<Hash> proof = hashes(other.consistency(crisis(1), 5, 9));
            assertThat(Merkle.verifyConsistency(5, 9, proof, root(crisis(1), 5), root(crisis(1), 9)))
                    .isTrue();
            grow(other, crisis(1), 9, 1);
        }
    }
}
