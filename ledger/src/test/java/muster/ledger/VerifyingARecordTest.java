package muster.ledger;

import static muster.ledger.toy.AClub.BLUE;
import static muster.ledger.toy.AClub.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.kernel.StreamId;
import muster.kernel.Wire;
import muster.ledger.toy.AClub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class VerifyingARecordTest {
    @TempDir
    private Path folder;

    private Report verify(Path directory) {
        return Verifier.of(AClub.catalogue()).verify(directory, Optional.empty(), Optional.empty());
    }

    @Test
    void an_untouched_record_is_intact_and_nothing_anchors_it() throws SQLException {
        ARecord record = ARecord.of(folder.resolve("data"), 60);
        Report report = record.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.exitCode()).isEqualTo(Report.INTACT);
        assertThat(report.streams())
                .extracting(StreamReport::stream)
                .startsWith(StreamId.ORGANISATION)
                .hasSize(3);
        for (StreamReport stream : report.streams()) {
            assertThat(stream.entries()).isEqualTo(record.size(stream.stream())).isGreaterThan(10);
            assertThat(stream.replayed()).isEqualTo(stream.entries());
            assertThat(stream.committedOnly()).isZero();
            assertThat(stream.anchors()).isEmpty();
        }
        assertThat(report.text()).startsWith("record: intact\n").contains("anchor: none");
        JsonNode json = Wire.mapper().readTree(report.json());
        assertThat(json.get("record").asString()).isEqualTo("intact");
        assertThat(json.get("anchor").asString()).isEqualTo("none");
        assertThat(json.get("streams").get(0).get("root").asString())
                .isEqualTo(record.checkpoint(StreamId.ORGANISATION).split("\n", -1)[2]);
    }

    @Test
    void a_long_record_is_verified_to_its_end_and_tells_how_far_it_is() throws SQLException {
        ARecord record = ARecord.of(folder.resolve("data"), 1_500);
        long all = record.size(StreamId.ORGANISATION) + record.size(RED) + record.size(BLUE);
        List<String> told = new ArrayList<>();
        Report intact = Verifier.of(AClub.catalogue())
                .telling((pass, done, of) -> told.add(pass + " " + done + " " + of))
                .verify(record.directory(), Optional.empty(), Optional.empty());
        assertThat(intact.findings()).isEmpty();
        assertThat(intact.streams().stream().mapToLong(StreamReport::replayed).sum())
                .isEqualTo(all)
                .isGreaterThan(1_500);
        assertThat(told)
                .hasSize((int) (2 * all))
                .startsWith("INTEGRITY 1 " + all)
                .contains("INTEGRITY " + all + " " + all)
                .endsWith("AUTHORITY " + all + " " + all);

        long late = record.size(RED) - 2;
        record.sql("UPDATE content SET text = x'5b5d' WHERE place = 0 AND entry ="
                + " (SELECT id FROM entry WHERE stream = " + record.id(RED) + " AND seq = " + late + ")");
        assertThat(record.verify().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.first()).contains(late));

        record.sql("DELETE FROM entry WHERE stream = " + record.id(BLUE) + " AND seq = 5");
        assertThat(record.verify().text())
                .contains(RED + ", entry " + late + ": the content")
                .contains(BLUE + ", entry 5: is missing");
    }

    /// The numbers of rows prove nothing, so they cannot be wrong; only reading is slower.
    @Test
    void the_order_of_arrival_is_no_part_of_the_record() throws SQLException {
        ARecord record = ARecord.of(folder.resolve("data"), 30);
        String moved = record.ask("SELECT id FROM entry WHERE stream = " + record.id(RED) + " AND seq = 3");
        record.sql(
                "UPDATE content SET entry = 100000 WHERE entry = " + moved,
                "UPDATE entry SET id = 100000 WHERE id = " + moved);
        assertThat(record.verify().text()).startsWith("record: intact");
        record.sql("UPDATE content SET text = x'5b5d' WHERE place = 0 AND entry = 100000");
        assertThat(record.verify().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.stream()).contains(RED);
            assertThat(finding.first()).contains(3L);
        });
    }

    @Test
    void verifying_changes_nothing() throws IOException {
        ARecord record = ARecord.of(folder.resolve("data"), 10);
        Map<String, Object> before = files(record.directory());
        record.verify();
        assertThat(files(record.directory())).isEqualTo(before);
    }

    private static Map<String, Object> files(Path directory) throws IOException {
        Map<String, Object> files = new HashMap<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName() + " at", Files.getLastModifiedTime(file));
                files.put(file.getFileName() + " bytes", java.nio.ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void a_record_can_be_verified_while_it_is_written() throws IOException {
        CheckpointSigner signer = ARecord.SIGNER;
        Path data = folder.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data, signer)) {
            AClub club = AClub.on(directory.journal());
            for (int i = 0; i < 4; i++) {
                club.talk(10);
                assertThat(verify(data).text()).startsWith("record: intact");
            }
        }
        assertThat(verify(data).exitCode()).isEqualTo(Report.INTACT);
    }

    @Test
    void what_a_dead_server_left_in_the_log_counts() throws IOException, Store.Fault {
        Path live = folder.resolve("live");
        Path left = Files.createDirectory(folder.resolve("left"));
        try (SqliteStore store = new SqliteStore(Files.createDirectory(live).resolve("journal.db"))) {
            AClub.on(new LedgerJournal(store, ARecord.SIGNER, Runnable::run)).talk(10);
            for (String file : new TreeSet<>(List.of("journal.db", "journal.db-wal"))) {
                Files.copy(live.resolve(file), left.resolve(file));
            }
        }
        assertThat(Files.size(left.resolve("journal.db-wal"))).isPositive();
        assertThat(verify(left).findings()).isEmpty();
        assertThat(verify(left).streams()).hasSize(3);
    }

    @Test
    void without_a_journal_nothing_can_be_proved() throws IOException {
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Report report = verify(nothing);
        assertThat(report.exitCode()).isEqualTo(Report.CANNOT_PROVE);
        assertThat(report.text()).contains("there is no journal.db");
    }

    @Test
    void a_newer_schema_and_an_unknown_type_cannot_be_proved_by_this_build() throws SQLException {
        ARecord record = ARecord.of(folder.resolve("data"), 10);
        assertThat(record.sql("PRAGMA user_version = 2").verify().exitCode()).isEqualTo(Report.CANNOT_PROVE);
        record.sql("PRAGMA user_version = 1");
        Report old = Verifier.of(AClub.olderCatalogue()).verify(record.directory(), Optional.empty(), Optional.empty());
        assertThat(old.exitCode()).isEqualTo(Report.CANNOT_PROVE);
        assertThat(old.findings())
                .extracting(finding -> finding.stream().orElseThrow())
                .containsOnly(RED, BLUE);
        assertThat(old.text()).contains("not known to this build");
    }

    @Test
    void the_bytes_alone_can_be_verified_without_knowing_any_feature() {
        ARecord record = ARecord.of(folder.resolve("data"), 10);
        Report report = Verifier.ofBytes().verify(record.directory(), Optional.empty(), Optional.empty());
        assertThat(report.findings()).isEmpty();
        assertThat(report.streams())
                .allSatisfy(stream -> assertThat(stream.replayed()).isZero());
    }
}
