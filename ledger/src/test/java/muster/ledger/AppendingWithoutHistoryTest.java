package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import muster.kernel.Malformed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A writer that keeps only the frontier computes the same roots as the whole tree.
class AppendingWithoutHistoryTest {

    private static final List<Hash> LEAVES = NaiveTree.leaves(1100);

    private static Frontier of(int size) {
        Frontier frontier = Frontier.empty();
        for (Hash leaf : LEAVES.subList(0, size)) {
            frontier = frontier.append(leaf);
        }
        return frontier;
    }

    @Test
    void every_size_has_the_root_of_the_tree() {
        Frontier frontier = Frontier.empty();
        for (int size = 0; size <= 130; size++) {
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(NaiveTree.root(LEAVES.subList(0, size)));
            frontier = frontier.append(LEAVES.get(size));
        }
    }

    @Property(tries = 60)
    void a_frontier_read_back_goes_on_as_if_nothing_had_happened(
            @ForAll @IntRange(min = 0, max = 1000) int size, @ForAll @IntRange(min = 0, max = 100) int more) {
        Frontier frontier = of(size);
        Frontier back = Frontier.parse(frontier.bytes());
        assertThat(back).isEqualTo(frontier).hasSameHashCodeAs(frontier);
        for (Hash leaf : LEAVES.subList(size, size + more)) {
            back = back.append(leaf);
        }
        assertThat(back.root()).isEqualTo(NaiveTree.root(LEAVES.subList(0, size + more)));
        assertThat(back).isEqualTo(of(size + more));
    }

    @Test
    void a_failed_append_is_undone_by_forgetting_it() {
        Frontier before = of(7);
        Hash root = before.root();
        assertThat(before.append(LEAVES.get(500)).root()).isNotEqualTo(root);
        assertThat(before).isEqualTo(of(7));
        assertThat(before.root()).isEqualTo(root);
    }

    @Test
    void bytes_that_no_frontier_has_are_refused() {
        byte[] seven = of(7).bytes();
        assertThat(seven).hasSize(8 + 3 * 32);
        for (byte[] wrong : List.of(
                new byte[0],
                new byte[7],
                Arrays.copyOf(seven, seven.length - 1),
                Arrays.copyOf(seven, seven.length + 32),
                new byte[] {-1, 0, 0, 0, 0, 0, 0, 0})) {
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Frontier.parse(wrong));
        }
        seven[7] = 8;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Frontier.parse(seven));
    }
}
