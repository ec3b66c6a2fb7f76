package muster.ledger;

import java.util.List;
import muster.kernel.StreamId;
import muster.kernel.Wire;

/// The result of a verification.
///
/// @param streams the organisation first
/// @param findings the first bad entry of each stream and everything else that is wrong; empty if nothing is
public record Report(List<StreamReport> streams, List<Finding> findings) {
    public static final int INTACT = 0;
    public static final int TAMPERED = 2;
    public static final int CANNOT_PROVE = 3;

    public Report {
        streams = List.copyOf(streams);
        findings = List.copyOf(findings);
    }

    public int exitCode() {
        if (findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.TAMPERED)) {
            return TAMPERED;
        }
        return findings.isEmpty() ? INTACT : CANNOT_PROVE;
    }

    private String verdict() {
        return findings.isEmpty() ? "intact" : exitCode() == TAMPERED ? "tampered" : "cannot prove";
    }

    /// Whether any stream was held against something from outside.
    private boolean anchored() {
        return streams.stream().anyMatch(stream -> !stream.anchors().isEmpty());
    }

    /// For people.
    public String text() {
        StringBuilder text = new StringBuilder("record: ").append(verdict()).append('\n');
        findings.forEach(finding -> text.append("  ").append(finding.text()).append('\n'));
        for (StreamReport stream : streams) {
            text.append("stream ").append(stream.stream()).append(": ");
            text.append(stream.entries()).append(" entries, ");
            text.append(stream.replayed()).append(" replayed, ");
            text.append(stream.committedOnly()).append(" committed only, anchor: ");
            text.append(stream.anchor()).append('\n');
        }
        if (!anchored()) {
            text.append("anchor: none. Without a checkpoint or receipt kept elsewhere, nobody can exclude that whoever"
                    + " has the signing key rewrote everything.\n");
        }
        return text.toString().stripTrailing();
    }

    private record SpokenStream(
            StreamId stream,
            String origin,
            long entries,
            long replayed,
            long committedOnly,
            String root,
            String anchor) {
        static SpokenStream of(StreamReport report) {
            return new SpokenStream(
                    report.stream(),
                    report.origin(),
                    report.entries(),
                    report.replayed(),
                    report.committedOnly(),
                    report.root(),
                    report.anchor());
        }
    }

    private record Spoken(
            String record, int exitCode, String anchor, List<Finding> findings, List<SpokenStream> streams) {}

    /// For programs.
    public String json() {
        Spoken spoken = new Spoken(
                verdict(),
                exitCode(),
                anchored() ? "outside" : "none",
                findings,
                streams.stream().map(SpokenStream::of).toList());
        return Wire.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(spoken);
    }
}
