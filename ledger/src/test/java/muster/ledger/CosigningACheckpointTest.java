package muster.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import muster.kernel.Malformed;
import org.junit.jupiter.api.Test;

/// A witness signs what it saw and when (C2SP cosignature/v1).
class CosigningACheckpointTest {

    private static final Instant SEEN = Instant.ofEpochSecond(1_679_315_147);
    private static final NoteSigner LOG = NoteSigner.of("example.com/behind-the-sofa", new byte[32]);
    private static final Cosigner WITNESS = Cosigner.of("witness.example.com/w1", new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });
    private static final Checkpoint CHECKPOINT = Checkpoint.parse("""
        example.com/behind-the-sofa
        20852163
        CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
        """);
    private static final SignedNote NOTE = SignedNote.sign(CHECKPOINT.text(), LOG);

    private static SignedNote.Signed seenAt(Instant time) {
        return new SignedNote.Signed(List.of(new SignedNote.Signer(WITNESS.verifierKey(), Optional.of(time))));
    }

    private static SignedNote.Verdict asSeenByTheWitness(SignedNote note) {
        return note.verify(List.of(WITNESS.verifierKey()));
    }

    @Test
    void the_line_holds_key_id_time_and_a_signature_that_another_library_accepts() throws GeneralSecurityException {
        NoteSignature line = WITNESS.cosign(CHECKPOINT, SEEN);
        byte[] publicKey = WITNESS.verifierKey().publicKey();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("witness.example.com/w1\n\u0004".getBytes(UTF_8));
        assertThat(line.keyId())
                .isEqualTo(ByteBuffer.wrap(sha256.digest(publicKey)).getInt());
        assertThat(line.signature()).hasSize(72).startsWith(HexFormat.of().parseHex("00000000641850cb"));

        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(publicKey));
        Signature platform = Signature.getInstance("Ed25519");
        platform.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        platform.update("""
            cosignature/v1
            time 1679315147
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """.getBytes(UTF_8));
        assertThat(platform.verify(Arrays.copyOfRange(line.signature(), 8, 72))).isTrue();
    }

    @Test
    void a_cosigned_note_tells_who_saw_it_and_when() {
        SignedNote note = SignedNote.parse(
                NOTE.with(WITNESS.cosign(CHECKPOINT, SEEN.plusMillis(999))).encoded());
        assertThat(asSeenByTheWitness(note)).isEqualTo(seenAt(SEEN));
        assertThat(note.verify(List.of(LOG.verifierKey()))).isEqualTo(SigningANoteTest.signed(LOG.verifierKey()));
    }

    @Test
    void of_several_sightings_the_earliest_counts() {
        SignedNote note = NOTE.with(WITNESS.cosign(CHECKPOINT, SEEN.plusSeconds(60)))
                .with(WITNESS.cosign(CHECKPOINT, SEEN))
                .with(WITNESS.cosign(CHECKPOINT, SEEN.plusSeconds(30)));
        assertThat(asSeenByTheWitness(note)).isEqualTo(seenAt(SEEN));
    }

    @Test
    void a_changed_time_or_text_spoils_the_note() {
        NoteSignature line = WITNESS.cosign(CHECKPOINT, SEEN);
        byte[] later = line.signature();
        later[7]++;
        byte[] negative = line.signature();
        negative[0] = (byte) 0x80;
        byte[] endless = line.signature();
        Arrays.fill(endless, 0, 8, (byte) 0x7f);
        for (byte[] bytes : List.of(later, negative, endless, Arrays.copyOf(line.signature(), 8), new byte[64])) {
            SignedNote note = NOTE.with(NoteSignature.of(WITNESS.verifierKey(), bytes));
            assertThat(asSeenByTheWitness(note)).isEqualTo(new SignedNote.BadSignature(WITNESS.verifierKey()));
        }
        SignedNote other = SignedNote.parse(NOTE.with(line).encoded().replace("20852163", "20852164"));
        assertThat(asSeenByTheWitness(other)).isEqualTo(new SignedNote.BadSignature(WITNESS.verifierKey()));
    }

    @Test
    void a_plain_signature_of_the_same_key_is_not_a_cosignature() {
        byte[] seed = new byte[32];
        NoteSigner plain = NoteSigner.of("both", seed);
        Cosigner witness = Cosigner.of("both", seed);
        assertThat(plain.verifierKey().id()).isNotEqualTo(witness.verifierKey().id());
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), plain);
        assertThat(note.verify(List.of(witness.verifierKey()))).isEqualTo(new SignedNote.NoKnownSigner());
    }

    @Test
    void a_witness_keeps_its_key_as_text() {
        Cosigner back = Cosigner.parse(WITNESS.privateText());
        assertThat(back.cosign(CHECKPOINT, SEEN)).isEqualTo(WITNESS.cosign(CHECKPOINT, SEEN));
        assertThat(VerifierKey.parse(back.verifierKey().text())).isEqualTo(WITNESS.verifierKey());
        assertThat(back.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void nobody_saw_anything_before_1970() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> WITNESS.cosign(CHECKPOINT, Instant.ofEpochSecond(-1)));
    }

    @Test
    void a_time_before_1970_is_refused_even_if_it_is_signed() {
        SigningKey key = SigningKey.of("witness", VerifierKey.Type.COSIGNATURE, new byte[32]);
        byte[] past = Cosignature.sign(key, CHECKPOINT.text(), -1);
        byte[] epoch = Cosignature.sign(key, CHECKPOINT.text(), 0);
        assertThat(Cosignature.verify(key.verifierKey(), CHECKPOINT.text(), past))
                .isEmpty();
        assertThat(Cosignature.verify(key.verifierKey(), CHECKPOINT.text(), epoch))
                .contains(Instant.EPOCH);
    }
}
