package muster.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingAGoldenFileTest {
    @BeforeEach
    void nothingIsWrittenNow() {
        // else these tests would write what they expect not to find
        assumeFalse("write".equals(System.getProperty("golden")));
    }

    @Test
    void the_same_text_passes() {
        Golden.check("golden.txt", "A golden file\nof two lines.\n");
    }

    @Test
    void another_text_fails() {
        assertThatThrownBy(() -> Golden.check("golden.txt", "A golden file\nof two lines. \n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden.txt");
    }

    @Test
    void a_file_that_is_not_there_fails() {
        assertThatThrownBy(() -> Golden.check("nothing.txt", ""))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dgolden=write");
    }
}
