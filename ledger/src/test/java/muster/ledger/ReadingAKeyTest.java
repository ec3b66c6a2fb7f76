package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import muster.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts of public and private keys.
class ReadingAKeyTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void a_verifier_key_is_written_as_it_was_read() {
        VerifierKey key = VerifierKey.parse(PETER);
        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.type()).isEqualTo(VerifierKey.Type.ED25519);
        assertThat(key.id()).isEqualTo(0xc74f20a3);
        assertThat(key.text()).isEqualTo(PETER);
        assertThat(VerifierKey.of("PeterNeumann", VerifierKey.Type.ED25519, key.publicKey()))
                .isEqualTo(key)
                .hasSameHashCodeAs(key);
    }

    @Test
    void only_the_first_two_plus_signs_separate() {
        VerifierKey key = VerifierKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
        assertThat(key.name()).isEqualTo("sum.golang.org");
        assertThat(key.text()).isEqualTo("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumanN+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBAA=",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void a_text_that_is_no_verifier_key_is_refused(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> VerifierKey.parse(text));
    }

    @Test
    void a_point_under_which_one_signature_fits_many_messages_is_no_key() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        byte[] nowhere = new byte[32];
        Arrays.fill(nowhere, (byte) 0xff);
        byte[] outsideTheGroup = new byte[32];
        outsideTheGroup[0] = 3;
        for (byte[] bytes : new byte[][] {identity, new byte[32], nowhere, outsideTheGroup}) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> VerifierKey.of("weak", VerifierKey.Type.ED25519, bytes));
        }
    }

    @Test
    void a_private_text_reads_back_as_the_same_signer() {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) 5);
        NoteSigner signer = NoteSigner.of("muster.example/log", seed);
        NoteSigner back = NoteSigner.parse(signer.privateText());
        assertThat(back.verifierKey()).isEqualTo(signer.verifierKey());
        assertThat(SignedNote.sign("x\n", back)).isEqualTo(SignedNote.sign("x\n", signer));
        assertThat(signer.privateText()).startsWith("PRIVATE+KEY+muster.example/log+");
    }

    @Test
    void a_signer_does_not_tell_its_secret_by_accident() {
        String secret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
        NoteSigner signer = NoteSigner.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+" + secret);
        assertThat(signer.toString()).doesNotContain(secret).contains(PETER);
        assertThat(signer.privateText()).endsWith(secret);
    }

    @Test
    void a_text_that_is_no_private_key_is_refused_without_showing_it() {
        byte[] seed = new byte[32];
        String log = NoteSigner.of("n", seed).privateText();
        String witness = Cosigner.of("n", seed).privateText();
        for (String text : new String[] {
            "", PETER, "PRIVATE+KEY+" + PETER, log.substring(12), log + "A", log.replace("n+", "m+"), witness
        }) {
            assertThatExceptionOfType(Malformed.class)
                    .isThrownBy(() -> NoteSigner.parse(text))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("AAAAAAAA"));
        }
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Cosigner.parse(log));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> NoteSigner.of("n", new byte[31]));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> NoteSigner.of("two words", seed));
    }
}
