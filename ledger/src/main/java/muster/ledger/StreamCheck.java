package muster.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Catalogue;
import muster.kernel.Entries;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.Ground;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import muster.kernel.Recorded;
import muster.kernel.Replay;

/// Verifies one stream: the bytes, the tree, the checkpoint, the history and its authority, and the rows that were
/// derived from it.
final class StreamCheck {
    private static final int AT_ONCE = 512;

    private final SqliteReader reader;
    private final Organisation organisation;
    private final Store.Row row;
    private final List<Anchor> anchors;
    private final List<Finding> findings;
    private final Entries entries;
    private final Replay replay;
    private final String stream;
    private Frontier frontier = Frontier.empty();
    private long replayed;
    private long keys;
    private boolean broken;
    private boolean unproved;

    StreamCheck(
            Catalogue catalogue,
            SqliteReader reader,
            Organisation organisation,
            Store.Row row,
            List<Anchor> anchors,
            List<Finding> findings) {
        this.reader = reader;
        this.organisation = organisation;
        this.row = row;
        this.stream = row.stream().text();
        this.anchors =
                anchors.stream().filter(anchor -> anchor.isOf(row.origin())).toList();
        this.findings = findings;
        this.entries = new Entries(catalogue);
        this.replay = new Replay(catalogue, row.stream(), organisation);
    }

    StreamReport run() throws SQLException {
        long next = 0;
        List<Entry> some = new ArrayList<>();
        do {
            some.clear();
            try {
                reader.read(row.stream(), next, next + AT_ONCE, some::add);
            } catch (SQLException damaged) {
                take(some);
                bad(frontier.size(), String.valueOf(damaged.getMessage()));
                break;
            }
            take(some);
            next += AT_ONCE;
        } while (!some.isEmpty());
        counts();
        checkpoint();
        derived();
        return new StreamReport(
                stream,
                row.origin(),
                frontier.size(),
                replayed,
                replay.withheld(),
                0,
                frontier.root().base64(),
                anchors.isEmpty()
                        ? "none"
                        : anchors.stream()
                                .map(anchor -> Long.toString(anchor.checkpoint().size()))
                                .reduce((some1, more) -> some1 + ", " + more)
                                .orElse("none"));
    }

    private void bad(long seq, String words) {
        if (!broken) {
            findings.add(Finding.tampered(stream, seq, words));
        }
        broken = true;
    }

    private void take(List<Entry> some) throws SQLException {
        for (Entry entry : some) {
            long seq = frontier.size();
            Hash leaf = Merkle.leaf(entry.header());
            frontier = frontier.append(leaf);
            anchors.forEach(anchor -> anchor.pass(seq, leaf, frontier));
            if (!broken) {
                judge(seq, entry, leaf);
            }
        }
    }

    private void judge(long seq, Entry entry, Hash leaf) throws SQLException {
        switch (replay.next(entry)) {
            case Replay.Replayed fine -> replayed++;
            case Replay.CommittedOnly withheld -> {}
            case Replay.CannotProve(long at, String words) -> {
                if (!unproved) {
                    findings.add(Finding.unproved(stream, at, words));
                }
                unproved = true;
            }
            case Replay.Wrong(long at, String words) -> bad(at, words);
        }
        if (broken) {
            return;
        }
        Optional<Recorded<Event>> recorded = said(entry);
        recorded.ifPresent(each -> index(seq, each));
        if (row.stream().isOrganisation()) {
            organisation.passed(replay.fold(), leaf, recorded);
        }
    }

    private Optional<Recorded<Event>> said(Entry entry) {
        try {
            return entries.read(entry);
        } catch (Malformed damaged) {
            return Optional.empty();
        }
    }

