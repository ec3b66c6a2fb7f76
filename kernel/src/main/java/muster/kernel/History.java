package muster.kernel;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Folds of one stream, for any of its positions: some are kept, the others are folded from the nearest kept
/// one below. Thread-safe; the writer adds, readers ask.
final class History {
    private final Entries entries;
    private final Journal journal;
    private final Outside outside;
    private final int every;
    private final ConcurrentSkipListMap<Long, Fold> kept = new ConcurrentSkipListMap<>();

    /// Gives the organisation at the position that an entry read.
    interface Outside {
        Readings at(java.util.List<Read> reads);
    }

    /// @param every how many entries lie between kept folds
    History(Catalogue catalogue, Entries entries, Journal journal, Outside outside, StreamId stream, int every) {
        this.entries = entries;
        this.journal = journal;
        this.outside = outside;
        this.every = every;
        kept.put(0L, Fold.empty(catalogue, stream));
    }

    /// Notes a durable fold; keeps it if its turn has come.
    void passed(Fold fold) {
        if (fold.size() - kept.lastKey() >= every) {
            kept.put(fold.size(), fold);
        }
    }

    /// The fold of the first `size` entries, read from the journal where it is not kept.
    ///
    /// @throws Malformed if a stored entry is damaged
    Fold at(long size) {
        Map.Entry<Long, Fold> nearest = kept.floorEntry(size);
        return forward(nearest.getValue(), size);
    }

    /// Goes on from a fold by what the journal holds beyond it.
    Fold forward(Fold from, long size) {
        if (from.size() == size) {
            return from;
        }
        Fold[] fold = {from};
        journal.read(from.stream(), from.size(), size, entry -> {
            Recorded<Event> recorded =
                    entries.read(entry).orElseThrow(() -> new Malformed("body", "is missing in a live journal"));
            fold[0] = fold[0].evolve(recorded, outside.at(recorded.header().reads()));
            passed(fold[0]);
        });
        return fold[0];
    }

    /// Positions of the kept folds, for those who wonder.
    java.util.SortedMap<Long, Fold> kept() {
        return new TreeMap<>(kept);
    }
}
