package muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Engine;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.FoldReader;
import muster.kernel.FoldWriter;
import muster.kernel.Journal;
import muster.kernel.Read;
import muster.kernel.Readings;
import muster.kernel.Recorded;
import muster.kernel.Replay;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Tells histories again from what is stored, knowing nothing of the engine's own folds; and holds those against
/// themselves as they come back from where they are kept.
final class Retelling {
    private final Engine engine;
    private final Journal journal;
    private final Map<StreamId, Told> told = new HashMap<>();

    /// What is known of one stream. Stored bytes never change, so every entry is read only once, and an
    /// auditor goes along; the folding is done from the beginning every time.
    private final class Told {
        private final StreamId stream;
        private final Replay auditor;
        private final List<Recorded<Event>> whole = new ArrayList<>();
        private final List<Recorded<Event>> withheld = new ArrayList<>();

        Told(StreamId stream) {
            this.stream = stream;
            this.auditor = new Replay(engine.catalogue(), stream, new AtHand());
        }

        void readOn(long size) {
            journal.read(stream, whole.size(), size, entry -> {
                assertThat(auditor.next(entry))
                        .as("what an auditor says of entry %s of %s", whole.size(), stream)
                        .isEqualTo(new Replay.Replayed());
                whole.add(engine.entries().read(entry).orElseThrow());
                withheld.add(engine.entries().read(withoutContents(entry)).orElseThrow());
            });
        }
    }

    /// Everything that an auditor may ask for.
    private final class AtHand implements Replay.Elsewhere {
        @Override
        public Optional<Readings> at(Read read) {
            return Optional.of(organisation(false).get((int) read.size()));
        }

        @Override
        public Optional<Recorded<Event>> entry(StreamId stream, int epoch, long seq) {
            // not from what was told: two streams may be in the middle of asking for each other
            return engine.read(stream, seq, seq + 1).stream().findFirst();
        }
    }

    Retelling(Engine engine, Journal journal) {
        this.engine = engine;
        this.journal = journal;
    }

    /// Fails unless the stored history, folded again, gives the fold that the engine has, every entry
    /// is judged to be permitted, and the history can be folded with all contents withheld.
    void check(StreamId stream) {
        Fold live = engine.published(stream).fold();
        Told here = told(stream, live.size());
        Fold again = fold(stream, here.whole.subList(0, (int) live.size()), false);
        assertThat(again.sameAs(live))
                .as("the history of %s, folded again, gives the state that the engine has", stream)
                .isTrue();
        // where another engine has written, the auditor is further than this one
        if (here.auditor.fold().size() == live.size()) {
            assertThat(here.auditor.fold().sameAs(live))
                    .as("an auditor of %s ends with the state that the engine has", stream)
                    .isTrue();
        }
        fold(stream, here.withheld, true);
        assertThat(writtenAndRead(live).isCopyOf(live))
                .as("the fold of %s, written and read again, is the same", stream)
                .isTrue();
    }

    /// As folds are kept for the next start.
    private Fold writtenAndRead(Fold fold) {
        try {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            FoldWriter.write(fold, written);
            return FoldReader.read(engine.catalogue(), new ByteArrayInputStream(written.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fails unless the entry, read back from the journal, says what the engine recorded.
    void check(Recorded<Event> live) {
        assertThat(told(live.header().stream(), live.seq() + 1).whole.get((int) live.seq()))
                .as("an entry as it is read back from the journal")
                .isEqualTo(live);
    }

    private Told told(StreamId stream, long size) {
        Told there = told.computeIfAbsent(stream, Told::new);
        if (there.whole.size() < size) {
            there.readOn(size);
        }
        return there;
    }

    private Fold fold(StreamId stream, List<Recorded<Event>> history, boolean withheld) {
        List<Fold> organisation = stream.isOrganisation() ? List.of() : organisation(withheld);
        Fold fold = Fold.empty(engine.catalogue(), stream);
        for (Recorded<Event> recorded : history) {
            fold = fold.evolve(recorded, outside(recorded.header().reads(), organisation));
        }
        return fold;
    }

    /// The organisation after each of its entries.
    private List<Fold> organisation(boolean withheld) {
        StreamId stream = StreamId.ORGANISATION;
        Told there = told(stream, journal.tip(stream).size());
        Fold fold = Fold.empty(engine.catalogue(), stream);
        List<Fold> folds = new ArrayList<>(List.of(fold));
        for (Recorded<Event> recorded : withheld ? there.withheld : there.whole) {
            fold = fold.evolve(recorded, outside(List.of(), List.of()));
            folds.add(fold);
        }
        return folds;
    }

    private Readings outside(List<Read> reads, List<Fold> organisation) {
        return reads.stream()
                .filter(read -> read.stream().isOrganisation())
                .map(read -> organisation.get((int) read.size()))
                .findFirst()
                .orElseGet(() -> Fold.empty(engine.catalogue(), StreamId.ORGANISATION));
    }

    private static Entry withoutContents(Entry entry) {
        List<byte @Nullable []> none = new ArrayList<>();
        entry.contents().forEach(content -> none.add(null));
        return new Entry(entry.header(), entry.body(), none);
    }
}
