package muster.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.CanonicalJson;
import muster.kernel.Digest;
import muster.kernel.Entropy;
import muster.kernel.Entry;
import muster.kernel.Header;
import muster.kernel.Journal;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.kernel.Wire;
import org.jspecify.annotations.Nullable;

/// The first pass, over the bytes: every digest, the trees, their signatures, and the index of idempotency keys.
///
/// First it reads everything in the order in which it arrived, each page of the file once, and the index of keys
/// beside it. Where anything is not in its place there (a row too many or too few, a page that cannot be read, an
/// index that says something else), all that is forgotten and each stream is gone through by its positions,
/// slowly, which tells what exactly is wrong.
final class IntegrityAudit {
    private final Evidence evidence;
    private final List<Anchor> anchors;
    private final Progress progress;
    private final List<Finding> findings = new ArrayList<>();
    private Claims claims = new Claims();
    private List<StreamAudit> audits = List.of();
    private Optional<VerifierKey> house = Optional.empty();

    IntegrityAudit(Evidence evidence, List<Anchor> anchors, Progress progress) {
        this.evidence = evidence;
        this.anchors = anchors;
        this.progress = progress;
    }

    void run() throws SQLException {
        if (!inOrder()) {
            findings.clear();
            evidence.strays().forEach(words -> findings.add(Finding.whole(words)));
            begin(stored -> (entry, key) -> lookedUp(stored, entry));
            audits.forEach(StreamAudit::walk);
        }
        // whoever reads another stream comes before it, so that everything claimed of a tree is known in the end
        audits.stream().sorted(Comparator.comparingInt(IntegrityAudit::rank)).forEach(StreamAudit::end);
    }

    /// Goes through everything as it arrived.
    ///
    /// @return whether all rows are where they should be; else nothing is proved
    private boolean inOrder() throws SQLException {
        byte[] secret = Entropy.ofMachine().bytes(KeySum.SECRET);
        KeySum said = new KeySum(secret);
        begin(stored -> (entry, key) -> {
            Outline.Part request = entry.request();
            said.add(
                    stored.id(),
                    entry.body(),
                    key.from(),
                    key.to(),
                    entry.first(),
                    entry.count(),
                    entry.body(),
                    request.from(),
                    request.to());
            return Optional.empty();
        });
        Map<Long, StreamAudit> byId = new HashMap<>();
        audits.forEach(audit -> byId.put(audit.stored().id(), audit));
        Counter counter = new Counter(
                audits.stream().mapToLong(audit -> audit.stored().size()).sum());
        KeySum indexed = new KeySum(secret);
        try {
            boolean inOrder = ReadAhead.read(into -> read(into, indexed), (stream, line) -> {
                @Nullable StreamAudit audit = byId.get(stream);
                if (audit == null || audit.size() != line.seq()) {
                    return false;
                }
                audit.take(line);
                counter.step();
                return true;
            });
            return inOrder && said.agrees(indexed);
        } catch (SQLException damaged) {
            return false;
        }
    }

    private boolean read(Arrivals.Into into, KeySum indexed) throws SQLException {
        try (Arrivals arrivals = evidence.arrivals()) {
            if (!arrivals.read(into)) {
                return false;
            }
            evidence.keys((stream, key, first, count, request) ->
                    indexed.add(stream, key, 0, key.length, first, count, request, 0, request.length));
            return true;
        }
    }

    /// How many entries of all have been passed.
    private final class Counter {
        private final long all;
        private long done;

        Counter(long all) {
            this.all = all;
        }

        void step() {
            done++;
            progress.passed(Progress.Pass.INTEGRITY, done, all);
        }
    }

    private interface Indexing {
        LineAudit.Index of(Evidence.Stored stored);
    }

    private void begin(Indexing indexing) throws SQLException {
        claims = new Claims();
        audits = audits(indexing);
        house = audits.stream()
                .filter(audit -> audit.stream().isOrganisation())
                .findFirst()
                .flatMap(audit -> audit.genesis().flatMap(IntegrityAudit::key));
        audits.forEach(audit -> audit.begin(anchors, house));
    }

    private Optional<String> lookedUp(Evidence.Stored stored, Outline entry) throws SQLException {
        var cause = entry.cause();
        Journal.Made made =
                new Journal.Made(cause.first(), cause.count(), cause.request().orElse(""));
        Optional<Journal.Made> found = evidence.made(stored, cause.key().orElseThrow());
        return found.equals(Optional.of(made))
                ? Optional.empty()
                : Optional.of("the index of idempotency keys does not say of its key what the entry says");
    }

    /// All streams, the organisation first.
    private List<StreamAudit> audits(Indexing indexing) throws SQLException {
        List<StreamAudit> found = new ArrayList<>();
        for (Evidence.Stored stored : evidence.streams()) {
            try {
                StreamId stream = new StreamId(stored.name());
                found.add(new StreamAudit(evidence, stored, stream, genesis(stored), claims, indexing.of(stored)));
            } catch (IllegalArgumentException noName) {
                findings.add(Finding.whole("a stream has a name that is none: " + noName.getMessage()));
            }
        }
        if (found.isEmpty() || !found.getFirst().stream().isOrganisation()) {
            findings.add(Finding.tampered(StreamId.ORGANISATION, 0, "is missing with the whole stream"));
        }
        return found;
    }

    /// What the first entry says, if it is a genesis and what its header committed to.
    private Optional<KernelEvent.Genesis> genesis(Evidence.Stored stored) throws SQLException {
        Optional<Entry> first = evidence.entry(stored, 0);
        byte @Nullable [] body = first.isEmpty() ? null : first.get().body();
        if (first.isEmpty() || body == null) {
            return Optional.empty();
        }
        try {
            Header header = Wire.read(CanonicalJson.parse(first.get().header()), Header.class, "header");
            return Digest.of(body).equals(header.body()) ? BodyText.parse(body).genesis() : Optional.empty();
        } catch (Malformed | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<VerifierKey> key(KernelEvent.Genesis genesis) {
        try {
            return Optional.of(VerifierKey.parse(genesis.key()));
        } catch (Malformed damaged) {
            return Optional.empty();
        }
    }

    private static int rank(StreamAudit audit) {
        if (audit.stream().isOrganisation()) {
            return 2;
        }
        return audit.genesis()
                        .filter(begun -> begun.streamKind() == StreamKind.CONTROL)
                        .isPresent()
                ? 0
                : 1;
    }

    /// What is wrong with no stream in particular.
    List<Finding> findings() {
        return findings;
    }

    /// The organisation first.
    List<StreamAudit> audits() {
        return audits;
    }

    Claims claims() {
        return claims;
    }

    /// The organisation's key, if its genesis says one.
    Optional<VerifierKey> house() {
        return house;
    }
}
