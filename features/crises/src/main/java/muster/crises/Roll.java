package muster.crises;

import java.time.Instant;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.StreamKind;
import muster.kernel.Table;

/// Every crisis and exercise the organisation ever opened.
///
/// @param real how many were crises: their labels count on
/// @param exercises how many were exercises
public record Roll(Table<Listed> crises, int real, int exercises) {
    static final Roll EMPTY = new Roll(Table.empty(), 0, 0);

    /// @param charter the version that it pins, with its hash
    /// @param closedAt absent while it is open
    /// @param digest of the entry that opened it
    public record Listed(
            Id crisis,
            String label,
            StreamKind kind,
            Id openedBy,
            Instant openedAt,
            String charter,
            Content<String> codeName,
            Optional<Instant> closedAt,
            String digest) {
        Listed closed(Instant at) {
            return new Listed(crisis, label, kind, openedBy, openedAt, charter, codeName, Optional.of(at), digest);
        }
    }

    /// What the next one is called.
    String nextLabel(StreamKind kind) {
        return kind == StreamKind.EXERCISE ? "X-" + (exercises + 1) : "C-" + (real + 1);
    }

    Roll opened(Listed crisis) {
        if (crises.has(crisis.crisis())) {
            throw new IllegalStateException("a crisis is opened once");
        }
        boolean exercise = crisis.kind() == StreamKind.EXERCISE;
        return new Roll(
                crises.with(crisis.crisis(), crisis), exercise ? real : real + 1, exercise ? exercises + 1 : exercises);
    }

    Roll closed(Id crisis, Instant at) {
        Listed open = crises.the(crisis);
        if (open.closedAt().isPresent()) {
            throw new IllegalStateException("a crisis is closed once");
        }
        return new Roll(crises.with(crisis, open.closed(at)), real, exercises);
    }
}