    /// The index of idempotency keys says of each append what its first entry says.
    private void index(long seq, Recorded<Event> recorded) {
        if (recorded.cause().first() != seq || recorded.cause().key().isEmpty()) {
            return;
        }
        keys++;
        Journal.Made made = new Journal.Made(
                seq, recorded.cause().count(), recorded.cause().request().orElse(""));
        try {
            Optional<Journal.Made> stored =
                    reader.find(row.stream(), recorded.cause().key().get());
            if (stored.isEmpty() || !stored.get().equals(made)) {
                bad(seq, "the index of keys does not say what the entry says");
            }
        } catch (SQLException damaged) {
            bad(seq, "the index of keys is damaged: " + damaged.getMessage());
        }
    }

    private void counts() throws SQLException {
        if (frontier.size() != row.size()) {
            bad(
                    Math.min(frontier.size(), row.size()),
                    "there are " + frontier.size() + " entries, but the stream says " + row.size());
        }
        long stored = reader.count("entries", row.stream());
        if (stored != frontier.size()) {
            bad(frontier.size(), "there are " + stored + " rows for " + frontier.size() + " entries in order");
        }
        if (!broken && reader.count("keys", row.stream()) != keys) {
            findings.add(Finding.somewhere(stream, 0, row.size(), "the index of keys has rows of its own"));
        }
        if (!broken && reader.strayContents(row.stream()) > 0) {
            findings.add(Finding.somewhere(stream, 0, row.size(), "there are contents that no entry lists"));
        }
    }

    private void checkpoint() {
        Optional<Ground> ground = replay.fold().ground();
        if (ground.isEmpty()) {
            if (!broken) {
                bad(0, "the stream does not begin with its genesis");
            }
            return;
        }
        try {
            VerifierKey key = VerifierKey.parse(ground.get().key());
            Optional<VerifierKey> house = organisation.key();
            if (house.isPresent() && !java.util.Arrays.equals(house.get().publicKey(), key.publicKey())) {
                bad(0, "the genesis names another key than the organisation's");
            }
            Checkpoint stored = CheckpointSigner.read(row.checkpoint());
            if (!stored.origin().equals(ground.get().origin())
                    || !row.origin().equals(ground.get().origin())) {
                bad(0, "the checkpoint has another origin than the genesis");
            } else if (!(SignedNote.parse(row.checkpoint()).verify(List.of(key)) instanceof SignedNote.Signed)) {
                findings.add(Finding.somewhere(
                        stream, 0, row.size(), "the checkpoint is not signed by the key of the genesis"));
            } else if (stored.size() != frontier.size() || !stored.root().equals(frontier.root())) {
                if (!broken) {
                    findings.add(Finding.somewhere(
                            stream,
                            0,
                            Math.max(0, frontier.size() - 1),
                            "the entries do not have the root that the checkpoint signed"));
                }
            }
            for (Anchor anchor : anchors) {
                anchor.judge(stream, frontier.size(), key).ifPresent(findings::add);
            }
        } catch (Malformed damaged) {
            findings.add(Finding.somewhere(
                    stream, 0, row.size(), "the checkpoint or its key is damaged: " + damaged.getMessage()));
        }
    }

    /// What the stream's row says besides: recomputed, so that nobody can put an alarm to sleep.
    private void derived() {
        Fold fold = replay.fold();
        if (broken || unproved) {
            return;
        }
        if (!fold.recordedAt().equals(row.recordedAt()) || fold.epoch() != row.epoch()) {
            findings.add(Finding.tampered(
                    stream,
                    Math.max(0, row.size() - 1),
                    "the stream's row has another time or epoch than its last entry"));
        }
        Optional<Fold.Ringing> first = fold.firstAlarm();
        Optional<Instant> due = first.flatMap(ringing -> fold.ground()
                .flatMap(ground -> ground.realTimeOf(ringing.alarm().due())));
        boolean overdue = first.isPresent() && !first.get().alarm().due().isAfter(fold.time());
        if (!overdue && !due.equals(row.nextAlarm())) {
            findings.add(Finding.tampered(
                    stream, Math.max(0, row.size() - 1), "the next alarm is not the one that the entries give"));
        }
    }
}
