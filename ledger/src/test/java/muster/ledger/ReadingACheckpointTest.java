package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import muster.kernel.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// C2SP tlog-checkpoint, read strictly, with a real checkpoint of another log.
class ReadingACheckpointTest {

    private static final String SUMDB = """
        go.sum database tree
        35225469
        vt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=

        — sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=
        """;

    @Test
    void a_checkpoint_of_another_log_verifies_and_reads() {
        VerifierKey key = VerifierKey.parse("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8");
        SignedNote note = SignedNote.parse(SUMDB);
        assertThat(note.verify(List.of(key))).isEqualTo(SigningANoteTest.signed(key));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.origin()).isEqualTo("go.sum database tree");
        assertThat(checkpoint.size()).isEqualTo(35_225_469);
        assertThat(checkpoint.root().base64()).isEqualTo("vt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=");
        assertThat(checkpoint.extensions()).isEmpty();
        assertThat(checkpoint.text()).isEqualTo(note.text());
    }

    @Test
    void extension_lines_are_kept() {
        String text = "muster.example/o/1\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\none\ntwo words\n";
        assertThat(Checkpoint.parse(text).extensions()).containsExactly("one", "two words");
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Test
    void an_empty_tree_has_one_possible_root() {
        Checkpoint empty = Checkpoint.of("muster.example/o/1", 0, Merkle.emptyRoot());
        assertThat(Checkpoint.parse(empty.text())).isEqualTo(empty);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Checkpoint.of("muster.example/o/1", 0, Merkle.leaf(new byte[0])));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "o\n1\n",
                "o\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=",
                "\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n01\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n+1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n-1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n1 \nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n١\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n9223372036854775808\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n",
                "o\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ\n",
                "o\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCR=\n",
                "o\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3e\n",
                "o\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n\n",
                "o\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\na\n\nb\n",
                "o\r\n1\nvt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=\n"
            })
    void anything_else_is_refused(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void a_line_cannot_smuggle_in_another() {
        Hash root = Merkle.leaf(new byte[0]);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.of("evil\n999", 1, root));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.of("o", -1, root));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Checkpoint("o", 1, root, List.of("a\n— b")));
    }
}
