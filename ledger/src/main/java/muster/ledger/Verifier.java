package muster.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import muster.kernel.Catalogue;
import muster.kernel.Malformed;

/// Verifies a data directory as an opponent would: believes nothing that it can compute. Needs no keys, no
/// server and no network; changes nothing; may run while a server writes, and then looks at one moment.
///
/// Two passes: one over the bytes (digests, trees, checkpoints, indexes, files), which takes no more memory
/// for more entries, and one over the authority of every entry, which takes the memory of the live state.
/// Safe for any thread.
public final class Verifier {
    private final Optional<Catalogue> catalogue;
    private final Progress progress;

    private Verifier(Optional<Catalogue> catalogue, Progress progress) {
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /// @param catalogue of the features whose entries may be met
    public static Verifier of(Catalogue catalogue) {
        return new Verifier(Optional.of(catalogue), Progress.UNSEEN);
    }

    /// Only the bytes: nothing is replayed.
    public static Verifier ofBytes() {
        return new Verifier(Optional.empty(), Progress.UNSEEN);
    }

    /// The same, telling how far it is.
    public Verifier telling(Progress to) {
        return new Verifier(catalogue, to);
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
                    FutureTask<Optional<String>> damage = new FutureTask<>(() -> Evidence.damage(journal));
                    Thread.ofPlatform().daemon().name("muster-verify-file").start(damage);
                    List<Finding> inside = new ArrayList<>();
                    reports.addAll(streams(evidence, anchors, inside));
                    Await.result(damage)
                            .ifPresent(words -> findings.add(Finding.whole("the journal's file is damaged: " + words)));
                    findings.addAll(inside);
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
        IntegrityAudit integrity = new IntegrityAudit(evidence, anchors, progress);
        integrity.run();
        findings.addAll(integrity.findings());
        List<StreamAudit> audits = integrity.audits();
        List<StreamReport> reports = judged(evidence, integrity, findings);
        audits.forEach(audit -> audit.findings().stream().sorted(Finding.ORDER).forEach(findings::add));
        anchors.stream()
                .filter(anchor -> audits.stream().noneMatch(audit -> audit.isAbout(anchor)))
                .forEach(anchor -> findings.add(homeless(anchor, integrity.house())));
        return reports;
    }

    private List<StreamReport> judged(Evidence evidence, IntegrityAudit integrity, List<Finding> findings) {
        List<StreamAudit> audits = integrity.audits();
        if (catalogue.isEmpty()) {
            return audits.stream().map(audit -> audit.report(0, 0)).toList();
        }
        AuthorityAudit authority = new AuthorityAudit(catalogue.get(), evidence, integrity.claims(), audits, progress);
        List<StreamReport> reports = audits.stream().map(authority::run).toList();
        findings.addAll(authority.missing());
        return reports;
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
