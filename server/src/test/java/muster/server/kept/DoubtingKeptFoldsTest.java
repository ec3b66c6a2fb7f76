package muster.server.kept;

import static muster.server.kept.ARecord.BUILD;
import static muster.server.kept.ARecord.SECRET;
import static muster.server.kept.ARecord.STREAM;
import static muster.server.kept.ARecord.file;
import static muster.server.kept.ARecord.names;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Journal;
import muster.kernel.KeptFolds;
import muster.kernel.Published;
import muster.kernel.StreamId;
import muster.testing.Actors;
import muster.testing.MemoryJournal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with a kept fold: it goes, and the state is what a replay gives.
class DoubtingKeptFoldsTest {
    /// More than are read without looking for a kept fold.
    private static final int MANY = 600;

    @TempDir
    private Path folder;

    private Path cache = Path.of("");
    private ARecord record = new ARecord(cache, 1);
    private Path kept = Path.of("");

    @BeforeEach
    void keep() {
        cache = folder.resolve("cache");
        record = new ARecord(cache, 1);
        record.goesOn(MANY);
        keep(record.published());
        kept = file(cache, STREAM, record.size());
    }

    private void keep(Published published) {
        try (FoldFiles files = record.files()) {
            files.keep(published);
        }
    }

    private void isDropped(FoldFiles files, Journal journal) {
        assertThat(names(cache)).isNotEmpty();
        Engine started = ARecord.engine(journal, 3, files);
        Engine replaying = ARecord.engine(journal, 3, KeptFolds.NONE);
        assertThat(started.published(STREAM)
                        .fold()
                        .isCopyOf(replaying.published(STREAM).fold()))
                .isTrue();
        assertThat(names(cache)).isEmpty();
        files.close();
    }

    @Test
    void a_truncated_one() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        for (int length : new int[] {0, 1, 40, 150, whole.length / 2, whole.length - 1}) {
            Files.write(kept, Arrays.copyOf(whole, length));
            try (FoldFiles files = record.files()) {
                assertThat(files.nearest(STREAM, record.size()))
                        .as("of %s bytes %s", whole.length, length)
                        .isEmpty();
            }
        }
        Files.write(kept, Arrays.copyOf(whole, whole.length - 17));
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_with_a_piece_missing_at_its_end() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        int label = 2 + (((whole[0] & 0xff) << 8) | (whole[1] & 0xff)) + Sealing.SALT;
        int piece = 4 + Sealing.PIECE + 16;
        assertThat(whole.length).as("more than one piece").isGreaterThan(label + piece);
        Files.write(kept, Arrays.copyOf(whole, label + piece));
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_with_a_bit_flipped() throws Exception {
        byte[] whole = Files.readAllBytes(kept);
        for (int at = 0; at < whole.length; at += at < 300 ? 1 : 4_999) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(kept, flipped);
            try (FoldFiles files = record.files()) {
                assertThat(files.nearest(STREAM, record.size()))
                        .as("bit 0 of byte %s", at)
                        .isEmpty();
            }
        }
        whole[whole.length - 1] ^= 1;
        Files.write(kept, whole);
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_with_something_behind_it() throws Exception {
        Files.write(kept, new byte[] {0}, StandardOpenOption.APPEND);
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_under_another_key() {
        isDropped(record.files(ARecord.secret(9), BUILD, record.journal), record.journal);
    }

    @Test
    void one_of_another_build() {
        isDropped(record.files(SECRET, "another-build", record.journal), record.journal);
    }

    @Test
    void one_whose_label_was_changed_to_this_build() throws Exception {
        Files.delete(kept);
        try (FoldFiles other = record.files(SECRET, "that-build", record.journal)) {
            other.keep(record.published());
        }
        String text = Files.readString(kept, StandardCharsets.ISO_8859_1).replace("that-build", BUILD);
        Files.writeString(kept, text, StandardCharsets.ISO_8859_1);
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_of_another_epoch() throws Exception {
        Files.delete(kept);
        Published published = record.published();
        Journal.Tip tip = published.tip();
        keep(new Published(
                published.snapshot(),
                new Journal.Tip(tip.stream(), 2, tip.size(), tip.root(), tip.recordedAt(), tip.checkpoint())));
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_of_another_stream() throws Exception {
        StreamId other = StreamId.of(Actors.id("another crisis"));
        Files.move(kept, file(cache, other, record.size()));
        try (FoldFiles files = record.files()) {
            assertThat(files.nearest(other, record.size())).isEmpty();
        }
        assertThat(names(cache)).isEmpty();
    }

    @Test
    void one_of_another_size() throws Exception {
        Files.move(kept, file(cache, STREAM, record.size() - 1));
        isDropped(record.files(), record.journal);
    }

    @Test
    void one_that_is_ahead_of_the_journal() {
        MemoryJournal older = upTo(record.size() - 10);
        try (FoldFiles files = record.files(SECRET, BUILD, older)) {
            assertThat(files.nearest(STREAM, record.size())).isEmpty();
        }
        assertThat(names(cache)).isEmpty();
    }

    /// The same journal, some entries ago.
    private MemoryJournal upTo(long size) {
        MemoryJournal older = new MemoryJournal();
        Journal.Tip tip = record.journal.tip(STREAM);
        List<Entry> entries = new ArrayList<>();
        record.journal.read(STREAM, 0, size, entries::add);
        older.append(new Journal.Batch(
                        STREAM,
                        tip.epoch(),
                        "record.example/muster/organisation/1",
                        0,
                        List.of(new Journal.Append(entries, Optional.empty(), Optional.empty())),
                        tip.recordedAt(),
                        Optional.empty()))
                .join();
        return older;
    }

    @Test
    void one_whose_record_was_rewritten_underneath() {
        ARecord rewritten = new ARecord(cache, 2);
        rewritten.goesOn(MANY);
        assertThat(rewritten.size()).isEqualTo(record.size());
        isDropped(rewritten.files(), rewritten.journal);
    }

    @Test
    void one_whose_record_was_rewritten_and_went_on() {
        ARecord rewritten = new ARecord(cache, 2);
        rewritten.goesOn(MANY + 10);
        isDropped(rewritten.files(), rewritten.journal);
    }
}
