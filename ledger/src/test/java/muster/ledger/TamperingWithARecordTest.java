package muster.ledger;

import static muster.ledger.toy.AClub.BLUE;
import static muster.ledger.toy.AClub.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.StreamId;
import muster.ledger.toy.AClub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that a database operator can do with a few statements, done to each stream in turn.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingWithARecordTest {
    @TempDir
    private static Path folder;

    private ARecord original;

    @BeforeAll
    void record() {
        original = ARecord.of(folder.resolve("original"), 200);
    }

    @Test
    void the_original_and_a_copy_of_it_are_intact() throws IOException, SQLException {
        assertThat(original.verify().text()).startsWith("record: intact");
        assertThat(original.size(StreamId.ORGANISATION) + original.size(RED) + original.size(BLUE))
                .isGreaterThan(240);
        assertThat(copy().sql("VACUUM").verify().text()).startsWith("record: intact");
    }

    private ARecord copy() throws IOException {
        return original.copy(folder.resolve("copy"));
    }

    /// In the statements, S is the stream, O another one, K an entry in the middle, N the size, E the rowid
    /// of entry K.
    private String filled(String sql, StreamId stream) throws SQLException {
        long id = original.id(stream);
        long k = original.size(stream) / 2;
        return sql.replaceAll("\\bS\\b", Long.toString(id))
                .replaceAll("\\bO\\b", Long.toString(original.id(stream.equals(RED) ? BLUE : RED)))
                .replaceAll("\\bK\\b", Long.toString(k))
                .replaceAll("\\bN\\b", Long.toString(original.size(stream)))
                .replaceAll("\\bE\\b", original.ask("SELECT id FROM entry WHERE stream = " + id + " AND seq = " + k));
    }

    /// With statements that change entry K, or take or move it: that entry is named.
    static Stream<Arguments> entries() {
        return Stream.of(
                        "UPDATE entry SET header = CAST(replace(CAST(header AS TEXT), 'rules', 'rulez') AS BLOB)"
                                + " WHERE id = E",
                        "UPDATE entry SET header = CAST(CAST(header AS TEXT) || ' ' AS BLOB) WHERE id = E",
                        "UPDATE entry SET header = x'' WHERE id = E",
                        "UPDATE entry SET leaf = x'' WHERE id = E",
                        "UPDATE entry SET leaf = (SELECT leaf FROM entry WHERE stream = S AND seq = 0) WHERE id = E",
                        "UPDATE entry SET body = NULL WHERE id = E",
                        "UPDATE entry SET body = x'5b5d' WHERE id = E",
                        "UPDATE entry SET body = (SELECT body FROM entry WHERE stream = S AND seq = 0) WHERE id = E",
                        "UPDATE entry SET body = CAST(CAST(body AS TEXT) || char(10) AS BLOB) WHERE id = E",
                        "UPDATE entry SET seq = N WHERE id = E",
                        "UPDATE entry SET seq = -1 WHERE id = E",
                        "UPDATE entry SET stream = 77 WHERE id = E",
                        "UPDATE entry SET stream = O, seq = 100000 WHERE id = E",
                        "UPDATE entry SET id = 100000 WHERE id = E",
                        "DELETE FROM entry WHERE id = E",
                        "DELETE FROM entry WHERE stream = S AND seq >= K",
                        "DELETE FROM entry WHERE stream = S AND seq >= K; UPDATE stream SET size = K WHERE id = S",
                        "DELETE FROM entry WHERE id = E; UPDATE entry SET seq = -seq WHERE stream = S AND seq > K;"
                                + " UPDATE entry SET seq = -seq - 1 WHERE stream = S AND seq < 0",
                        "UPDATE entry SET seq = -9 WHERE id = E;"
                                + " UPDATE entry SET seq = K WHERE stream = S AND seq = K + 3;"
                                + " UPDATE entry SET seq = K + 3 WHERE stream = S AND seq = -9",
                        "UPDATE content SET text = x'5b5d' WHERE entry = E AND place = 0",
                        "UPDATE content SET text = NULL WHERE entry = E AND place = 0",
                        "UPDATE content SET place = 7 WHERE entry = E AND place = 0",
                        "UPDATE content SET entry = E + 1000000 WHERE entry = E",
                        "DELETE FROM content WHERE entry = E",
                        "INSERT INTO content (entry, place, text) VALUES (E, 7, x'00')",
                        "UPDATE idempotency SET first = 3 WHERE stream = S AND first = K",
                        "UPDATE idempotency SET count = 9 WHERE stream = S AND first = K",
                        "UPDATE idempotency SET request = 'x' WHERE stream = S AND first = K",
                        "UPDATE idempotency SET key = 'x' WHERE stream = S AND first = K",
                        "DELETE FROM idempotency WHERE stream = S AND first = K")
                .flatMap(sql -> AClub.STREAMS.stream().map(stream -> arguments(sql, stream)));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void a_changed_entry_is_named(String sql, StreamId stream) throws IOException, SQLException {
        long k = original.size(stream) / 2;
        ARecord record = copy();
        record.sql(filled(sql, stream).split(";"));
        assertThat(record.rows()).as("the statement does something").isNotEqualTo(original.rows());
        Report report = record.verify();
        assertThat(report.exitCode()).isEqualTo(Report.TAMPERED);
        Finding first = report.findings().stream()
                .filter(finding -> finding.stream().equals(Optional.of(stream)))
                .findFirst()
                .orElseThrow();
        // a position below all others is met before everything else
        long expected = sql.endsWith("seq = -1 WHERE id = E") ? 0 : k;
        assertThat(first.first()).as(report.text()).contains(expected);
    }

    @ParameterizedTest
    @MethodSource("crises")
    void a_header_that_alone_was_changed_explains_everything(StreamId room) throws IOException, SQLException {
        long k = original.size(room) / 2;
        ARecord record = copy();
        record.sql("UPDATE entry SET header = CAST(replace(CAST(header AS TEXT),"
                + " '\"sealed\":\"', '\"sealed\":\"A') AS BLOB)"
                + " WHERE stream = " + record.id(room) + " AND seq = " + k);
        assertThat(record.verify().findings())
                .containsExactly(
                        Finding.tampered(room, k, "the header and its stored leaf hash do not belong together"));
    }

    /// With statements that leave the entries alone, or add to them.
    static Stream<Arguments> aroundEntries() {
        return Stream.of(
                        "INSERT INTO entry (id, stream, seq, leaf, header, body)"
                                + " SELECT 100000, S, N, leaf, header, body FROM entry WHERE id = E",
                        "INSERT INTO entry (id, stream, seq, leaf, header, body)"
                                + " SELECT 100000, 77, 0, leaf, header, body FROM entry WHERE id = E",
                        "INSERT INTO content (entry, place, text) VALUES (100000, 0, x'00')",
                        "INSERT INTO idempotency (stream, key, first, count, request) VALUES (S, 'x', K, 1, '')",
                        "INSERT INTO idempotency (stream, key, first, count, request) VALUES (77, 'x', K, 1, '')",
                        "UPDATE stream SET epoch = 2 WHERE id = S",
                        "UPDATE stream SET origin = 'elsewhere.example/1' WHERE id = S",
                        "UPDATE stream SET size = size - 1 WHERE id = S",
                        "UPDATE stream SET size = size + 1 WHERE id = S",
                        "UPDATE stream SET size = 0 WHERE id = S",
                        "UPDATE stream SET recorded_at = recorded_at + 1 WHERE id = S",
                        "UPDATE stream SET recorded_at = recorded_at - 1 WHERE id = S",
                        "UPDATE stream SET next_alarm = 1 WHERE id = S",
                        "UPDATE stream SET next_alarm = coalesce(next_alarm + 86400000, 86400000) WHERE id = S",
                        "UPDATE stream SET checkpoint = '' WHERE id = S",
                        "UPDATE stream SET checkpoint = checkpoint || checkpoint WHERE id = S",
                        "UPDATE stream SET checkpoint = (SELECT checkpoint FROM stream WHERE id = O) WHERE id = S",
                        "UPDATE stream SET checkpoint = replace(checkpoint, '/1' || char(10), '/2' || char(10))"
                                + " WHERE id = S",
                        "UPDATE stream SET checkpoint = replace(checkpoint, char(10) || N || char(10),"
                                + " char(10) || K || char(10)) WHERE id = S",
                        "UPDATE stream SET name = 'x' WHERE id = S",
                        "UPDATE stream SET name = 'AAAAAAAAAAAAAAAAAAAAAA' WHERE id = S",
                        "UPDATE stream SET id = 77 WHERE id = S",
                        "DELETE FROM stream WHERE id = S",
                        "DELETE FROM entry WHERE stream = S",
                        "DELETE FROM content WHERE entry IN (SELECT id FROM entry WHERE stream = S);"
                                + " DELETE FROM entry WHERE stream = S; DELETE FROM idempotency WHERE stream = S;"
                                + " DELETE FROM stream WHERE id = S",
                        "INSERT INTO stream (id, name, epoch, origin, size, recorded_at, checkpoint)"
                                + " VALUES (77, 'AAAAAAAAAAAAAAAAAAAAAA', 1, 'x', 0, 0, 'x')",
                        "DELETE FROM idempotency WHERE stream = S")
                .flatMap(sql -> AClub.STREAMS.stream().map(stream -> arguments(sql, stream)));
    }

    @ParameterizedTest
    @MethodSource("aroundEntries")
    void whatever_else_was_changed_is_found(String sql, StreamId stream) throws IOException, SQLException {
        ARecord record = copy();
        record.sql(filled(sql, stream).split(";"));
        assertThat(record.rows()).as("the statement does something").isNotEqualTo(original.rows());
        assertThat(record.verify().exitCode()).isEqualTo(Report.TAMPERED);
    }

    @ParameterizedTest
    @MethodSource("crises")
    void an_alarm_that_was_put_to_sleep_is_found(StreamId room) throws IOException, SQLException {
        ARecord record = copy();
        record.sql("UPDATE stream SET next_alarm = NULL WHERE id = " + record.id(room));
        assertThat(record.verify().findings())
                .containsExactly(Finding.beside(room, "its row has another next alarm than the entries give"));
    }

    static Stream<StreamId> crises() {
        return Stream.of(RED, BLUE);
    }

    @Test
    void a_crisis_that_is_gone_is_missed_and_one_that_nobody_began_is_found() throws IOException, SQLException {
        long red = original.id(RED);
        ARecord without = copy();
        without.sql(
                "DELETE FROM content WHERE entry IN (SELECT id FROM entry WHERE stream = " + red + ")",
                "DELETE FROM entry WHERE stream = " + red,
                "DELETE FROM idempotency WHERE stream = " + red,
                "DELETE FROM stream WHERE id = " + red);
        assertThat(without.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.stream()).contains(RED);
            assertThat(finding.words()).contains("is missing with the whole stream");
        });
    }

    @Test
    void the_organisation_rolled_back_by_itself_is_known_to_its_crises() throws IOException, SQLException {
        ARecord shorter = ARecord.of(folder.resolve("shorter"), 100);
        ARecord record = copy();
        long organisation = record.id(StreamId.ORGANISATION);
        long size = shorter.size(StreamId.ORGANISATION);
        record.sql(
                "DELETE FROM content WHERE entry IN (SELECT id FROM entry WHERE stream = " + organisation
                        + " AND seq >= " + size + ")",
                "DELETE FROM entry WHERE stream = " + organisation + " AND seq >= " + size,
                "DELETE FROM idempotency WHERE stream = " + organisation + " AND first >= " + size,
                "UPDATE stream SET size = " + size + ", checkpoint = '" + shorter.checkpoint(StreamId.ORGANISATION)
                        + "', recorded_at = "
                        + shorter.ask("SELECT recorded_at FROM stream WHERE name = 'organisation'") + " WHERE id = "
                        + organisation);
        Report report = record.verify();
        assertThat(report.exitCode()).isEqualTo(Report.TAMPERED);
        Finding tampered = report.findings().stream()
                .filter(finding -> finding.kind() == Finding.Kind.TAMPERED)
                .findFirst()
                .orElseThrow();
        assertThat(tampered.stream()).contains(StreamId.ORGANISATION);
        assertThat(tampered.first()).contains(size);
        assertThat(tampered.words()).contains("is missing: entry");
    }
}
