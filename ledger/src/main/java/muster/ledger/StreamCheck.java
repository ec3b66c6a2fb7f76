package muster.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.kernel.Catalogue;
import muster.kernel.Entry;
import muster.kernel.Event;
import muster.kernel.Fold;
import muster.kernel.Ground;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import muster.kernel.Recorded;
import muster.kernel.Replay;
import muster.kernel.StreamId;
import muster.kernel.Wire;

/// Verifies one stream: the bytes, the tree, the checkpoint, the history and its authority, and the rows that
/// were derived from it.
final class StreamCheck {
    private static final int AT_ONCE = 512;

    private final SqliteReader reader;
    private final Organisation organisation;
    private final SqliteReader.StreamRow row;
    private final StreamId id;
    private final List<Anchor> outside;
    private final List<Finding> findings;
    private final Replay replay;
    private final String stream;
    private List<Anchor> anchors = List.of();
    private Frontier frontier = Frontier.empty();
    private long replayed;
    private long keys;
    private boolean broken;
    private boolean unproved;

    StreamCheck(
            Catalogue catalogue,
            SqliteReader reader,
            Organisation organisation,
            SqliteReader.StreamRow row,
            List<Anchor> outside,
            List<Finding> findings) {
        this.reader = reader;
        this.organisation = organisation;
        this.row = row;
        this.stream = row.stream();
        this.id = new StreamId(stream);
        this.outside = outside;
        this.findings = findings;
        this.replay = new Replay(catalogue, id, organisation);
    }

