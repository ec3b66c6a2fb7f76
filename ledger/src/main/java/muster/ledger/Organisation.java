package muster.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import muster.kernel.Catalogue;
import muster.kernel.Entries;
import muster.kernel.Entry;
import muster.kernel.Errand;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.Reaction;
import muster.kernel.Read;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Replay;
import muster.kernel.StreamId;

/// The organisation's stream as the other streams need it: its fold and its root at every size they read, and
/// which crises it began.
final class Organisation implements Replay.Elsewhere {
    private final Catalogue catalogue;
    private final Entries entries;
    private final SqliteReader reader;
    private final List<Fold> folds = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();
    private final Map<String, StreamId> beginning = new LinkedHashMap<>();
    private final Map<StreamId, Long> begun = new HashMap<>();
    private boolean broken;
    private long proved;
    private long contradicted = Long.MAX_VALUE;

    Organisation(Catalogue catalogue, SqliteReader reader) {
        this.catalogue = catalogue;
        this.entries = new Entries(catalogue);
        this.reader = reader;
        folds.add(Fold.empty(catalogue, StreamId.ORGANISATION));
    }

    /// Takes the fold after one more entry of the organisation's.
    void passed(Fold fold, Hash leaf, Optional<Recorded<Event>> recorded) {
        folds.add(fold);
        tree.append(leaf);
        if (recorded.isEmpty()) {
            return;
        }
        Event event = recorded.get().event();
        if (!catalogue.reactions(event).isEmpty()) {
            for (Fold.Outstanding parcel : fold.outstanding()) {
                if (parcel.parcel() instanceof Fold.Across(Reaction.Directed directed)
                        && directed.to() instanceof Reaction.New begins) {
                    beginning.put(parcel.key(), begins.stream());
                }
            }
        }
        if (event instanceof KernelEvent.Settled settled) {
            settled(settled, recorded.get().seq());
        }
    }

    /// Its first bad entry is known: what others read of it says no more.
    void broken() {
        broken = true;
    }

    /// Its first `size` entries do not have the root that was signed or read.
    void contradicted(long size) {
        contradicted = Math.min(contradicted, size);
    }

    private void settled(KernelEvent.Settled settled, long seq) {
        StreamId stream = beginning.get(settled.errand());
        if (stream != null && settled.outcome() == Errand.Outcome.DONE) {
            begun.put(stream, seq);
        }
    }

    /// The key that the organisation's genesis names; empty if it names none.
    Optional<VerifierKey> key() {
        try {
            return folds.getLast().ground().map(ground -> VerifierKey.parse(ground.key()));
        } catch (Malformed damaged) {
            return Optional.empty();
        }
    }

    /// Crises that the organisation saw begin and that are not there.
    ///
    /// @param there the streams there are
    List<Finding> missing(Set<String> there) {
        return begun.keySet().stream()
                .filter(stream -> !there.contains(stream.text()))
                .sorted()
                .map(stream -> Finding.somewhere(
                        stream.text(), 0, 0, "the stream is missing; the organisation's entries say that it began"))
                .toList();
    }

    /// Where the organisation's history parts from what was signed and from what its crises read, if it does.
    Optional<Finding> interval() {
        return contradicted == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Finding.somewhere(
                        StreamId.ORGANISATION.text(),
                        Math.max(0, Math.min(proved, contradicted - 1)),
                        Math.max(0, contradicted - 1),
                        "the history is not the one that was signed and that crises read when they decided"));
    }

    @Override
    public Optional<Readings> at(Read read) {
        if (read.size() >= folds.size()) {
            if (!broken) {
                contradicted(read.size());
            }
            return Optional.empty();
        }
        if (!tree.root(read.size()).base64Url().equals(read.root())) {
            contradicted(read.size());
        } else if (read.size() < contradicted) {
            proved = Math.max(proved, read.size());
        }
        return Optional.of(folds.get((int) read.size()));
    }

    @Override
    public Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq) {
        List<Entry> found = new ArrayList<>();
        try {
            reader.lookUp(stream, seq).ifPresent(found::add);
            return found.isEmpty() ? Optional.empty() : entries.read(found.getFirst());
        } catch (SQLException | Malformed damaged) {
            return Optional.empty();
        }
    }
}
