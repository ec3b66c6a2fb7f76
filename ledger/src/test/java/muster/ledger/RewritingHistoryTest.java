package muster.ledger;

import static muster.ledger.toy.AClub.BLUE;
import static muster.ledger.toy.AClub.RED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import muster.ledger.toy.AClub;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// What somebody can do who has more than the database: the time to make every digest fit, or even the
/// signing key.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewritingHistoryTest {
    private static final CheckpointSigner OTHER = new CheckpointSigner(filled(7));

    @TempDir
    private static Path folder;

    private ARecord original;
    private List<Outcome.Committed> told;
    private String early;
    private ARecord before;

    private static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @BeforeAll
    void record() throws Store.Fault, IOException, SQLException {
        before = ARecord.of(folder.resolve("before"), 60);
        Path directory = java.nio.file.Files.createDirectory(folder.resolve("original"));
        try (SqliteStore store = new SqliteStore(directory.resolve("journal.db"), ARecord.QUICK)) {
            AClub club = AClub.on(new LedgerJournal(store, ARecord.SIGNER, Runnable::run))
                    .talk(120);
            told = club.told();
        }
        original = new ARecord(directory);
        early = before.checkpoint(RED);
    }

    private ARecord copy() throws IOException {
        return original.copy(folder.resolve("copy"));
    }

    private static Finding only(Report report) {
        assertThat(report.exitCode()).as(report.text()).isEqualTo(Report.TAMPERED);
        assertThat(report.findings()).as(report.text()).hasSize(1);
        return report.findings().getFirst();
    }

    private static void salt(ObjectNode header) {
        header.put("sealed", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    }

    @Test
    void without_the_key_a_rewritten_entry_is_found_between_what_is_proved_and_what_is_contradicted()
            throws IOException, SQLException {
        ARecord record = copy();
        new AForger(record, OTHER).rewriteHeader(RED, 40, RewritingHistoryTest::salt);
        Finding finding = only(record.verify());
        assertThat(finding.stream()).contains(RED);
        assertThat(finding.first()).contains(0L);
        assertThat(finding.last()).contains(original.size(RED) - 1);
    }

    @Test
    void an_old_checkpoint_makes_the_interval_smaller() throws IOException, SQLException {
        long proved = before.size(RED);
        ARecord record = copy();
        new AForger(record, OTHER).rewriteHeader(RED, proved + 5, RewritingHistoryTest::salt);
        Finding later = only(record.against(early));
        assertThat(later.first()).contains(proved);
        assertThat(later.last()).contains(original.size(RED) - 1);

        ARecord other = copy();
        new AForger(other, OTHER).rewriteHeader(RED, 5, RewritingHistoryTest::salt);
        Finding sooner = other.against(early).findings().getFirst();
        assertThat(sooner.first()).contains(0L);
        assertThat(sooner.last()).contains(proved - 1);
    }

    @Test
    void what_crises_read_makes_the_interval_of_the_organisation_smaller() throws IOException, SQLException {
        ARecord record = copy();
        new AForger(record, OTHER).rewriteHeader(StreamId.ORGANISATION, 12, RewritingHistoryTest::salt);
        Report report = record.verify();
        Finding finding = report.findings().stream()
                .filter(each -> each.kind() == Finding.Kind.TAMPERED)
                .findFirst()
                .orElseThrow();
        assertThat(finding.stream()).contains(StreamId.ORGANISATION);
        assertThat(finding.first()).contains(12L);
        assertThat(finding.last()).contains(12L);
        assertThat(finding.words()).contains("was made over");
    }

    @Test
    void a_signature_of_another_key_is_none() throws IOException, SQLException {
        ARecord record = copy();
        AForger forger = new AForger(record, OTHER);
        forger.rewriteHeader(RED, 40, RewritingHistoryTest::salt);
        forger.sign(RED);
        assertThat(only(record.verify()).words()).isEqualTo("its checkpoint is not signed by the key of its genesis");
    }

    @Test
    void a_crisis_with_a_key_of_its_own_is_not_the_organisations() throws IOException, SQLException {
        ARecord record = copy();
        AForger forger = new AForger(record, OTHER);
        String key = OTHER.verifierKey(record.origin(RED)).text();
        forger.rewriteBody(RED, 0, body -> ((ObjectNode) body.get("event")).put("key", key));
        forger.sign(RED);
        Finding finding = record.verify().findings().getFirst();
        assertThat(finding.first()).contains(0L);
        assertThat(finding.words()).contains("another key than the organisation's");
    }

    @Test
    void a_consistent_rewriting_with_the_key_is_intact_until_it_is_held_against_something_old()
            throws IOException, SQLException {
        ARecord record = copy();
        AForger forger = new AForger(record, ARecord.SIGNER);
        forger.rewriteHeader(RED, 10, RewritingHistoryTest::salt);
        forger.sign(RED);
        Report alone = record.verify();
        assertThat(alone.exitCode()).isEqualTo(Report.INTACT);
        assertThat(alone.text()).contains("anchor: none");

        Finding byCheckpoint = only(record.against(early));
        assertThat(byCheckpoint.first()).contains(0L);
        assertThat(byCheckpoint.last()).contains(before.size(RED) - 1);
        assertThat(record.against(original.checkpoint(RED)).exitCode()).isEqualTo(Report.TAMPERED);

        Outcome.Committed toldThen = told.stream()
                .filter(each -> each.stream().equals(RED) && each.from() == 10)
                .findFirst()
                .orElseThrow();
        Report byReceipt = record.againstReceipt(toldThen.receipts().getFirst());
        assertThat(byReceipt.exitCode()).isEqualTo(Report.TAMPERED);
        assertThat(byReceipt.findings().getFirst()).satisfies(finding -> {
            assertThat(finding.first()).contains(10L);
            assertThat(finding.words()).contains("is not the entry that the receipt");
        });
    }

    @Test
    void every_receipt_that_was_ever_given_holds_against_an_untouched_record() {
        for (Outcome.Committed each : told.subList(0, 40)) {
            Report report = original.againstReceipt(each.receipts().getFirst());
            assertThat(report.findings()).isEmpty();
            assertThat(report.streams().stream()
                            .filter(stream -> stream.stream().equals(each.stream()))
                            .findFirst()
                            .orElseThrow()
                            .anchors())
                    .hasSize(1);
        }
        assertThat(original.against(early).text()).contains("anchor: at ").doesNotContain("anchor: none. ");
    }

    @Test
    void a_record_that_was_rolled_back_is_intact_until_it_is_held_against_something_later() throws SQLException {
        assertThat(before.verify().exitCode()).isEqualTo(Report.INTACT);
        Finding finding = only(before.against(original.checkpoint(RED)));
        assertThat(finding.first()).contains(before.size(RED));
        assertThat(finding.last()).contains(original.size(RED) - 1);
        assertThat(finding.words()).contains("is missing");
        String receipt = told.getLast().receipts().getFirst();
        assertThat(before.againstReceipt(receipt).exitCode()).isEqualTo(Report.TAMPERED);
    }

    @Test
    void a_record_with_other_salts_is_another_record() throws SQLException {
        ARecord other = ARecord.of(folder.resolve("other"), 120, 2);
        assertThat(other.verify().exitCode()).isEqualTo(Report.INTACT);
        assertThat(other.against(original.checkpoint(RED)).exitCode()).isEqualTo(Report.TAMPERED);
    }

    @Test
    void outside_material_that_nobody_can_judge_proves_nothing() throws SQLException {
        String stranger = OTHER.sign(Checkpoint.of(original.origin(RED), 5, Merkle.leaf(new byte[0])));
        for (String checkpoint :
                List.of(stranger, "rubbish", original.checkpoint(RED).replace("crisis", "krisis"))) {
            Report report = original.against(checkpoint);
            assertThat(report.exitCode()).as(report.text()).isEqualTo(Report.CANNOT_PROVE);
        }
        assertThat(original.againstReceipt(early).exitCode()).isEqualTo(Report.CANNOT_PROVE);
        String gone =
                ARecord.SIGNER.sign(Checkpoint.of("club.example/muster/crisis/gone/1", 5, Merkle.leaf(new byte[0])));
        assertThat(only(original.against(gone)).words()).contains("is missing");
    }

    /// Forgeries of the second-last entry of a crisis, signed with the right key: only the history speaks
    /// against them.
    static Stream<Arguments> forgeries() {
        return Stream.of(
                arguments(
                        "is by somebody who was not in the room",
                        body(body -> ((ObjectNode) body.get("actor"))
                                .put("person", AClub.id("eve").text()))),
                arguments(
                        "states another authority than its actor had",
                        body(body -> ((ObjectNode) body.get("authority")).put("charter", "2@toy"))),
                arguments("is by Muster itself on a command", body(body -> {
                    body.putObject("actor").put("kind", "system");
                    body.set(
                            "authority",
                            ((ObjectNode) body.get("authority")).deepCopy().put("charter", ""));
                    ((ObjectNode) body.get("authority")).putArray("by");
                })),
                arguments(
                        "begins in the middle of an append",
                        body(body -> ((ObjectNode) body.get("cause")).put("first", 3))),
                arguments(
                        "was not permitted",
                        body(body ->
                                body.putObject("actor").put("kind", "operator").put("via", "setup"))),
                arguments(
                        "says wrongly whether it bears on authority", header(header -> header.put("authority", true))),
                arguments("has another crisis time", header(header -> header.put("time", "2027-01-01T00:00:00.000Z"))),
                arguments("is recorded before", header(header -> header.put("recordedAt", "2020-01-01T00:00:00.000Z"))),
                arguments(
                        "read",
                        header(header -> ((ObjectNode) header.get("reads").get(0))
                                .put("root", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))),
                arguments("is under rules", header(header -> header.put("rules", 0))),
                arguments("says to be entry", header(header -> header.put("seq", 3))),
                arguments("another epoch", header(header -> header.put("epoch", 2))),
                arguments("the streams that it must read", header(header -> header.putArray("reads"))),
                arguments("more", header(header -> header.put("more", 1))));
    }

    private record Forgery(Consumer<ObjectNode> header, Consumer<ObjectNode> body) {}

    private static Forgery body(Consumer<ObjectNode> body) {
        return new Forgery(header -> {}, body);
    }

    private static Forgery header(Consumer<ObjectNode> header) {
        return new Forgery(header, body -> {});
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forged_entry_is_named_although_every_signature_is_right(String words, Object forgery)
            throws IOException, SQLException {
        ARecord record = copy();
        long seq = plainEntry(record);
        AForger forger = new AForger(record, ARecord.SIGNER);
        Forgery made = (Forgery) forgery;
        forger.rewrite(BLUE, seq, made.header, made.body);
        forger.sign(BLUE);
        Report report = record.verify();
        Finding finding = report.findings().stream()
                .filter(each -> each.stream().equals(Optional.of(BLUE)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.text()));
        assertThat(report.exitCode()).isEqualTo(Report.TAMPERED);
        assertThat(finding.first()).as(report.text()).contains(seq);
        assertThat(finding.text()).contains(words);
    }

    /// The last but one that somebody said.
    private static long plainEntry(ARecord record) throws SQLException {
        return Long.parseLong(record.ask("SELECT seq FROM entry WHERE stream = " + record.id(BLUE)
                + " AND CAST(body AS TEXT) LIKE '%talk.said%' ORDER BY seq DESC LIMIT 1 OFFSET 1"));
    }
}
