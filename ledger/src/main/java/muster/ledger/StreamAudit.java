package muster.ledger;

import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import muster.kernel.Cause;
import muster.kernel.Entry;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.StreamId;

/// Verifies the bytes of one stream: its entries, its tree against every root that is claimed of it, its
/// checkpoint, and what is kept beside the entries. Takes one entry after the other in constant memory, but for
/// the positions of other streams that they name.
final class StreamAudit {
    private final Evidence evidence;
    private final Evidence.Stored stored;
    private final StreamId stream;
    private final Optional<KernelEvent.Genesis> genesis;
    private final Claims claims;
    private final LineAudit lines;
    private final MessageDigest digest = Merkle.sha256();
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Claim> own = Optional.empty();
    private Roots roots;
    private boolean bad;

    /// @param genesis what the first entry says, as far as it can be read
    /// @param claims what is claimed of all streams; this one adds what it claims of itself and of others
    StreamAudit(
            Evidence evidence,
            Evidence.Stored stored,
            StreamId stream,
            Optional<KernelEvent.Genesis> genesis,
            Claims claims,
            LineAudit.Index index) {
        this.evidence = evidence;
        this.stored = stored;
        this.stream = stream;
        this.genesis = genesis;
        this.claims = claims;
        this.lines = new LineAudit(stream, index);
        this.roots = new Roots(stream, claims.about(stream));
    }

    /// Whether an outside checkpoint or receipt is about this stream.
    boolean isAbout(Anchor anchor) {
        return anchor.isOf(stored.origin())
                || genesis.filter(begun -> anchor.isOf(begun.origin())).isPresent();
    }

    /// Checks the signatures, and notes at which sizes the tree's root is known.
    ///
    /// @param outside checkpoints and receipts kept elsewhere, of any stream
    /// @param house the organisation's key, if that is known
    void begin(List<Anchor> outside, Optional<VerifierKey> house) {
        Optional<VerifierKey> key = key(house);
        own = key.isEmpty() ? Optional.empty() : own(key.get());
        own.ifPresent(claim -> claims.add(stream, claim));
        for (Anchor anchor : outside) {
            if (!isAbout(anchor)) {
                continue;
            }
            if (key.isPresent() && anchor.isSignedBy(key.get())) {
                anchors.add(anchor);
                claims.add(
                        stream,
                        new Claim(
                                anchor.checkpoint().size(), anchor.checkpoint().root(), new Claim.Outside(anchor)));
            } else {
                findings.add(Finding.unproved("the " + anchor.name()
                        + " kept elsewhere is not signed by this record's key: it is of another record, or this is"
                        + " another record than it should be"));
            }
        }
        roots = new Roots(stream, claims.about(stream));
    }

    /// Takes all entries from the file, in the order of their positions.
    void walk() {
        try {
            evidence.entries(stored, Long.MAX_VALUE, line -> {
                long seq = roots.size();
                if (line.seq() != seq) {
                    bad(seq, line.seq() > seq ? "is missing" : "comes after an entry with the position " + line.seq());
                    return false;
                }
                take(line);
                return true;
            });
        } catch (SQLException damaged) {
            bad(roots.size(), "cannot be read: " + damaged.getMessage());
        }
    }

    /// Takes the next entry, which has the next position.
    void take(Evidence.Line line) throws SQLException {
        Hash leaf = Merkle.leaf(digest, line.header());
        roots.append(leaf, line.leaf());
        if (!bad) {
            lines.wrong(line, leaf).ifPresent(words -> bad(line.seq(), words));
        }
    }

    /// Everything that could be taken was; all streams that may have read this one have come to their end.
    void end() {
        if (roots.size() == 0 && !bad) {
            bad(0, "is missing: the stream has no entries");
        }
        if (claims.hasReaders(stream)) {
            again();
        }
        own.ifPresent(claim -> {
            if (claim.size() < roots.size()) {
                bad(claim.size(), "stands behind everything that the stream's checkpoint covers");
            }
        });
        beside();
        roots.findings().stream()
                .filter(finding -> findings.stream().noneMatch(known -> isSame(known, finding)))
                .forEach(findings::add);
        anchors.forEach(this::hold);
        lines.reads().stream()
                .filter(each -> each.seq() < sound())
                .forEach(each -> claims.add(each.read().stream(), Claims.of(each.read(), stream, each.seq())));
    }

    /// Grows the tree once more, now that it is known at which sizes others read it.
    private void again() {
        Roots all = new Roots(stream, claims.about(stream));
        try {
            evidence.leaves(stored, roots.size(), all::append);
            roots = all;
        } catch (SQLException damaged) {
            bad(all.size(), "cannot be read: " + damaged.getMessage());
        }
    }

    private static boolean isSame(Finding known, Finding other) {
        return known.stream().equals(other.stream()) && known.first().equals(other.first());
    }

