package muster.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.kernel.Read;
import muster.kernel.StreamId;

/// What is claimed of the streams' trees: a claim for each position that entries of other streams name, so as much
/// memory as there are such positions.
final class Claims {
    private final Map<StreamId, NavigableMap<Long, List<Claim>>> claimed = new HashMap<>();

    void add(StreamId about, Claim claim) {
        List<Claim> same = about(about).computeIfAbsent(claim.size(), size -> new ArrayList<>());
        boolean known = claim.reader().isPresent()
                && same.stream()
                        .anyMatch(
                                each -> each.reader().isPresent() && each.root().equals(claim.root()));
        if (!known) {
            same.add(claim);
        }
    }

    /// @throws muster.kernel.Malformed if the root that was read is none
    static Claim of(Read read, StreamId by, long seq) {
        return new Claim(read.size(), Hash.fromBase64Url(read.root()), new Claim.Reader(by, seq));
    }

    /// What is claimed of the stream by its size, now and later.
    NavigableMap<Long, List<Claim>> about(StreamId stream) {
        return claimed.computeIfAbsent(stream, id -> new TreeMap<>());
    }

    /// Whether entries of other streams claim something of it.
    boolean hasReaders(StreamId stream) {
        return about(stream).values().stream()
                .flatMap(List::stream)
                .anyMatch(claim -> claim.reader().isPresent());
    }

    /// At which sizes the stream was read.
    SortedSet<Long> sizes(StreamId stream) {
        return new TreeSet<>(about(stream).keySet());
    }
}
