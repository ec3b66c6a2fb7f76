package muster.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// The definitions of RFC 6962, section 2.1, word by word over lists: slow, recursive and independent of what is
/// tested.
final class NaiveTree {
    private NaiveTree() {}

    static List<Hash> leaves(long count) {
        return LongStream.range(0, count)
                .mapToObj(i -> Merkle.leaf(new byte[] {(byte) i, (byte) (i >> 8), 7}))
                .toList();
    }

    static MerkleTree tree(List<Hash> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::append);
        return tree;
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return Hash.sha256(
                new byte[] {1},
                root(leaves.subList(0, k)).bytes(),
                root(leaves.subList(k, leaves.size())).bytes());
    }

    static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int k = split(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return index < k ? with(path(index, left), root(right)) : with(path(index - k, right), root(left));
    }

    static List<Hash> consistency(int from, List<Hash> leaves) {
        return subproof(from, leaves, true);
    }

    private static List<Hash> subproof(int from, List<Hash> leaves, boolean whole) {
        if (from == leaves.size()) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int k = split(leaves.size());
        List<Hash> left = leaves.subList(0, k);
        List<Hash> right = leaves.subList(k, leaves.size());
        return from <= k
                ? with(subproof(from, left, whole), root(right))
                : with(subproof(from - k, right, false), root(left));
    }

    private static int split(int size) {
        int k = 1;
        while (2 * k < size) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> with(List<Hash> proof, Hash last) {
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(last);
        return longer;
    }
}
