package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import muster.kernel.CanonicalJson;
import muster.kernel.Catalogue;
import muster.kernel.Digest;
import muster.kernel.Entry;
import muster.kernel.Header;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.StreamId;
import muster.kernel.StreamKind;
import muster.kernel.Wire;
import org.jspecify.annotations.Nullable;

/// Verifies a data directory as an opponent would: believes nothing that it can compute. Needs no keys, no
/// server and no network; changes nothing; may run while a server writes, and then looks at one moment.
///
/// Two passes: one over the bytes (digests, trees, checkpoints, indexes, files), which takes no more memory
/// for more entries, and one over the authority of every entry, which takes the memory of the live state.
/// Safe for any thread.
public final class Verifier {
    private final Optional<Catalogue> catalogue;

    private Verifier(Optional<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /// @param catalogue of the features whose entries may be met
    public static Verifier of(Catalogue catalogue) {
        return new Verifier(Optional.of(catalogue));
    }

    /// Only the bytes: nothing is replayed.
    static Verifier ofBytes() {
        return new Verifier(Optional.empty());
    }

    /// Verifies a data directory. Never throws for what it finds there.
    ///
    /// @param checkpoint a signed checkpoint of one of the streams that was kept elsewhere
    /// @param receipt a receipt that was kept elsewhere
    public Report verify(Path directory, Optional<String> checkpoint, Optional<String> receipt) {
        List<Finding> findings = new ArrayList<>();
        List<Anchor> anchors = new ArrayList<>();
        read("checkpoint", checkpoint, Anchor::ofCheckpoint, anchors, findings);
        read("receipt", receipt, Anchor::ofReceipt, anchors, findings);
        Path journal = directory.resolve(DataDirectory.JOURNAL);
        try {
            findings.addAll(DirectoryFiles.findings(directory));
            if (!Files.isRegularFile(journal)) {
                findings.add(Finding.unproved("there is no " + DataDirectory.JOURNAL));
                return new Report(List.of(), findings);
            }
            boolean quiet = !SqliteFile.hasLog(journal);
            Report report = read(journal, anchors, findings);
            // somebody opened it for writing while it was read without regard to that
            return quiet && SqliteFile.hasLog(journal) ? read(journal, anchors, findings) : report;
        } catch (IOException unreadable) {
            findings.add(Finding.unproved("cannot be read: " + unreadable.getMessage()));
            return new Report(List.of(), findings);
        }
    }

    private static void read(
            String what,
            Optional<String> text,
            Function<String, Anchor> how,
            List<Anchor> anchors,
            List<Finding> findings) {
        try {
            text.map(how).ifPresent(anchors::add);
        } catch (Malformed malformed) {
            findings.add(Finding.unproved("the " + what + " kept elsewhere is damaged: " + malformed.getMessage()));
        }
    }

    private Report read(Path journal, List<Anchor> anchors, List<Finding> before) {
        List<Finding> findings = new ArrayList<>(before);
        List<StreamReport> reports = new ArrayList<>();
        try (Evidence evidence = new Evidence(journal)) {
            switch (evidence.schema()) {
                case SqliteSchema.Ours ours -> {
                    evidence.damage()
                            .ifPresent(words -> findings.add(Finding.whole("the journal's file is damaged: " + words)));
                    reports.addAll(streams(evidence, anchors, findings));
                }
                case SqliteSchema.Other(String words) -> findings.add(Finding.whole(words));
                case SqliteSchema.Newer(String words) -> findings.add(Finding.unproved(words));
            }
        } catch (SQLException e) {
            findings.add(
                    switch (SqliteFile.kind(e)) {
                        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_ERROR ->
                            Finding.whole("the journal's file is damaged: " + e.getMessage());
                        default -> Finding.unproved("the journal's file cannot be read: " + e.getMessage());
                    });
        }
        return new Report(reports, findings);
    }

    private List<StreamReport> streams(Evidence evidence, List<Anchor> anchors, List<Finding> findings)
            throws SQLException {
        evidence.strays().forEach(words -> findings.add(Finding.whole(words)));
        List<StreamAudit> audits = audits(evidence, findings);
        Optional<VerifierKey> house = audits.stream()
                .filter(audit -> audit.stream().isOrganisation())
                .findFirst()
                .flatMap(audit -> audit.genesis().flatMap(Verifier::key));
        Claims claims = new Claims();
        // whoever reads another stream comes before it, so that everything claimed of a tree is known when it is built
        audits.stream()
                .sorted(Comparator.comparingInt(Verifier::rank))
                .forEach(audit -> audit.run(
                        claims, anchors.stream().filter(audit::isAbout).toList(), house));
        List<StreamReport> reports = judged(evidence, claims, audits, findings);
        audits.forEach(audit -> audit.findings().stream().sorted(Finding.ORDER).forEach(findings::add));
        anchors.stream()
                .filter(anchor -> audits.stream().noneMatch(audit -> audit.isAbout(anchor)))
                .forEach(anchor -> findings.add(homeless(anchor, house)));
        return reports;
    }

    private List<StreamReport> judged(
            Evidence evidence, Claims claims, List<StreamAudit> audits, List<Finding> findings) {
        if (catalogue.isEmpty()) {
            return audits.stream().map(audit -> audit.report(0, 0)).toList();
        }
        AuthorityAudit authority = new AuthorityAudit(catalogue.get(), evidence, claims, audits);
        List<StreamReport> reports = audits.stream().map(authority::run).toList();
        findings.addAll(authority.missing());
        return reports;
    }

    /// All streams, the organisation first.
    private static List<StreamAudit> audits(Evidence evidence, List<Finding> findings) throws SQLException {
        List<StreamAudit> audits = new ArrayList<>();
        for (Evidence.Stored stored : evidence.streams()) {
            try {
                StreamId stream = new StreamId(stored.name());
                audits.add(new StreamAudit(evidence, stored, stream, genesis(evidence, stored)));
            } catch (IllegalArgumentException noName) {
                findings.add(Finding.whole("a stream has a name that is none: " + noName.getMessage()));
            }
        }
        if (audits.isEmpty() || !audits.getFirst().stream().isOrganisation()) {
            findings.add(Finding.tampered(StreamId.ORGANISATION, 0, "is missing with the whole stream"));
        }
        return audits;
    }

    /// What the first entry says, if it is a genesis and what its header committed to.
    private static Optional<KernelEvent.Genesis> genesis(Evidence evidence, Evidence.Stored stored)
            throws SQLException {
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

    /// An outside checkpoint or receipt of a stream that is not here.
    private static Finding homeless(Anchor anchor, Optional<VerifierKey> house) {
        String origin = anchor.checkpoint().origin();
        boolean ours = house.filter(key -> anchor.isSignedBy(VerifierKey.of(origin, key.type(), key.publicKey())))
                .isPresent();
        return ours
                ? Finding.whole("the stream " + origin + " is missing: the " + anchor.name()
                        + " kept elsewhere is signed by this record's key")
                : Finding.unproved("the " + anchor.name() + " kept elsewhere is of " + origin
                        + ", which is no stream of this record");
    }
}
