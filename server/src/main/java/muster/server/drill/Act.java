package muster.server.drill;

import java.time.Instant;

/// A command that a participant gave, and what became of it.
///
/// @param time crisis time
/// @param by handle
/// @param outcome `committed`, or why not: `refused open-items`
/// @param words of a refusal
public record Act(Instant time, String by, String command, String outcome, String words) {
    boolean isCommitted() {
        return outcome.equals("committed");
    }
}
