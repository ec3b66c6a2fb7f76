package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
import muster.ledger.Frontier;
import muster.ledger.Hash;
import muster.ledger.Merkle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every journal promises, whatever it is kept on. A test class for a journal extends this and
/// says how one is made.
public abstract class JournalContract {
    private static final StreamId ORGANISATION = StreamId.ORGANISATION;
    private static final StreamId CRISIS = StreamId.of(Actors.id("a crisis"));
    private static final Instant START = Instant.parse("2026-11-23T14:00:00.123Z");

    /// The journal under test, empty at the beginning of each test; the same one within a test.
    protected abstract Journal journal();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Entry entry(StreamId stream, long seq) {
        String name = stream + " " + seq;
        List<byte @Nullable []> contents = IntStream.range(0, (int) (seq % 3))
                .<byte @Nullable []>mapToObj(n -> bytes("content " + n + " of " + name))
                .toList();
        return new Entry(bytes("header of " + name), bytes("body of " + name), contents);
    }

    private static Journal.Batch batch(StreamId stream, long expected, int count, Optional<Instant> nextAlarm) {
        List<Entry> entries = LongStream.range(expected, expected + count)
                .mapToObj(seq -> entry(stream, seq))
                .toList();
        Journal.Append append = new Journal.Append(
                entries, Optional.of(stream + " from " + expected), Optional.of("request " + expected));
        return new Journal.Batch(
                stream,
                1,
                "contract.example/" + stream + "/1",
                expected,
                List.of(append),
                START.plusMillis(expected),
                nextAlarm);
    }

    private Journal.Appended append(StreamId stream, long expected, int count) {
        return journal()
                .append(batch(stream, expected, count, Optional.empty()))
                .join();
    }

    private Journal.Committed committed(StreamId stream, long expected, int count) {
        Journal.Appended appended = append(stream, expected, count);
        assertThat(appended).isInstanceOf(Journal.Committed.class);
        return (Journal.Committed) appended;
    }

    private List<String> read(StreamId stream, long from, long to) {
        List<String> read = new ArrayList<>();
        journal().read(stream, from, to, entry -> read.add(text(entry)));
        return read;
    }

    private static String text(Entry entry) {
        List<byte @Nullable []> parts = new ArrayList<>(List.of(entry.header()));
        parts.add(entry.body());
        parts.addAll(entry.contents());
        return parts.stream().map(Arrays::toString).toList().toString();
    }

    private static List<String> texts(StreamId stream, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(seq -> text(entry(stream, seq)))
                .toList();
    }

    private static List<Hash> hashes(List<String> base64) {
        return base64.stream().map(Hash::fromBase64).toList();
    }

