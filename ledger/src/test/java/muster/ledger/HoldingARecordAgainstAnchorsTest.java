package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import muster.kernel.Journal;
import muster.kernel.Outcome;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has the key can write another history that agrees with itself; one checkpoint or receipt that was kept
/// elsewhere exposes it.
class HoldingARecordAgainstAnchorsTest {
    private static final StreamId STALL = Fair.stall(1);

    @TempDir
    private Path folder;

    private String checkpoint = "";
    private String receipt = "";
    private String ofStall = "";

    private Path data(String name) {
        return folder.resolve(name);
    }

    /// The record, with the checkpoints and a receipt of its middle kept elsewhere.
    @BeforeEach
    void aRecord() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data("record"), Fair.SIGNER)) {
            Fair fair = new Fair(directory.journal(), 1);
            fair.play(5);
            Files.createDirectories(data("early"));
            Backup.copy(data("record"), data("early"));
            Outcome.Committed said = fair.done(StreamId.ORGANISATION, new Stalls.Post("the truth"));
            fair.done(STALL, new Pots.Fill(Fair.id('P', 77), "honey", Optional.empty()));
            receipt = said.receipts().getFirst();
            checkpoint = directory.journal().tip(StreamId.ORGANISATION).checkpoint();
            ofStall = directory.journal().tip(STALL).checkpoint();
            fair.done(StreamId.ORGANISATION, new Stalls.Post("and more"));
        }
    }

    /// The same but for one word.
    private Path rewritten(CheckpointSigner signer) throws Exception {
        try (DataDirectory directory = DataDirectory.open(data("rewritten"), signer)) {
            Fair fair = new Fair(directory.journal(), 1);
            fair.play(5);
            fair.done(StreamId.ORGANISATION, new Stalls.Post("the lie"));
            fair.done(STALL, new Pots.Fill(Fair.id('P', 77), "honey", Optional.empty()));
            fair.done(StreamId.ORGANISATION, new Stalls.Post("and more"));
        }
        return data("rewritten");
    }

    private static Report verify(Path data) {
        return verify(data, Optional.empty(), Optional.empty());
    }

    private static Report verify(Path data, Optional<String> checkpoint, Optional<String> receipt) {
        return Verifier.of(Fair.CATALOGUE).verify(data, checkpoint, receipt);
    }

    private static Report against(Path data, String checkpoint) {
        return verify(data, Optional.of(checkpoint), Optional.empty());
    }

    private static void isTampered(Report report, String words) {
        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.findings())
                .first()
                .extracting(Finding::words)
                .asString()
                .contains(words);
    }

    @Test
    void the_record_agrees_with_what_was_kept_of_it() {
        Report report = verify(data("record"), Optional.of(checkpoint), Optional.of(receipt));
        assertThat(report.exitCode()).as(report.text()).isZero();
        long size = CheckpointSigner.read(checkpoint).size();
        assertThat(report.streams().getFirst().anchor()).isEqualTo(size + ", " + size);
        assertThat(against(data("record"), ofStall).exitCode()).isZero();
    }

    @Test
    void a_consistent_rewriting_shows_no_fault_but_says_that_nothing_was_held_against_it() throws Exception {
        Report report = verify(rewritten(Fair.SIGNER));
        assertThat(report.exitCode()).as(report.text()).isZero();
        assertThat(report.streams()).allMatch(stream -> stream.anchor().equals("none"));
    }

    @Test
    void a_consistent_rewriting_is_exposed_by_a_checkpoint_or_a_receipt() throws Exception {
        Path data = rewritten(Fair.SIGNER);
        isTampered(against(data, checkpoint), "not the one an outside checkpoint signed");
        isTampered(verify(data, Optional.empty(), Optional.of(receipt)), "not the one an outside checkpoint signed");
    }

    @Test
    void a_rewriting_under_another_key_is_exposed_by_a_checkpoint() throws Exception {
        byte[] seed = new byte[32];
        seed[0] = 1;
        Path data = rewritten(new CheckpointSigner(seed));
        assertThat(verify(data).exitCode()).isZero();
        isTampered(against(data, checkpoint), "signed by another key");
    }

    @Test
    void a_checkpoint_signed_anew_with_another_key_needs_nothing_from_outside() throws Exception {
        byte[] seed = new byte[32];
        seed[0] = 1;
        Checkpoint text = CheckpointSigner.read(checkpoint);
        Journal.Tip tip;
        try (DataDirectory directory = DataDirectory.open(data("record"), Fair.SIGNER)) {
            tip = directory.journal().tip(StreamId.ORGANISATION);
        }
        try (Copy copy = new Copy(data("copy"), Copy.plain(data("record").resolve(DataDirectory.JOURNAL)))) {
            Checkpoint forged = Checkpoint.of(text.origin(), tip.size(), Hash.fromBase64Url(tip.root()));
            copy.run(
                    "UPDATE streams SET checkpoint = ? WHERE stream = 'organisation'",
                    new CheckpointSigner(seed).sign(forged));
            isTampered(copy.verify(), "not signed by the key of the genesis");
        }
    }

    @Test
    void an_older_copy_in_the_place_of_the_record_is_exposed_by_a_later_checkpoint() {
        assertThat(verify(data("early")).exitCode()).isZero();
        isTampered(against(data("early"), checkpoint), "rolled back");
        isTampered(verify(data("early"), Optional.empty(), Optional.of(receipt)), "rolled back");
    }

    @Test
    void an_organisation_rolled_back_alone_is_exposed_by_what_crises_read() throws Exception {
        try (Copy early = new Copy(data("e"), Copy.plain(data("early").resolve(DataDirectory.JOURNAL)));
                Copy copy = new Copy(data("copy"), Copy.plain(data("record").resolve(DataDirectory.JOURNAL)))) {
            List<@Nullable Object> row = early.rows(
                            "SELECT size, recorded_at, checkpoint FROM streams WHERE stream = 'organisation'")
                    .getFirst();
            copy.run(
                    "UPDATE streams SET size = ?, recorded_at = ?, checkpoint = ? WHERE stream = 'organisation'",
                    row.toArray());
            for (String table : List.of("entries", "contents")) {
                copy.run("DELETE FROM " + table + " WHERE stream = 'organisation' AND seq >= ?", row.get(0));
            }
            copy.run("DELETE FROM keys WHERE stream = 'organisation' AND first >= ?", row.get(0));
            Report report = copy.verify();
            assertThat(report.exitCode()).isEqualTo(2);
            long size = ((Number) Objects.requireNonNull(row.getFirst())).longValue();
            assertThat(report.findings()).anySatisfy(finding -> {
                assertThat(finding.stream()).isEqualTo("organisation");
                assertThat(finding.first()).isLessThanOrEqualTo(size);
                assertThat(finding.last()).isGreaterThanOrEqualTo(size);
            });
        }
    }

    @Test
    void a_stream_that_is_gone_with_all_that_speaks_of_it_is_exposed_by_its_checkpoint() throws Exception {
        try (DataDirectory directory = DataDirectory.open(data("fresh"), Fair.SIGNER)) {
            new Fair(directory.journal(), 1).begin();
        }
        isTampered(against(data("fresh"), ofStall), "the stream of an outside checkpoint is missing");
    }

    @Test
    void a_checkpoint_of_another_ledger_proves_nothing() {
        String strange = new CheckpointSigner(new byte[32])
                .sign(Checkpoint.of("elsewhere.example/organisation/1", 0, Merkle.emptyRoot()));
        byte[] seed = new byte[32];
        seed[0] = 9;
        String stranger = new CheckpointSigner(seed)
                .sign(Checkpoint.of("elsewhere.example/organisation/1", 0, Merkle.emptyRoot()));
        assertThat(against(data("record"), strange).exitCode()).isEqualTo(2);
        assertThat(against(data("record"), stranger).exitCode()).isEqualTo(3);
        assertThat(against(data("record"), "nonsense").exitCode()).isEqualTo(3);
    }

    @Test
    void a_damaged_receipt_accuses_nobody() {
        TlogProof proof = TlogProof.parse(receipt);
        TlogProof garbled = new TlogProof(Optional.empty(), proof.index(), List.of(), proof.note());
        Report report = verify(data("record"), Optional.empty(), Optional.of(garbled.text()));
        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.text()).contains("the receipt is damaged");
    }

    @Test
    void a_checkpoint_with_another_text_under_the_signature_accuses_nobody_but_is_no_anchor() {
        String forged = checkpoint.replaceFirst("\n\\d+\n", "\n3\n");
        assertThat(forged).isNotEqualTo(checkpoint);
        Report report = against(data("record"), forged);
        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.text()).contains("the outside checkpoint is damaged");
    }
}