    /// The key that the genesis names, if that is the organisation's; without a genesis, the organisation's.
    private Optional<VerifierKey> key(Optional<VerifierKey> house) {
        if (genesis.isEmpty()) {
            return house.map(known -> VerifierKey.of(stored.origin(), known.type(), known.publicKey()));
        }
        KernelEvent.Genesis begun = genesis.get();
        try {
            VerifierKey key = VerifierKey.parse(begun.key());
            if (!key.name().equals(begun.origin())) {
                bad(0, "names a key of " + key.name() + " for the origin " + begun.origin());
            } else if (house.isPresent() && !Arrays.equals(house.get().publicKey(), key.publicKey())) {
                bad(0, "names another key than the organisation's genesis");
            }
            return Optional.of(key);
        } catch (Malformed malformed) {
            bad(0, "names a key that is none: " + malformed.getMessage());
            return Optional.empty();
        }
    }

    /// What the checkpoint that lies with the stream says, if it is properly signed.
    private Optional<Claim> own(VerifierKey key) {
        try {
            Anchor own = Anchor.ofCheckpoint(stored.checkpoint());
            if (own.isOf(key.name()) && own.isSignedBy(key)) {
                return Optional.of(
                        new Claim(own.checkpoint().size(), own.checkpoint().root(), new Claim.Own()));
            }
            findings.add(Finding.beside(stream, "its checkpoint is not signed by the key of its genesis"));
        } catch (Malformed damaged) {
            findings.add(Finding.beside(stream, "its checkpoint is damaged: " + damaged.getMessage()));
        }
        return Optional.empty();
    }

    private void bad(long seq, String words) {
        bad = true;
        findings.add(Finding.tampered(stream, seq, words));
    }

    /// The stream's row and the index, which nobody has to believe, but which the server goes by.
    private void beside() {
        if (stored.size() != roots.size()) {
            row("says to have " + stored.size() + " entries, but " + roots.size() + " follow each other");
        }
        if (genesis.isPresent() && !stored.origin().equals(genesis.get().origin())) {
            row("has another origin than the genesis");
        }
        if (genesis.isPresent() && stored.epoch() != genesis.get().epoch()) {
            row("has another epoch than the genesis");
        }
        if (bad) {
            return;
        }
        if (!stored.recordedAt().equals(lines.recordedAt())) {
            row("has another time than the last entry");
        }
        try {
            long keys = evidence.keys(stored);
            if (keys != lines.keys()) {
                findings.add(Finding.beside(
                        stream, "its index has " + keys + " idempotency keys, its entries have " + lines.keys()));
            }
        } catch (SQLException damaged) {
            findings.add(Finding.beside(stream, "its index of keys cannot be read: " + damaged.getMessage()));
        }
    }

    private void row(String what) {
        findings.add(Finding.beside(stream, "its row " + what));
    }

    /// Whether the entry of a receipt is the one it was given for.
    private void hold(Anchor anchor) {
        Optional<TlogProof> receipt = anchor.receipt();
        if (receipt.isEmpty() || receipt.get().index() >= roots.size()) {
            return;
        }
        long seq = receipt.get().index();
        try {
            Optional<Entry> there = evidence.entry(stored, seq);
            boolean proved = there.isPresent()
                    && Merkle.verifyInclusion(
                            seq,
                            anchor.checkpoint().size(),
                            Merkle.leaf(there.get().header()),
                            receipt.get().hashes(),
                            anchor.checkpoint().root());
            if (!proved) {
                findings.add(Finding.tampered(stream, seq, "is not the entry that the receipt kept elsewhere is for"));
            }
        } catch (SQLException damaged) {
            bad(seq, "cannot be read: " + damaged.getMessage());
        }
    }

    /// How many entries from the beginning nothing speaks against.
    long sound() {
        return findings.stream()
                .filter(finding -> finding.stream().equals(Optional.of(stream)))
                .flatMap(finding -> finding.first().stream())
                .min(Comparator.naturalOrder())
                .map(first -> Math.min(first, roots.size()))
                .orElse(roots.size());
    }

    StreamId stream() {
        return stream;
    }

    Evidence.Stored stored() {
        return stored;
    }

    Optional<KernelEvent.Genesis> genesis() {
        return genesis;
    }

    Optional<Cause.Crossed> begunBy() {
        return lines.begunBy();
    }

    List<Finding> findings() {
        return findings;
    }

    long size() {
        return roots.size();
    }

    /// @param replayed how many entries were judged
    /// @param committedOnly how many were withheld
    StreamReport report(long replayed, long committedOnly) {
        return new StreamReport(
                stream,
                stored.origin(),
                roots.size(),
                replayed,
                committedOnly,
                roots.root().base64(),
                anchors.stream().map(anchor -> anchor.checkpoint().size()).toList());
    }
}