    /// @throws SQLException if the journal cannot be reached; what is damaged is a finding
    StreamReport run() throws SQLException {
        List<Entry> some = new ArrayList<>();
        do {
            some.clear();
            try {
                reader.read(id, frontier.size(), frontier.size() + AT_ONCE, some::add);
            } catch (SQLException damaged) {
                if (!SqliteFile.isDamage(damaged)) {
                    throw damaged;
                }
                take(some);
                bad(frontier.size(), String.valueOf(damaged.getMessage()));
                break;
            }
            take(some);
        } while (!some.isEmpty());
        counts();
        signatures();
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
                                .collect(Collectors.joining(", ")));
    }

    /// The first bad entry counts; what follows from it would only hide it.
    private void bad(long seq, String words) {
        somewhere(seq, seq, words);
    }

    private void somewhere(long first, long last, String words) {
        if (!broken) {
            findings.add(Finding.somewhere(stream, first, Math.max(first, last), words));
            if (id.isOrganisation()) {
                organisation.broken();
            }
        }
        broken = true;
    }

    private void take(List<Entry> some) throws SQLException {
        for (Entry entry : some) {
            long seq = frontier.size();
            Hash leaf = Merkle.leaf(entry.header());
            frontier = frontier.append(leaf);
            if (!broken) {
                judge(seq, entry, leaf);
            }
            if (seq == 0) {
                choose();
            }
            anchors.forEach(anchor -> anchor.pass(seq, leaf, frontier));
        }
    }

    /// Which of the outside checkpoints are of this stream: its genesis says what it is called.
    private void choose() {
        String origin = replay.fold().ground().map(Ground::origin).orElse(row.origin());
        anchors = outside.stream()
                .filter(anchor -> anchor.isOf(origin) || anchor.isOf(row.origin()))
                .toList();
    }

    private void judge(long seq, Entry entry, Hash leaf) throws SQLException {
        Optional<String> missing = missing(entry);
        if (missing.isPresent()) {
            bad(seq, missing.get());
            return;
        }
        try {
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
        } catch (RuntimeException impossible) {
            // times beyond the calendar, positions beyond counting: Muster does not write them
            bad(seq, "cannot be judged: " + impossible);
        }
        if (broken) {
            return;
        }
        Optional<Recorded<Event>> recorded = replay.last();
        if (recorded.isPresent()) {
            index(seq, recorded.get());
        }
        if (id.isOrganisation()) {
            organisation.passed(replay.fold(), leaf, recorded);
        }
    }

    /// A package withholds and says so; a data directory holds everything.
    private static Optional<String> missing(Entry entry) {
        if (entry.body() == null) {
            return Optional.of("its body is missing");
        }
        return entry.contents().stream().allMatch(Objects::nonNull)
                ? Optional.empty()
                : Optional.of("a content is missing, and nothing says that it was erased");
    }

    /// The index of idempotency keys says of each append what its first entry says.
    private void index(long seq, Recorded<Event> recorded) throws SQLException {
        if (recorded.cause().first() != seq || recorded.cause().key().isEmpty()) {
            return;
        }
        keys++;
        Journal.Made made = new Journal.Made(
                seq, recorded.cause().count(), recorded.cause().request().orElse(""));
        try {
            Optional<Journal.Made> stored =
                    reader.find(id, recorded.cause().key().get());
            if (stored.isEmpty() || !stored.get().equals(made)) {
                bad(seq, "the index of keys does not say what the entry says");
            }
        } catch (SQLException damaged) {
            if (!SqliteFile.isDamage(damaged)) {
                throw damaged;
            }
            bad(seq, String.valueOf(damaged.getMessage()));
        }
    }

    private void counts() throws SQLException {
        long size = frontier.size();
        if (size != row.size()) {
            bad(
                    Math.max(0, Math.min(size, row.size())),
                    "there are " + size + " entries, but the stream's row says " + row.size());
        }
        long stored = reader.count("entries", id);
        if (stored != size) {
            bad(size, "there are " + stored + " rows for " + size + " entries in order");
        }
        if (reader.count("keys", id) != keys) {
            somewhere(0, size - 1, "the index of keys has rows of its own");
        }
        if (reader.strayContents(id) != 0) {
            somewhere(0, size - 1, "there are contents that no entry lists");
        }
    }

    private void signatures() {
        Optional<Ground> ground = replay.fold().ground();
        if (anchors.isEmpty()) {
            choose();
        }
        if (ground.isEmpty()) {
            bad(0, "the stream does not begin with its genesis");
            anchors.forEach(Anchor::use);
            return;
        }
        try {
            VerifierKey key = VerifierKey.parse(ground.get().key());
            Optional<VerifierKey> house = organisation.key();
            if (house.isPresent() && !Arrays.equals(house.get().publicKey(), key.publicKey())) {
                bad(0, "the genesis names another key than the organisation's");
            }
            if (!key.name().equals(ground.get().origin())) {
                bad(0, "the key of the genesis is not of its origin");
            }
            checkpoint(ground.get().origin(), key);
            for (Anchor anchor : anchors) {
                anchor.judge(stream, frontier.size(), key).ifPresent(findings::add);
            }
        } catch (Malformed damaged) {
            anchors.forEach(Anchor::use);
            bad(0, "the genesis names no key: " + damaged.getMessage());
        }
    }

    /// The checkpoint is, byte for byte, what the ledger would have signed: the signature of a key is one.
    private void checkpoint(String origin, VerifierKey key) {
        long last = Math.max(0, frontier.size() - 1);
        SignedNote note;
        try {
            note = SignedNote.parse(row.checkpoint());
        } catch (Malformed damaged) {
            somewhere(0, last, "the checkpoint is damaged: " + damaged.getMessage());
            return;
        }
        boolean ours = note.verify(List.of(key)) instanceof SignedNote.Signed;
        if (!ours || note.signatures().size() != 1 || !note.encoded().equals(row.checkpoint())) {
            somewhere(0, last, "the checkpoint is not signed by the key of the genesis, and by that alone");
        } else if (!note.text()
                .equals(Checkpoint.of(origin, frontier.size(), frontier.root()).text())) {
            Checkpoint signed = Checkpoint.parse(note.text());
            contradicted(
                    Math.max(frontier.size(), signed.size()),
                    "the " + frontier.size() + " entries there are do not have the root that the checkpoint signed for "
                            + signed.size());
        }
    }

    /// Of the first `size` entries one is not what was signed. For the organisation's the crises tell more.
    private void contradicted(long size, String words) {
        if (!broken && id.isOrganisation()) {
            organisation.contradicted(size);
            broken = true;
        } else {
            somewhere(0, size - 1, words);
        }
    }

    /// What the stream's row says besides: recomputed, so that nobody can put an alarm to sleep.
    private void derived() {
        Fold fold = replay.fold();
        if (broken) {
            return;
        }
        long last = Math.max(0, frontier.size() - 1);
        boolean same = row.recordedAt().equals(Wire.text(fold.recordedAt()))
                && row.epoch() == fold.epoch()
                && fold.ground().map(Ground::origin).equals(Optional.of(row.origin()));
        if (!same) {
            bad(last, "the stream's row has another time, epoch or origin than its last entry");
        } else if (!unproved && !alarmIsRight(fold)) {
            bad(last, "the next alarm is not the one that the entries give");
        }
    }

    /// The row holds the first alarm to come. One that is overdue rang and changed nothing, or has still to
    /// ring: it may stand there or not.
    private boolean alarmIsRight(Fold fold) {
        Optional<String> stored = Optional.ofNullable(row.nextAlarm());
        Optional<Fold.Ringing> next =
                fold.firstAlarm(ringing -> ringing.alarm().due().isAfter(fold.time()));
        if (stored.equals(next.flatMap(ringing -> realTime(fold, ringing)))) {
            return true;
        }
        return stored.isPresent()
                && fold.firstAlarm(ringing -> !ringing.alarm().due().isAfter(fold.time())
                                && realTime(fold, ringing).equals(stored))
                        .isPresent();
    }

    private static Optional<String> realTime(Fold fold, Fold.Ringing ringing) {
        Instant due = ringing.alarm().due();
        return fold.ground().flatMap(ground -> ground.realTimeOf(due)).map(Wire::text);
    }
}
