package muster.ledger;

import java.util.List;
import muster.kernel.Wire;

/// The result of a verification.
///
/// @param findings in the order found: the first is the one to look at
public record Report(List<StreamReport> streams, List<Finding> findings) {
    public Report {
        streams = List.copyOf(streams);
        findings = List.copyOf(findings);
    }

    /// 0 intact, 2 tampered, 3 cannot prove.
    public int exitCode() {
        if (findings.isEmpty()) {
            return 0;
        }
        return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.TAMPERED) ? 2 : 3;
    }

    private String word() {
        return switch (exitCode()) {
            case 0 -> "intact";
            case 2 -> "tampered";
            default -> "cannot prove";
        };
    }

    /// For people.
    public String text() {
        StringBuilder text = new StringBuilder("record: ").append(word()).append('\n');
        findings.forEach(finding -> text.append("  ").append(finding.text()).append('\n'));
        for (StreamReport stream : streams) {
            text.append(stream.stream())
                    .append(": ")
                    .append(stream.entries())
                    .append(" entries, ")
                    .append(stream.replayed())
                    .append(" replayed, ")
                    .append(stream.committedOnly())
                    .append(" committed only, sealed: ")
                    .append(stream.sealed())
                    .append(", anchor: ")
                    .append(stream.anchor())
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    /// For programs.
    public String json() {
        record Spoken(String record, int exitCode, List<Finding> findings, List<StreamReport> streams) {}
        return Wire.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new Spoken(word(), exitCode(), findings, streams));
    }
}
