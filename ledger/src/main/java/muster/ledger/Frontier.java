package muster.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import muster.kernel.Malformed;

/// All that a writer must keep of a tree to go on appending: its size and the roots of its complete subtrees,
/// largest first, one for each bit of the size. Immutable, so a failed commit is undone by forgetting the new
/// one.
public final class Frontier {

    private static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> roots;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = roots;
    }

    /// The frontier of a tree without leaves.
    public static Frontier empty() {
        return EMPTY;
    }

    /// How many leaves the tree has.
    public long size() {
        return size;
    }

    /// The frontier after one more leaf: at most 63 hashes are computed, one on average.
    public Frontier append(Hash leaf) {
        return append(leaf, Merkle.sha256());
    }

    /// The same, by a digest that the caller keeps.
    Frontier append(Hash leaf, MessageDigest digest) {
        Hash subtree = leaf;
        int kept = roots.size();
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            kept--;
            subtree = Merkle.node(digest, roots.get(kept), subtree);
        }
        Hash[] grown = new Hash[kept + 1];
        for (int i = 0; i < kept; i++) {
            grown[i] = roots.get(i);
        }
        grown[kept] = subtree;
        return new Frontier(Math.addExact(size, 1), List.of(grown));
    }

    /// The root of the tree.
    public Hash root() {
        if (roots.isEmpty()) {
            return Merkle.emptyRoot();
        }
        Hash root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = Merkle.node(roots.get(i), root);
        }
        return root;
    }

    /// The size as 8 big-endian bytes, then the hashes. Never evidence by itself: whoever reads it back compares
    /// [#root()] with what was signed.
    public byte[] bytes() {
        var out = ByteBuffer.allocate(Long.BYTES + roots.size() * Hash.LENGTH).putLong(size);
        for (Hash root : roots) {
            out.put(root.bytes());
        }
        return out.array();
    }

    /// Reads what [#bytes()] wrote.
    ///
    /// @throws Malformed if the number of hashes does not follow from the size
    public static Frontier parse(byte[] bytes) {
        if (bytes.length < Long.BYTES) {
            throw new Malformed("frontier", "A frontier has at least 8 bytes, not " + bytes.length + ".");
        }
        long size = ByteBuffer.wrap(bytes).getLong();
        if (size < 0) {
            throw new Malformed("frontier", "The size of a frontier cannot be negative.");
        }
        int count = Long.bitCount(size);
        if (bytes.length != Long.BYTES + count * Hash.LENGTH) {
            throw new Malformed(
                    "frontier", "A frontier of size " + size + " has " + count + " hashes, but not this length.");
        }
        List<Hash> roots = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            roots.add(Hash.copyOf(bytes, Long.BYTES + i * Hash.LENGTH));
        }
        return new Frontier(size, List.copyOf(roots));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier that && size == that.size && roots.equals(that.roots);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + roots.hashCode();
    }

    @Override
    public String toString() {
        return "Frontier[size=" + size + ", root=" + root() + "]";
    }
}
