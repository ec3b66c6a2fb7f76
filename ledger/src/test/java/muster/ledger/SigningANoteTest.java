package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published notes of C2SP signed-note and of Go's note package, and every rule by which a note is rejected.
class SigningANoteTest {

    static final String TEXT = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;
    static final String PETER_LINE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf"
                    + "qdngotpRZb6KE6RyyBwJnAM=\n";
    static final String ENOCH_LINE = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01"
            + "oOTGwnWLox33WWd1RvMc+QQ=\n";
    static final VerifierKey PETER =
            VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    static final VerifierKey ENOCH =
            VerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
    static final NoteSigner PETER_SIGNER =
            NoteSigner.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");

    private static SignedNote.Verdict verdict(String note, VerifierKey... known) {
        return SignedNote.parse(note).verify(List.of(known));
    }

    static SignedNote.Signed signed(VerifierKey... keys) {
        return new SignedNote.Signed(Arrays.stream(keys)
                .map(key -> new SignedNote.Signer(key, Optional.empty()))
                .toList());
    }

    @Test
    void the_example_of_the_specification_verifies() {
        VerifierKey foo = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        String note =
                "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlT"
                        + "gK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
        assertThat(verdict(note, foo)).isEqualTo(signed(foo));
        assertThat(SignedNote.parse(note).text()).isEqualTo("This is an example message.\n");
    }

    @Test
    void one_and_two_known_signers_verify_and_an_unknown_one_is_ignored() {
        String both = TEXT + "\n" + PETER_LINE + ENOCH_LINE;
        assertThat(verdict(TEXT + "\n" + PETER_LINE, PETER)).isEqualTo(signed(PETER));
        assertThat(verdict(both, PETER, ENOCH)).isEqualTo(signed(PETER, ENOCH));
        assertThat(verdict(both, PETER)).isEqualTo(signed(PETER));
        assertThat(verdict(both, ENOCH)).isEqualTo(signed(ENOCH));
        assertThat(SignedNote.parse(both).encoded()).isEqualTo(both);
    }

    @Test
    void a_note_of_unknown_signers_proves_nothing() {
        assertThat(verdict(TEXT + "\n" + ENOCH_LINE, PETER)).isEqualTo(new SignedNote.NoKnownSigner());
        assertThat(verdict(TEXT + "\n" + PETER_LINE)).isEqualTo(new SignedNote.NoKnownSigner());
        // the id of Peter under another name, and the name of Peter with another id
        assertThat(verdict(TEXT + "\n" + PETER_LINE.replace("PeterNeumann", "CarmenSandiego"), PETER))
                .isEqualTo(new SignedNote.NoKnownSigner());
        assertThat(verdict(TEXT + "\n" + ENOCH_LINE.replace("EnochRoot", "PeterNeumann"), PETER))
                .isEqualTo(new SignedNote.NoKnownSigner());
    }

    @Test
    void one_bad_signature_in_a_known_name_spoils_the_whole_note() {
        String changed = TEXT.replace("problem is.", "problem was.");
        assertThat(verdict(changed + "\n" + PETER_LINE, PETER)).isEqualTo(new SignedNote.BadSignature(PETER));
        // Enoch's signature with one character changed, beside Peter's good one
        String spoilt = TEXT + "\n" + PETER_LINE + ENOCH_LINE.replace("rwz+eBzm", "rwz+eBzn");
        assertThat(verdict(spoilt, PETER, ENOCH)).isEqualTo(new SignedNote.BadSignature(ENOCH));
        assertThat(verdict(spoilt, PETER)).isEqualTo(signed(PETER));
        // a second, bad line of Peter after the good one
        String twice = TEXT + "\n" + PETER_LINE + PETER_LINE.replace("x08go/ZJ", "x08go/ZK");
        assertThat(verdict(twice, PETER)).isEqualTo(new SignedNote.BadSignature(PETER));
        // known by name and id, but far too short to be a signature
        assertThat(verdict(TEXT + "\n— PeterNeumann x08gowA=\n", PETER)).isEqualTo(new SignedNote.BadSignature(PETER));
    }

    @Test
    void a_key_that_signed_twice_is_one_signer() {
        assertThat(verdict(TEXT + "\n" + PETER_LINE + PETER_LINE, PETER, PETER)).isEqualTo(signed(PETER));
    }

