package muster.kernel;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/// Folds of one stream, for any of its positions: some are kept, the others are folded from the nearest
/// kept one below. Thread-safe; the writer adds, readers ask.
final class History {
    /// So many entries are read faster than anybody asks elsewhere.
    private static final int FEW = 500;

    private final Entries entries;
    private final Journal journal;
    private final Outside outside;
    private final KeptFolds elsewhere;
    private final int every;
    private final ConcurrentSkipListMap<Long, Fold> kept = new ConcurrentSkipListMap<>();

    /// Gives the organisation at the position that an entry read.
    interface Outside {
        Readings at(List<Read> reads);
    }

    /// @param elsewhere is asked where much would have to be read
    /// @param every how many entries lie between kept folds
    History(
            Catalogue catalogue,
            Entries entries,
            Journal journal,
            Outside outside,
            KeptFolds elsewhere,
            StreamId stream,
            int every) {
        this.entries = entries;
        this.journal = journal;
        this.outside = outside;
        this.elsewhere = elsewhere;
        this.every = every;
        kept.put(0L, Fold.empty(catalogue, stream));
    }

    /// Notes a durable fold; keeps it if its turn has come.
    void passed(Fold fold) {
        if (fold.size() - kept.floorKey(fold.size()) >= every) {
            kept.put(fold.size(), fold);
        }
    }

    /// The fold of the first `size` entries, read from the journal where it is not kept.
    ///
    /// @throws Malformed if a stored entry is damaged
    /// @throws IllegalArgumentException if the stream never had so many entries
    Fold at(long size) {
        Fold nearest = kept.floorEntry(size).getValue();
        if (size - nearest.size() > FEW) {
            elsewhere.nearest(nearest.stream(), size).ifPresent(this::passed);
            nearest = kept.floorEntry(size).getValue();
        }
        return forward(nearest, size);
    }

    private Fold forward(Fold from, long size) {
        return forward(from, size, recorded -> {});
    }

    /// Goes on from a fold by what the journal holds beyond it.
    ///
    /// @param also is told every entry on the way
    /// @throws IllegalArgumentException if the stream never had so many entries
    Fold forward(Fold from, long size, Consumer<Recorded<Event>> also) {
        if (from.size() == size) {
            return from;
        }
        Walk walk = new Walk(from);
        journal.read(from.stream(), from.size(), size, entry -> {
            Recorded<Event> recorded =
                    entries.read(entry).orElseThrow(() -> new Malformed("body", "is missing in a live journal"));
            passed(walk.on(recorded));
            also.accept(recorded);
        });
        if (walk.fold.size() != size) {
            throw new IllegalArgumentException(
                    "there are only " + walk.fold.size() + " entries of " + from.stream() + ", not " + size);
        }
        return walk.fold;
    }

    /// Folds one entry after the other; most read the same position of the organisation as the one before.
    private final class Walk {
        private Fold fold;
        private List<Read> reads;
        private Readings read;

        Walk(Fold from) {
            this.fold = from;
            this.reads = from.reads();
            this.read = outside.at(reads);
        }

        Fold on(Recorded<Event> recorded) {
            if (!recorded.header().reads().equals(reads)) {
                reads = recorded.header().reads();
                read = outside.at(reads);
            }
            fold = fold.evolve(recorded, read);
            return fold;
        }
    }

    /// Positions of the kept folds, for those who wonder.
    java.util.SortedMap<Long, Fold> kept() {
        return new TreeMap<>(kept);
    }
}
