package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import muster.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A browser keeps a receipt; years later it is checked without the log.
class HandingOutAReceiptTest {

    private static final String ORIGIN = "muster.example/crisis/7/1";
    private static final NoteSigner LOG = NoteSigner.of("muster.example", new byte[32]);
    private static final Cosigner WITNESS = Cosigner.of("witness.example", seed(1));
    private static final List<VerifierKey> KNOWN = List.of(LOG.verifierKey(), WITNESS.verifierKey());
    private static final List<Hash> LEAVES = NaiveTree.leaves(13);
    private static final MerkleTree TREE = NaiveTree.tree(LEAVES);
    private static final Checkpoint CHECKPOINT = Checkpoint.of(ORIGIN, 13, TREE.root(13));

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }

    private static TlogProof receipt(int index) {
        return TlogProof.of(index, TREE.inclusion(index, 13), SignedNote.sign(CHECKPOINT.text(), LOG));
    }

    private static String why(TlogProof.Verdict verdict) {
        return switch (verdict) {
            case TlogProof.Proved proved -> "proved: " + proved;
            case TlogProof.NotProved(String why) -> why;
        };
    }

    @Test
    void every_entry_has_a_receipt_that_proves_it_and_nothing_else() {
        for (int index = 0; index < 13; index++) {
            TlogProof receipt = TlogProof.parse(receipt(index).text());
            assertThat(receipt.verify(ORIGIN, LEAVES.get(index), KNOWN))
                    .isEqualTo(new TlogProof.Proved(
                            CHECKPOINT, List.of(new SignedNote.Signer(LOG.verifierKey(), Optional.empty()))));
            assertThat(why(receipt.verify(ORIGIN, LEAVES.get((index + 1) % 13), KNOWN)))
                    .contains("not at index " + index);
        }
    }

    @Test
    void the_text_is_the_published_format() {
        TlogProof receipt = receipt(12);
        List<Hash> path = TREE.inclusion(12, 13);
        assertThat(path).hasSize(2);
        String text =
                "c2sp.org/tlog-proof@v1\nindex 12\n" + path.get(0) + "\n" + path.get(1) + "\n\n" + CHECKPOINT.text()
                        + "\n" + receipt.note().signatures().getFirst().line() + "\n";
        assertThat(receipt.text()).isEqualTo(text);
        assertThat(TlogProof.parse(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(receipt);
    }

    @Test
    void extra_is_carried_and_trusted_by_nobody() {
        TlogProof receipt = receipt(4);
        TlogProof extra = new TlogProof(Optional.of("YW55"), 4, receipt.hashes(), receipt.note());
        assertThat(extra.text()).startsWith("c2sp.org/tlog-proof@v1\nextra YW55\nindex 4\n");
        assertThat(TlogProof.parse(extra.text())).isEqualTo(extra);
        assertThat(extra.verify(ORIGIN, LEAVES.get(4), KNOWN)).isInstanceOf(TlogProof.Proved.class);
    }

    @Test
    void a_tree_of_one_needs_no_hashes() {
        Checkpoint first = Checkpoint.of(ORIGIN, 1, TREE.root(1));
        TlogProof receipt = TlogProof.of(0, List.of(), SignedNote.sign(first.text(), LOG));
        assertThat(TlogProof.parse(receipt.text()).verify(ORIGIN, LEAVES.getFirst(), KNOWN))
                .isInstanceOf(TlogProof.Proved.class);
    }

    @Test
    void a_receipt_of_one_log_does_not_pass_for_another() {
        assertThat(why(receipt(3).verify("muster.example/exercise/7/1", LEAVES.get(3), KNOWN)))
                .contains("of the log " + ORIGIN);
    }

    @Test
    void a_checkpoint_that_no_known_log_signed_proves_nothing() {
        TlogProof receipt = receipt(3);
        assertThat(why(receipt.verify(ORIGIN, LEAVES.get(3), List.of(WITNESS.verifierKey()))))
                .contains("No known key");
        SignedNote onlyWitness = SignedNote.parse(CHECKPOINT.text() + "\n"
                + WITNESS.cosign(CHECKPOINT, Instant.ofEpochSecond(1_800_000_000))
                        .line() + "\n");
        TlogProof witnessed = TlogProof.of(3, receipt.hashes(), onlyWitness);
        assertThat(why(witnessed.verify(ORIGIN, LEAVES.get(3), KNOWN))).contains("no known log did");
    }

    @Test
    void a_changed_checkpoint_proves_nothing() {
        TlogProof changed = TlogProof.parse(receipt(3).text().replace("\n13\n", "\n12\n"));
        assertThat(why(changed.verify(ORIGIN, LEAVES.get(3), KNOWN))).contains("was changed");
    }

    @Test
    void cosignatures_travel_with_the_receipt() {
        Instant seen = Instant.ofEpochSecond(1_800_000_000);
        TlogProof receipt = receipt(3);
        SignedNote cosigned = receipt.note().with(WITNESS.cosign(CHECKPOINT, seen));
        TlogProof read =
                TlogProof.parse(TlogProof.of(3, receipt.hashes(), cosigned).text());
        assertThat(read.verify(ORIGIN, LEAVES.get(3), KNOWN))
                .isEqualTo(new TlogProof.Proved(
                        CHECKPOINT,
                        List.of(
                                new SignedNote.Signer(LOG.verifierKey(), Optional.empty()),
                                new SignedNote.Signer(WITNESS.verifierKey(), Optional.of(seen)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c2sp.org/tlog-proof@v2\nindex 0\n\n",
                "index 0\n\n",
                "c2sp.org/tlog-proof@v1\n\n",
                "c2sp.org/tlog-proof@v1\nindex 00\n\n",
                "c2sp.org/tlog-proof@v1\nindex -1\n\n",
                "c2sp.org/tlog-proof@v1\nindex \n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nextra YW55\n\n",
                "c2sp.org/tlog-proof@v1\nextra ???\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n",
                "c2sp.org/tlog-proof@v1\r\nindex 0\n\n",
                "c2sp.org/tlog-proof@v1\nindex 0\n",
                "\n\n"
            })
    void a_text_that_is_no_receipt_is_refused(String head) {
        String note = SignedNote.sign(CHECKPOINT.text(), LOG).encoded();
        assertThat(TlogProof.parse("c2sp.org/tlog-proof@v1\nindex 0\n\n" + note).index())
                .isZero();
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> TlogProof.parse(head + note));
    }

    @Test
    void a_receipt_without_a_proper_checkpoint_or_with_too_many_hashes_is_refused() {
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), LOG);
        SignedNote letter = SignedNote.sign("dear counsel\n", LOG);
        List<Hash> many = Collections.nCopies(64, Merkle.emptyRoot());
        String tooLong = "c2sp.org/tlog-proof@v1\nindex 0\n" + (Merkle.emptyRoot() + "\n").repeat(64) + "\n" + note;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> TlogProof.of(0, List.of(), letter));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> TlogProof.of(-1, List.of(), note));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> TlogProof.of(0, many, note));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> TlogProof.parse(tooLong))
                .withMessageContaining("at most 63");
    }
}
