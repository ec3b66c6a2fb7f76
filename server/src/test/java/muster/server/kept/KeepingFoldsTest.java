package muster.server.kept;

import static muster.server.kept.ARecord.BUILD;
import static muster.server.kept.ARecord.SECRET;
import static muster.server.kept.ARecord.STREAM;
import static muster.server.kept.ARecord.file;
import static muster.server.kept.ARecord.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import muster.kernel.Engine;
import muster.kernel.FoldReader;
import muster.kernel.FoldWriter;
import muster.kernel.Journal;
import muster.kernel.Published;
import muster.server.Features;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingFoldsTest {
    @TempDir
    private Path folder;

    private Path cache = Path.of("");
    private ARecord record = new ARecord(cache, 1);

    @BeforeEach
    void begin() {
        cache = folder.resolve("cache");
        record = new ARecord(cache, 1);
    }

    private void keep(Published published) {
        try (FoldFiles files = record.files()) {
            files.keep(published);
        }
    }

    @Test
    void a_kept_fold_is_the_fold_that_a_replay_gives() {
        keep(record.published());
        assertThat(record.files().nearest(STREAM, record.size()))
                .hasValueSatisfying(fold -> assertThat(fold.isCopyOf(record.replayed(record.size())))
                        .isTrue());
    }

    @Test
    void it_serves_as_well_when_the_record_has_gone_on() {
        long before = record.size();
        keep(record.published());
        record.goesOn(5);
        assertThat(record.files().nearest(STREAM, record.size()))
                .hasValueSatisfying(fold ->
                        assertThat(fold.isCopyOf(record.replayed(before))).isTrue());
    }

    @Test
    void a_start_goes_on_from_it_and_reads_only_the_rest() {
        record.goesOn(600);
        long before = record.size();
        keep(record.published());
        record.goesOn(20);
        List<Long> reads = new ArrayList<>();
        Journal watched = watched(record.journal, reads);
        Engine started = ARecord.engine(watched, 3, record.files(SECRET, BUILD, watched));
        assertThat(started.published(STREAM).fold().isCopyOf(record.replayed(record.size())))
                .isTrue();
        assertThat(reads).containsExactly(before);
        record.goesOn(started, 3);
        assertThat(started.published(STREAM).fold().isCopyOf(record.replayed(record.size())))
                .isTrue();
    }

    @Test
    void the_past_before_it_is_told_as_ever() {
        record.goesOn(600);
        keep(record.published());
        Engine started = ARecord.engine(record.journal, 3, record.files());
        started.published(STREAM);
        for (long size : List.of(3L, 599L, 17L, record.size())) {
            assertThat(started.at(STREAM, size).own().isCopyOf(record.replayed(size)))
                    .as("after %s entries", size)
                    .isTrue();
        }
    }

    @Test
    void of_several_the_nearest_below_is_taken() {
        keep(record.published());
        long first = record.size();
        record.goesOn(10);
        keep(record.published());
        assertThat(record.files().nearest(STREAM, record.size() - 1))
                .hasValueSatisfying(fold -> assertThat(fold.size()).isEqualTo(first));
        assertThat(record.files().nearest(STREAM, first - 1)).isEmpty();
    }

    @Test
    void few_stay_and_the_newest_is_among_them() {
        for (int i = 0; i < 12; i++) {
            record.goesOn(2);
            keep(record.published());
        }
        assertThat(names(cache))
                .hasSize(8)
                .contains(file(cache, STREAM, record.size()).getFileName().toString());
    }

    @Test
    void a_clean_end_keeps_what_is_worth_it() {
        FoldFiles files = record.files();
        Engine engine = ARecord.engine(record.journal, 3, files);
        record.goesOn(engine, 10);
        files.close();
        assertThat(names(cache)).isEmpty();
        FoldFiles others = record.files();
        record.goesOn(ARecord.engine(record.journal, 4, others), 600);
        others.close();
        assertThat(names(cache))
                .containsExactly(
                        file(cache, STREAM, record.size()).getFileName().toString());
    }

    @Test
    void nothing_in_it_can_be_read_and_nobody_else_may() throws Exception {
        keep(record.published());
        Path file = file(cache, STREAM, record.size());
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("muster fold 1").doesNotContain("Dana", "muster.people", "dana");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
    }

    @Test
    void what_a_crash_left_half_written_is_cleared_away() throws Exception {
        Files.createDirectories(cache);
        Files.writeString(cache.resolve(STREAM + ".part"), "half");
        try (FoldFiles files = record.files()) {
            assertThat(files.nearest(STREAM, record.size())).isEmpty();
        }
        assertThat(names(cache)).isEmpty();
    }

    @Test
    void where_nothing_can_be_written_commands_go_on() throws Exception {
        Files.writeString(cache, "not a folder");
        FoldFiles files = record.files();
        Engine engine = ARecord.engine(record.journal, 3, files);
        record.goesOn(engine, 600);
        files.close();
        assertThat(engine.published(STREAM).fold().isCopyOf(record.replayed(record.size())))
                .isTrue();
    }

    @Test
    void the_build_is_the_same_for_the_same_files() {
        String build = Build.of(Features.catalogue());
        assertThat(build).isEqualTo(Build.of(Features.catalogue())).hasSize(43);
    }

    @Test
    void a_fold_with_something_behind_it_is_none() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FoldWriter.write(record.published().fold(), bytes);
        bytes.write(0);
        assertThatThrownBy(() -> FoldReader.read(Features.catalogue(), new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void nothing_is_kept_under_a_position_that_is_not_its_own() {
        Published published = record.published();
        record.goesOn(1);
        keep(new Published(record.published().snapshot(), published.tip()));
        assertThat(names(cache)).isEmpty();
    }

    /// The journal, and from where entries were read.
    private static Journal watched(Journal journal, List<Long> reads) {
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, args) -> {
                    if (method.getName().equals("read")) {
                        reads.add((Long) args[1]);
                    }
                    return method.invoke(journal, args);
                });
    }
}
