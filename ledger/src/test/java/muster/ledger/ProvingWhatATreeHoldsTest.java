package muster.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import muster.kernel.Malformed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Proofs against the recursive definition: every pair of sizes up to 70, and random larger trees.
class ProvingWhatATreeHoldsTest {

    private static final int ALL_UP_TO = 70;

    private static final List<Hash> LEAVES = NaiveTree.leaves(3000);

    private final MerkleTree tree = NaiveTree.tree(LEAVES);

    @Test
    void every_entry_of_every_small_tree_is_proved_by_the_defined_path() {
        for (int size = 1; size <= ALL_UP_TO; size++) {
            List<Hash> leaves = LEAVES.subList(0, size);
            Hash root = NaiveTree.root(leaves);
            assertThat(tree.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index, size);
                assertThat(proof).isEqualTo(NaiveTree.path(index, leaves));
                assertThat(Merkle.verifyInclusion(index, size, leaves.get(index), proof, root))
                        .isTrue();
            }
        }
    }

    @Test
    void a_path_proves_no_other_index_leaf_or_root_in_any_small_tree() {
        for (int size = 1; size <= 20; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusion(index, size);
                Hash root = tree.root(size);
                for (int other = -1; other <= size; other++) {
                    assertThat(Merkle.verifyInclusion(other, size, LEAVES.get(index), proof, root))
                            .isEqualTo(other == index);
                }
                assertThat(Merkle.verifyInclusion(index, size, LEAVES.get(index + 1), proof, root))
                        .isFalse();
                assertThat(Merkle.verifyInclusion(index, size, LEAVES.get(index), proof, tree.root(size + 1L)))
                        .isFalse();
                for (List<Hash> wrong : spoilt(proof)) {
                    assertThat(Merkle.verifyInclusion(index, size, LEAVES.get(index), wrong, root))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_small_tree_is_proved_to_continue_every_smaller_one() {
        for (int to = 1; to <= ALL_UP_TO; to++) {
            for (int from = 1; from <= to; from++) {
                List<Hash> proof = tree.consistency(from, to);
                assertThat(proof).isEqualTo(NaiveTree.consistency(from, LEAVES.subList(0, to)));
                assertThat(Merkle.verifyConsistency(from, to, proof, tree.root(from), tree.root(to)))
                        .isTrue();
            }
        }
    }

    @Test
    void a_rewritten_history_is_never_consistent() {
        List<Hash> rewritten = new ArrayList<>(LEAVES.subList(0, 24));
        rewritten.set(3, Merkle.leaf(new byte[] {99}));
        MerkleTree forged = NaiveTree.tree(rewritten);
        for (int to = 5; to <= 24; to++) {
            for (int from = 4; from <= to; from++) {
                Hash before = tree.root(from);
                for (List<Hash> proof : List.of(tree.consistency(from, to), forged.consistency(from, to))) {
                    assertThat(Merkle.verifyConsistency(from, to, proof, before, forged.root(to)))
                            .isFalse();
                    assertThat(Merkle.verifyConsistency(from, to, proof, forged.root(from), tree.root(to)))
                            .isFalse();
                }
                for (List<Hash> wrong : spoilt(tree.consistency(from, to))) {
                    assertThat(Merkle.verifyConsistency(from, to, wrong, before, tree.root(to)))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_proof_that_stops_below_the_root_of_the_claimed_size_is_not_accepted() {
        List<Hash> proof = tree.consistency(4, 5);
        assertThat(Merkle.verifyConsistency(4, 5, proof, tree.root(4), tree.root(5)))
                .isTrue();
        assertThat(Merkle.verifyConsistency(4, 9, proof, tree.root(4), tree.root(5)))
                .isFalse();
    }

    @Test
    void an_empty_tree_proves_nothing_and_no_tree_shrinks() {
        Hash root = tree.root(5);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Merkle.verifyConsistency(0, 5, List.of(), Merkle.emptyRoot(), root));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Merkle.verifyConsistency(0, 0, List.of(), Merkle.emptyRoot(), Merkle.emptyRoot()));
        assertThat(Merkle.verifyConsistency(6, 5, List.of(), tree.root(6), root))
                .isFalse();
        assertThat(Merkle.verifyConsistency(5, 5, List.of(), root, root)).isTrue();
        assertThat(Merkle.verifyConsistency(5, 5, List.of(), tree.root(6), root))
                .isFalse();
        assertThat(Merkle.verifyConsistency(5, 5, List.of(root), root, root)).isFalse();
        assertThat(Merkle.verifyConsistency(4, 5, List.of(), root, root)).isFalse();
    }

    @Test
    void a_tree_answers_only_for_sizes_it_had() {
        var small = NaiveTree.tree(LEAVES.subList(0, 3));
        assertThat(small.size()).isEqualTo(3);
        for (Runnable asked : List.<Runnable>of(
                () -> small.root(4),
                () -> small.root(-1),
                () -> small.inclusion(3, 3),
                () -> small.inclusion(-1, 3),
                () -> small.inclusion(0, 4),
                () -> small.consistency(0, 3),
                () -> small.consistency(3, 2),
                () -> small.consistency(3, 4))) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(asked::run);
        }
    }

    @Property(tries = 150)
    void larger_trees_agree_with_the_definition(
            @ForAll @IntRange(min = 1, max = 3000) int size,
            @ForAll @IntRange(min = 0, max = 2999) int any,
            @ForAll @IntRange(min = 0, max = 2999) int some) {
        List<Hash> leaves = LEAVES.subList(0, size);
        Hash root = NaiveTree.root(leaves);
        int index = any % size;
        int from = 1 + some % size;
        assertThat(tree.root(size)).isEqualTo(root);
        List<Hash> path = tree.inclusion(index, size);
        assertThat(path).isEqualTo(NaiveTree.path(index, leaves));
        assertThat(Merkle.verifyInclusion(index, size, leaves.get(index), path, root))
                .isTrue();
        List<Hash> proof = tree.consistency(from, size);
        assertThat(proof).isEqualTo(NaiveTree.consistency(from, leaves));
        assertThat(Merkle.verifyConsistency(from, size, proof, tree.root(from), root))
                .isTrue();
    }

    /// Proofs that differ from a good one in one place each.
    private static List<List<Hash>> spoilt(List<Hash> proof) {
        List<List<Hash>> wrong = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Merkle.emptyRoot());
        wrong.add(longer);
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, Merkle.emptyRoot());
            wrong.add(changed);
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            wrong.add(shorter);
        }
        if (proof.size() > 1) {
            List<Hash> swapped = new ArrayList<>(proof);
            Collections.swap(swapped, 0, proof.size() - 1);
            wrong.add(swapped);
        }
        return wrong;
    }
}
