package muster.ledger;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Grows a stream's tree once more and compares its root with everything that is claimed of it on the way.
final class Roots {
    private final StreamId stream;
    private final NavigableMap<Long, List<Claim>> claims;
    private final List<Claim> contradicted = new ArrayList<>();
    private final MessageDigest digest = Merkle.sha256();
    private Frontier frontier = Frontier.empty();
    /// The tree over the stored leaf hashes, once one of them is not that of its header.
    private @Nullable Frontier noted;
    private long proved;

    Roots(StreamId stream, NavigableMap<Long, List<Claim>> claims) {
        this.stream = stream;
        this.claims = claims;
    }

    /// @param leaf of the header as stored
    /// @param stored what is stored as its hash; where it is another, one of them was changed, and the tree over
    ///     these tells whether that explains everything
    void append(Hash leaf, Hash stored) {
        if (noted == null && !leaf.equals(stored)) {
            noted = frontier;
        }
        frontier = frontier.append(leaf, digest);
        noted = noted == null ? null : noted.append(stored, digest);
        List<Claim> here = claims.getOrDefault(frontier.size(), List.of());
        if (!here.isEmpty()) {
            Hash root = frontier.root();
            Hash notedRoot = noted == null ? root : noted.root();
            for (Claim claim : here) {
                if (claim.root().equals(root)) {
                    proved = frontier.size();
                } else if (!claim.root().equals(notedRoot)) {
                    contradicted.add(claim);
                }
            }
        }
    }

    long size() {
        return frontier.size();
    }

    Hash root() {
        return frontier.root();
    }

    /// What the claims say of the entries. A claim of another stream at or below a size that is proved speaks only
    /// against whoever made it.
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : contradicted) {
            if (claim.size() <= proved && claim.by() instanceof Claim.Reader(StreamId reader, long seq)) {
                findings.add(Finding.tampered(
                        reader, seq, "read another history of " + stream + " at size " + claim.size()));
            }
        }
        contradicted.stream()
                .filter(claim -> claim.size() > proved || claim.reader().isEmpty())
                .min(Comparator.comparingLong(Claim::size))
                .map(this::between)
                .ifPresent(findings::add);
        beyond().ifPresent(findings::add);
        return findings;
    }

    /// The smallest interval: from the last size at which somebody's claim holds.
    private Finding between(Claim claim) {
        long from = claims.headMap(claim.size(), false).keySet().stream()
                .filter(size -> contradicted.stream().noneMatch(other -> other.size() == size))
                .reduce(0L, Math::max);
        return Finding.between(
                stream, from, claim.size() - 1, "this is not the history that " + claim.words() + " was made over");
    }

    /// Entries that somebody saw and that are not there.
    private Optional<Finding> beyond() {
        return claims.tailMap(frontier.size(), false).values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingLong(Claim::size))
                .map(claim -> Finding.between(
                        stream, size(), claim.size() - 1, "is missing: " + claim.words() + " knows it"));
    }
}
