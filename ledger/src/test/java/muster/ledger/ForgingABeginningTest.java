package muster.ledger;

import static muster.ledger.toy.AClub.BLUE;
import static muster.ledger.toy.AClub.RED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import muster.kernel.Fold;
import muster.kernel.StreamId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Who has the signing key can forge how a crisis began; the organisation's history speaks against it.
class ForgingABeginningTest {
    @TempDir
    private Path folder;

    private ARecord record;
    private AForger forger;

    @BeforeEach
    void record() {
        record = ARecord.of(folder.resolve("data"), 10);
        forger = new AForger(record, ARecord.SIGNER);
    }

    /// Changes what the two entries with which the blue room begins say of their cause.
    private void forgeCause(Consumer<ObjectNode> cause) throws SQLException {
        for (long seq : new long[] {0, 1}) {
            forger.rewriteBody(BLUE, seq, body -> cause.accept((ObjectNode) body.get("cause")));
        }
        forger.sign(BLUE);
    }

    private void putKey(String key) throws SQLException {
        record.sql("UPDATE idempotency SET key = '" + key + "' WHERE first = 0 AND stream = " + record.id(BLUE));
    }

    private Finding first(StreamId stream) {
        Report report = record.verify();
        assertThat(report.exitCode()).as(report.text()).isEqualTo(Report.TAMPERED);
        return report.findings().stream()
                .filter(finding -> finding.stream().equals(Optional.of(stream)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.text()));
    }

    private long opened(StreamId room) throws SQLException {
        return Long.parseLong(record.ask("SELECT seq FROM entry WHERE stream = " + record.id(StreamId.ORGANISATION)
                + " AND CAST(body AS TEXT) LIKE '%club.opened%' AND CAST(body AS TEXT) LIKE '%" + room + "%'"));
    }

    @Test
    void a_crisis_that_borrows_the_beginning_of_another_is_found() throws SQLException {
        long borrowed = opened(RED);
        String key = Fold.keyOf(StreamId.ORGANISATION, 1, borrowed, "when-opened-begin-room", 0);
        forgeCause(cause -> {
            cause.put("key", key);
            if (cause.get("by").has("seq")) {
                ((ObjectNode) cause.get("by")).put("seq", borrowed);
            }
        });
        putKey(key);
        Finding finding = first(BLUE);
        assertThat(finding.first()).contains(0L);
        assertThat(finding.words()).contains("says to be begun by entry " + borrowed);
    }

    @Test
    void a_crisis_that_nothing_sent_for_is_found() throws SQLException {
        forgeCause(cause -> cause.putObject("by").put("kind", "kernel"));
        Finding finding = first(BLUE);
        assertThat(finding.first()).contains(0L);
        assertThat(finding.words()).isEqualTo("is begun by nothing in the organisation");
    }

    @Test
    void what_comes_from_another_stream_under_a_key_of_its_own_is_found() throws SQLException {
        forgeCause(cause -> cause.put("key", "another"));
        putKey("another");
        Finding finding = first(BLUE);
        assertThat(finding.first()).contains(1L);
        assertThat(finding.words()).contains("not under the key that makes that happen once");
    }

    @Test
    void the_organisation_reads_nobody() throws SQLException {
        forger.rewriteHeader(
                StreamId.ORGANISATION,
                3,
                header -> header.putArray("reads")
                        .addObject()
                        .put("stream", RED.text())
                        .put("epoch", 1)
                        .put("size", 1)
                        .put("root", Merkle.emptyRoot().base64Url()));
        forger.sign(StreamId.ORGANISATION);
        Finding finding = first(StreamId.ORGANISATION);
        assertThat(finding.first()).contains(3L);
        assertThat(finding.words()).contains("the streams that it must read");
    }
}
