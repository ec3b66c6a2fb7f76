package muster.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import muster.kernel.Malformed;

/// How leaves and nodes are hashed (RFC 6962) and how proofs about a tree are checked (RFC 9162).
public final class Merkle {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final Hash EMPTY_ROOT = Hash.sha256();

    private Merkle() {}

    /// The root of a tree without leaves.
    public static Hash emptyRoot() {
        return EMPTY_ROOT;
    }

    /// The hash of a leaf, given the bytes of the entry's header as stored.
    public static Hash leaf(byte[] header) {
        return Hash.sha256(new byte[] {LEAF}, header);
    }

    /// The hash of an inner node.
    public static Hash node(Hash left, Hash right) {
        byte[] input = new byte[1 + 2 * Hash.LENGTH];
        input[0] = NODE;
        left.copyInto(input, 1);
        right.copyInto(input, 1 + Hash.LENGTH);
        return Hash.sha256(input);
    }

    /// The same, by a digest that the caller keeps: finding one takes as long as hashing a node.
    static Hash leaf(MessageDigest digest, byte[] header) {
        digest.update(LEAF);
        return Hash.sha256(digest, header);
    }

    /// The same, by a digest that the caller keeps.
    static Hash node(MessageDigest digest, Hash left, Hash right) {
        digest.update(NODE);
        left.updates(digest);
        return right.ends(digest);
    }

    /// Hashes the two neighbours at `at` into their parent at `to`. The digest is the caller's own, so that a
    /// tree of millions of leaves does not leave millions of digests behind.
    static void node(MessageDigest digest, byte[] children, int at, byte[] parents, int to) {
        digest.update(NODE);
        digest.update(children, at, 2 * Hash.LENGTH);
        byte[] parent = digest.digest();
        System.arraycopy(parent, 0, parents, to, Hash.LENGTH);
    }

    /// The digest of what was given to it, put into an array of its length.
    static void digest(MessageDigest digest, byte[] into) {
        try {
            digest.digest(into, 0, Hash.LENGTH);
        } catch (DigestException e) {
            throw new AssertionError("a hash is as long as a hash", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// Whether `proof` shows that `leaf` is entry `index` of the tree with `size` leaves and this root (RFC
    /// 9162, 2.1.3.2). An index outside the tree is never proved.
    public static boolean verifyInclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long position = index;
        long last = size - 1;
        Hash reached = leaf;
        for (Hash sibling : proof) {
            if (last == 0) {
                return false;
            }
            if (isRight(position) || position == last) {
                reached = node(sibling, reached);
                // a node without a right neighbour is moved up unchanged until it has a left one
                int levels = Long.numberOfTrailingZeros(position);
                position >>>= levels;
                last >>>= levels;
            } else {
                reached = node(reached, sibling);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 && reached.equals(root);
    }

    /// Whether `proof` shows that the tree of `from` leaves is a prefix of the tree of `to` leaves (RFC 9162,
    /// 2.1.4.2). Equal sizes need equal roots and an empty proof; a tree that shrank is never consistent.
    ///
    /// @throws Malformed if `from` is not positive: everything continues an empty tree, so there is nothing
    ///     to prove, and a caller that asks has lost its anchor
    public static boolean verifyConsistency(long from, long to, List<Hash> proof, Hash rootFrom, Hash rootTo) {
        if (from < 1) {
            throw new Malformed(
                    "from", "A consistency proof must start from at least one entry, not from " + from + ".");
        }
        if (from >= to) {
            return from == to && proof.isEmpty() && rootFrom.equals(rootTo);
        }
        if (proof.isEmpty()) {
            return false;
        }
        int levels = Long.numberOfTrailingZeros(from);
        long position = (from - 1) >>> levels;
        long last = (to - 1) >>> levels;
        // where the old tree is one complete subtree, its root is known and the proof leaves it out
        boolean complete = Long.bitCount(from) == 1;
        Hash old = complete ? rootFrom : proof.getFirst();
        Hash grown = old;
        for (Hash sibling : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if (isRight(position) || position == last) {
                old = node(sibling, old);
                grown = node(sibling, grown);
                int skipped = Long.numberOfTrailingZeros(position);
                position >>>= skipped;
                last >>>= skipped;
            } else {
                grown = node(grown, sibling);
            }
            position >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(rootFrom) && grown.equals(rootTo);
    }

    private static boolean isRight(long position) {
        return (position & 1) == 1;
    }
}
