package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import muster.kernel.StreamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sentences of the verifier for what people would try first, its JSON, and that it accuses nobody
/// without cause.
class SayingWhatWasTamperedTest {
    @TempDir
    private Path folder;

    private byte[] record = {};

    private Path data() {
        return folder.resolve("record");
    }

    @BeforeEach
    void aRecord() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data(), Fair.SIGNER)) {
            new Fair(directory.journal(), 1).play(3);
        }
        record = Copy.plain(data().resolve(DataDirectory.JOURNAL));
    }

    private static Report verify(Path data) {
        return Verifier.of(Fair.CATALOGUE).verify(data, Optional.empty(), Optional.empty());
    }

    private Finding found(String sql, Object... values) throws Exception {
        try (Copy copy = new Copy(folder.resolve("copy"), record)) {
            assertThat(copy.run(sql, values)).as("rows changed").isPositive();
            Report report = copy.verify();
            assertThat(report.exitCode()).isEqualTo(2);
            return report.findings().getFirst();
        }
    }

    @Test
    void an_alarm_that_was_put_to_sleep() throws Exception {
        assertThat(found("UPDATE streams SET next_alarm = NULL WHERE next_alarm IS NOT NULL")
                        .words())
                .isEqualTo("the next alarm is not the one that the entries give");
        assertThat(found("UPDATE streams SET next_alarm = '2036-01-01T00:00:00.000Z' WHERE next_alarm IS NOT NULL")
                        .words())
                .isEqualTo("the next alarm is not the one that the entries give");
    }

    @Test
    void a_time_that_is_spelled_otherwise() throws Exception {
        assertThat(found("UPDATE streams SET recorded_at = replace(recorded_at, '.000Z', 'Z')")
                        .words())
                .contains("another time, epoch or origin");
    }

    @Test
    void a_body_that_is_gone() throws Exception {
        assertThat(found(
                        "UPDATE entries SET body = NULL WHERE stream = ? AND seq = 4",
                        Fair.stall(2).text()))
                .isEqualTo(Finding.tampered(Fair.stall(2).text(), 4, "its body is missing"));
    }

    @Test
    void a_content_that_is_gone_and_was_never_erased() throws Exception {
        assertThat(found("UPDATE contents SET text = NULL WHERE stream = 'organisation' AND seq = 6"))
                .isEqualTo(Finding.tampered(
                        "organisation", 6, "a content is missing, and nothing says that it was erased"));
    }

    @Test
    void a_content_in_another_place() throws Exception {
        assertThat(found("UPDATE contents SET n = n + 7 WHERE stream = 'organisation' AND seq = 6"))
                .isEqualTo(Finding.tampered("organisation", 6, "content 0 of entry 6 is not in its place"));
    }

    @Test
    void a_key_that_points_elsewhere() throws Exception {
        assertThat(found("UPDATE keys SET first = 3 WHERE stream = 'organisation' AND first = 5"))
                .isEqualTo(Finding.tampered("organisation", 5, "the index of keys does not say what the entry says"));
    }

    @Test
    void a_signature_that_somebody_added() throws Exception {
        assertThat(found("UPDATE streams SET checkpoint = checkpoint || '— more AAAAAAAA' || char(10)")
                        .words())
                .contains("and by that alone");
    }

    @Test
    void a_stream_that_is_gone() throws Exception {
        try (Copy copy = new Copy(folder.resolve("copy"), record)) {
            for (String table : Copy.TABLES) {
                copy.run(
                        "DELETE FROM " + table + " WHERE stream = ?",
                        Fair.stall(1).text());
            }
            Report report = copy.verify();
            assertThat(report.exitCode()).isEqualTo(2);
            assertThat(report.findings().getFirst().text())
                    .isEqualTo("stream " + Fair.stall(1)
                            + " entry 0: the stream is missing; the organisation's entries say that it began");
        }
    }

    @Test
    void a_table_that_somebody_added() throws Exception {
        try (Copy copy = new Copy(folder.resolve("copy"), record)) {
            copy.run("CREATE TABLE more (a)");
            assertThat(copy.verify().findings().getFirst().words()).startsWith("the tables are not those of a journal");
        }
    }

    @Test
    void files_that_do_not_belong_there() throws Exception {
        Files.writeString(data().resolve("notes.txt"), "hello");
        assertThat(verify(data()).text())
                .contains("data directory: the file notes.txt does not belong here")
                .startsWith("record: tampered");
        Files.delete(data().resolve("notes.txt"));
        Files.writeString(data().resolve("lock"), "hello");
        assertThat(verify(data()).exitCode()).isEqualTo(2);
    }

    @Test
    void a_journal_that_is_not_there_or_no_journal() throws Exception {
        Files.createDirectories(folder.resolve("nothing"));
        assertThat(verify(folder.resolve("nothing")).exitCode()).isEqualTo(2);
        Files.writeString(folder.resolve("nothing").resolve(DataDirectory.JOURNAL), "x".repeat(5000));
        assertThat(verify(folder.resolve("nothing")).exitCode()).isEqualTo(2);
    }

    @Test
    void to_verify_changes_nothing() throws Exception {
        byte[] before = Files.readAllBytes(data().resolve(DataDirectory.JOURNAL));
        List<String> files = names();
        assertThat(verify(data()).exitCode()).isZero();
        assertThat(Files.readAllBytes(data().resolve(DataDirectory.JOURNAL))).isEqualTo(before);
        assertThat(names()).isEqualTo(files);
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(data())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void while_somebody_writes_there_is_no_false_alarm() throws Exception {
        Path live = folder.resolve("live");
        try (DataDirectory directory = DataDirectory.open(live, Fair.SIGNER)) {
            Fair fair = new Fair(directory.journal(), 2);
            fair.play(1);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; !over.get() && i < 20_000; i++) {
                    fair.done(StreamId.ORGANISATION, new Stalls.Post("more " + i));
                    fair.done(Fair.stall(1 + i % 2), new Pots.Fill(Fair.id('L', i), "more", Optional.empty()));
                }
            });
            long before = 0;
            for (int i = 0; i < 10; i++) {
                Report report = verify(live);
                assertThat(report.exitCode()).as(report.text()).isZero();
                long entries = report.streams().stream()
                        .mapToLong(StreamReport::entries)
                        .sum();
                assertThat(entries).isGreaterThanOrEqualTo(before);
                before = entries;
            }
            over.set(true);
            writing.join();
        }
        assertThat(verify(live).exitCode()).isZero();
    }

    @Test
    void the_report_as_json() throws Exception {
        try (Copy copy = new Copy(folder.resolve("copy"), record)) {
            copy.run(
                    "UPDATE contents SET text = x'00' WHERE seq = 4 AND stream = ?",
                    Fair.stall(1).text());
            String json = copy.verify().json();
            assertThat(json.replaceAll("\"root\" : \"[^\"]{44}\"", "\"root\" : \"…\""))
                    .isEqualToNormalizingNewlines("""
                    {
                      "record" : "tampered",
                      "exitCode" : 2,
                      "findings" : [ {
                        "kind" : "tampered",
                        "stream" : "S00000000000000000001A",
                        "first" : 4,
                        "last" : 4,
                        "words" : "contents.with: is not what the body committed to"
                      } ],
                      "streams" : [ {
                        "stream" : "organisation",
                        "origin" : "toy.example/organisation/1",
                        "entries" : 8,
                        "replayed" : 8,
                        "committedOnly" : 0,
                        "sealed" : 0,
                        "root" : "…",
                        "anchor" : "none"
                      }, {
                        "stream" : "S00000000000000000001A",
                        "origin" : "toy.example/crisis/S00000000000000000001A/1",
                        "entries" : 7,
                        "replayed" : 4,
                        "committedOnly" : 0,
                        "sealed" : 0,
                        "root" : "…",
                        "anchor" : "none"
                      }, {
                        "stream" : "S00000000000000000002A",
                        "origin" : "toy.example/crisis/S00000000000000000002A/1",
                        "entries" : 6,
                        "replayed" : 6,
                        "committedOnly" : 0,
                        "sealed" : 0,
                        "root" : "…",
                        "anchor" : "none"
                      } ]
                    }""");
        }
    }
}
