package muster.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A whole tree in memory, able to prove anything about any of its past sizes: about 64 bytes a leaf, at most
/// 2^25 leaves.
///
/// Kept are the roots of all complete subtrees, level by level; they never change, which is why every past
/// size can still be answered. Not safe for several threads at once: the owner keeps it to one, or guards it.
public final class MerkleTree {

    private static final int MOST_LEAVES = 1 << 25;

    private final MessageDigest digest = Merkle.sha256();
    /// `levels.get(k)` holds the roots of the complete subtrees of 2^k leaves, from the left.
    private final List<byte[]> levels = new ArrayList<>();

    private int size;

    /// A tree without leaves.
    public MerkleTree() {}

    /// How many leaves there are.
    public long size() {
        return size;
    }

    /// Adds a leaf, given its hash.
    ///
    /// @throws IllegalStateException if the tree is full
    public void append(Hash leaf) {
        if (size == MOST_LEAVES) {
            throw new IllegalStateException("A tree in memory holds at most " + MOST_LEAVES + " leaves.");
        }
        leaf.copyInto(level(0, size), size * Hash.LENGTH);
        int index = size;
        for (int k = 0; (index & 1) == 1; k++) {
            int left = (index - 1) * Hash.LENGTH;
            index >>>= 1;
            Merkle.node(digest, levels.get(k), left, level(k + 1, index), index * Hash.LENGTH);
        }
        size++;
    }

    /// The level with room for a hash at `index`.
    private byte[] level(int k, int index) {
        if (k == levels.size()) {
            levels.add(new byte[8 * Hash.LENGTH]);
        }
        byte[] level = levels.get(k);
        if (level.length == index * Hash.LENGTH) {
            level = Arrays.copyOf(level, 2 * level.length);
            levels.set(k, level);
        }
        return level;
    }

    /// The root when there were `size` leaves.
    ///
    /// @throws IndexOutOfBoundsException if there never were so many
    public Hash root(long size) {
        int leaves = checkedSize(size);
        return leaves == 0 ? Merkle.emptyRoot() : range(0, leaves);
    }

    /// The hashes that prove entry `index` to the root of `size` leaves, from the leaf upwards.
    ///
    /// @throws IndexOutOfBoundsException if the entry was not in that tree, or the tree never was so large
    public List<Hash> inclusion(long index, long size) {
        int to = checkedSize(size);
        if (index < 0 || index >= to) {
            throw new IndexOutOfBoundsException("Entry " + index + " is not in a tree of " + size + " leaves.");
        }
        List<Hash> proof = new ArrayList<>();
        int from = 0;
        while (to - from > 1) {
            int middle = from + split(to - from);
            if (index < middle) {
                proof.add(range(middle, to));
                to = middle;
            } else {
                proof.add(range(from, middle));
                from = middle;
            }
        }
        Collections.reverse(proof);
        return List.copyOf(proof);
    }

    /// The hashes that prove the tree of `from` leaves to be a prefix of the tree of `to` leaves; none if
    /// they are equal.
    ///
    /// @throws IndexOutOfBoundsException unless 1 ≤ from ≤ to ≤ size
    public List<Hash> consistency(long from, long to) {
        int end = checkedSize(to);
        if (from < 1 || from > end) {
            throw new IndexOutOfBoundsException("There is no consistency proof from " + from + " to " + to + ".");
        }
        List<Hash> proof = new ArrayList<>();
        int start = 0;
        while (end != from) {
            int middle = start + split(end - start);
            if (from <= middle) {
                proof.add(range(middle, end));
                end = middle;
            } else {
                proof.add(range(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            // otherwise the old root itself, which the verifier has
            proof.add(range(start, end));
        }
        Collections.reverse(proof);
        return List.copyOf(proof);
    }

    /// The root over the leaves `from..to-1`, where `from` is a multiple of the largest complete subtree in it.
    private Hash range(int from, int to) {
        int end = to;
        int last = Integer.lowestOneBit(end - from);
        Hash root = complete(end - last, last);
        end -= last;
        while (end > from) {
            int next = Integer.lowestOneBit(end - from);
            root = Merkle.node(complete(end - next, next), root);
            end -= next;
        }
        return root;
    }

    private Hash complete(int from, int leaves) {
        int level = Integer.numberOfTrailingZeros(leaves);
        return Hash.copyOf(levels.get(level), (from >>> level) * Hash.LENGTH);
    }

    /// The largest power of two below `leaves`.
    private static int split(int leaves) {
        return Integer.highestOneBit(leaves - 1);
    }

    private int checkedSize(long asked) {
        if (asked < 0 || asked > size) {
            throw new IndexOutOfBoundsException("The tree has " + size + " leaves and never had " + asked + ".");
        }
        return (int) asked;
    }
}