    @Test
    void a_known_private_key_makes_the_known_note() {
        SignedNote note = SignedNote.sign(TEXT, PETER_SIGNER);
        assertThat(note.encoded()).isEqualTo(TEXT + "\n" + PETER_LINE);
        assertThat(note).isEqualTo(SignedNote.parse((TEXT + "\n" + PETER_LINE).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_line_is_added_once() {
        SignedNote note = SignedNote.sign(TEXT, PETER_SIGNER);
        NoteSignature enoch = NoteSignature.parse(ENOCH_LINE.strip());
        SignedNote more = note.with(enoch);
        assertThat(more.encoded()).isEqualTo(TEXT + "\n" + PETER_LINE + ENOCH_LINE);
        assertThat(more.with(enoch)).isSameAs(more);
    }

    @Test
    void the_text_reaches_to_the_last_empty_line() {
        String tricky = "a\n\n" + PETER_LINE + "\n\nb ü\n\n";
        SignedNote note = SignedNote.parse(SignedNote.sign(tricky, PETER_SIGNER).encoded());
        assertThat(note.text()).isEqualTo(tricky);
        assertThat(note.verify(List.of(PETER))).isEqualTo(signed(PETER));
    }

    @Test
    void what_is_not_one_clean_text_is_not_signed() {
        for (String text : List.of("", "no newline", "bell\u0007\n", "return\r\n", "tab\t\n", "lone \ud800\n")) {
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedNote.sign(text, PETER_SIGNER));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "T\n",
                "T\n\n",
                "T\n— PeterNeumann x08go/ZJ\n",
                "T\n\n— PeterNeumann x08go/ZJ",
                "T\n\n— Bad Name x08go/ZJ\n",
                "T\n\n- PeterNeumann x08go/ZJ\n",
                "T\n\n—  x08go/ZJ\n",
                "T\n\n— x08go/ZJ\n",
                "T\n\n— Peter+Neumann x08go/ZJ\n",
                "T\n\n— Peter\u00a0Neumann x08go/ZJ\n",
                "T\n\n— Peter\u2003Neumann x08go/ZJ\n",
                "T\n\n— PeterNeumann x08go/ZJ \n",
                "T\n\n— PeterNeumann x08go/Z\n",
                "T\n\n— PeterNeumann x08go+==\n",
                "T\n\n— PeterNeumann x08gow==\n",
                "T\n\n— PeterNeumann x08go/ZJ\ngarbage\n",
                "T\r\n\n— PeterNeumann x08go/ZJ\n",
                "T\u0000\n\n— PeterNeumann x08go/ZJ\n",
                "T\ud800\n\n— PeterNeumann x08go/ZJ\n"
            })
    void what_is_not_a_note_is_refused(String note) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedNote.parse(note));
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused() {
        byte[] note = ("T\n\n" + PETER_LINE).getBytes(StandardCharsets.UTF_8);
        note[0] = (byte) 0xff;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedNote.parse(note));
    }

    @Test
    void a_hundred_signatures_are_read_and_no_more_and_no_endless_text() {
        String head = TEXT + "\n" + PETER_LINE;
        String others = String.join(
                "",
                IntStream.range(0, 99).mapToObj(i -> "— k" + i + " x08go/ZJ\n").toList());
        assertThat(verdict(head + others, PETER)).isEqualTo(signed(PETER));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedNote.parse(head + others + ENOCH_LINE))
                .withMessageContaining("at most 100");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedNote.parse("x".repeat(1_000_000) + "\n\n" + PETER_LINE))
                .withMessageContaining("at most 1000000");
    }

    @Test
    void two_known_keys_that_cannot_be_told_apart_are_a_fault_of_the_caller() {
        // found by search: an id has 32 bits, so some 80,000 keys are enough for two that share one
        List<VerifierKey> twins = List.of(twin(78_997), twin(85_003));
        assertThat(twins.get(0).id()).isEqualTo(twins.get(1).id());
        NoteSignature line = NoteSignature.of(twins.getFirst(), new byte[64]);
        SignedNote note = SignedNote.sign(TEXT, PETER_SIGNER).with(line);
        assertThatIllegalArgumentException().isThrownBy(() -> note.verify(twins));
    }

    private static VerifierKey twin(int seed) {
        return NoteSigner.of("twin", ByteBuffer.allocate(32).putInt(seed).array())
                .verifierKey();
    }
}