    @Test
    void a_stream_that_has_not_begun_stands_at_nothing() {
        assertThat(journal().tip(CRISIS))
                .isEqualTo(new Journal.Tip(CRISIS, 1, 0, Merkle.emptyRoot().base64Url(), Instant.EPOCH, ""));
        assertThat(journal().streams()).isEmpty();
        assertThat(read(CRISIS, 0, 10)).isEmpty();
        assertThat(journal().find(CRISIS, "key")).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_as_it_was_and_no_further_than_there_is() {
        committed(CRISIS, 0, 2);
        committed(CRISIS, 2, 5);

        assertThat(read(CRISIS, 0, 7)).isEqualTo(texts(CRISIS, 0, 7));
        assertThat(read(CRISIS, 3, 5)).isEqualTo(texts(CRISIS, 3, 5));
        assertThat(read(CRISIS, 5, 1_000)).isEqualTo(texts(CRISIS, 5, 7));
        assertThat(read(CRISIS, 7, 9)).isEmpty();
    }

    @Test
    void the_answer_says_where_the_stream_stands_with_a_receipt_for_each_entry() {
        committed(CRISIS, 0, 2);
        Journal.Committed second = committed(CRISIS, 2, 3);

        assertThat(second.tip()).isEqualTo(journal().tip(CRISIS));
        assertThat(second.tip().size()).isEqualTo(5);
        assertThat(second.tip().recordedAt()).isEqualTo(START.plusMillis(2));
        assertThat(second.receipts()).hasSize(3).isEqualTo(journal().receipts(CRISIS, 2, 5));
    }

    @Test
    void an_append_at_another_position_changes_nothing() {
        Journal.Tip tip = committed(CRISIS, 0, 3).tip();

        assertThat(append(CRISIS, 2, 1)).isEqualTo(new Journal.Conflict(tip));
        assertThat(append(CRISIS, 4, 1)).isEqualTo(new Journal.Conflict(tip));
        assertThat(append(ORGANISATION, 1, 1)).isInstanceOf(Journal.Conflict.class);
        assertThat(journal().tip(CRISIS)).isEqualTo(tip);
        assertThat(journal().find(CRISIS, CRISIS + " from 2")).isEmpty();
        assertThat(journal().streams()).containsExactly(CRISIS);
    }

    @Test
    void of_many_at_one_position_one_wins() {
        committed(CRISIS, 0, 1);
        List<CompletableFuture<Journal.Appended>> racing = IntStream.range(1, 9)
                .mapToObj(count -> CompletableFuture.supplyAsync(() -> append(CRISIS, 1, count)))
                .toList();
        List<Journal.Appended> ended =
                racing.stream().map(CompletableFuture::join).toList();

        assertThat(ended).filteredOn(Journal.Committed.class::isInstance).hasSize(1);
        assertThat(ended).filteredOn(Journal.Conflict.class::isInstance).hasSize(7);
    }

    @Test
    void appends_are_found_under_their_keys_in_their_stream() {
        Journal.Append one =
                new Journal.Append(List.of(entry(CRISIS, 0)), Optional.of("one"), Optional.of("request one"));
        Journal.Append two =
                new Journal.Append(List.of(entry(CRISIS, 1), entry(CRISIS, 2)), Optional.of("two"), Optional.empty());
        Journal.Append keyless = new Journal.Append(List.of(entry(CRISIS, 3)), Optional.empty(), Optional.empty());
        journal()
                .append(new Journal.Batch(CRISIS, 1, "origin", 0, List.of(one, two, keyless), START, Optional.empty()))
                .join();

        assertThat(journal().find(CRISIS, "one")).contains(new Journal.Made(0, 1, "request one"));
        assertThat(journal().find(CRISIS, "two")).contains(new Journal.Made(1, 2, ""));
        assertThat(journal().find(CRISIS, "three")).isEmpty();
        assertThat(journal().find(ORGANISATION, "one")).isEmpty();
        assertThat(journal().tip(CRISIS).size()).isEqualTo(4);
    }

    @Test
    void every_entry_is_proved_to_be_in_the_tree_of_every_later_size() {
        committed(CRISIS, 0, 7);
        for (long size = 1; size <= 7; size++) {
            for (long seq = 0; seq < size; seq++) {
                Hash leaf = Merkle.leaf(entry(CRISIS, seq).header());
                List<Hash> proof = hashes(journal().inclusion(CRISIS, seq, size));
                assertThat(Merkle.verifyInclusion(seq, size, leaf, proof, rootOf(size)))
                        .as("entry %s in the tree of %s", seq, size)
                        .isTrue();
            }
            for (long from = 1; from <= size; from++) {
                List<Hash> proof = hashes(journal().consistency(CRISIS, from, size));
                assertThat(Merkle.verifyConsistency(from, size, proof, rootOf(from), rootOf(size)))
                        .as("the tree of %s in the tree of %s", from, size)
                        .isTrue();
            }
        }
        assertThat(rootOf(7).base64Url()).isEqualTo(journal().tip(CRISIS).root());
    }

    private static Hash rootOf(long size) {
        Frontier frontier = Frontier.empty();
        for (long seq = 0; seq < size; seq++) {
            frontier = frontier.append(Merkle.leaf(entry(CRISIS, seq).header()));
        }
        return frontier.root();
    }

    @Test
    void the_organisation_comes_first_and_streams_do_not_touch_each_other() {
        committed(CRISIS, 0, 2);
        committed(ORGANISATION, 0, 1);
        StreamId another = StreamId.of(Actors.id("another crisis"));
        committed(another, 0, 3);

        assertThat(journal().streams()).hasSize(3).startsWith(ORGANISATION).contains(CRISIS, another);
        assertThat(read(CRISIS, 0, 9)).isEqualTo(texts(CRISIS, 0, 2));
        assertThat(read(another, 0, 9)).isEqualTo(texts(another, 0, 3));
    }

    @Test
    void the_next_alarm_is_the_one_of_the_last_append() {
        Instant due = START.plusSeconds(3_600);
        journal().append(batch(CRISIS, 0, 1, Optional.of(due))).join();
        journal().append(batch(ORGANISATION, 0, 1, Optional.empty())).join();
        assertThat(journal().alarms()).isEqualTo(Map.of(CRISIS, due));

        journal().append(batch(CRISIS, 1, 1, Optional.of(due.plusMillis(1)))).join();
        assertThat(journal().alarms()).isEqualTo(Map.of(CRISIS, due.plusMillis(1)));

        journal().append(batch(CRISIS, 2, 1, Optional.empty())).join();
        assertThat(journal().alarms()).isEmpty();
    }
}
