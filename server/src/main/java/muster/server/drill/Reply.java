package muster.server.drill;

/// What a room answered to a command.
///
/// @param outcome `committed`, `refused`, `forbidden`, `step-up`, `unseen`, `malformed`, `unavailable`,
///     `unknown` or `fault`
/// @param code of a refusal; empty where there is none
/// @param words for people; empty where it was done
/// @param to the last entry that it wrote; -1 where it wrote none
public record Reply(String outcome, String code, String words, long to) {
    static Reply committed(long to) {
        return new Reply("committed", "", "", to);
    }

    static Reply not(String outcome, String code, String words) {
        return new Reply(outcome, code, words, -1);
    }

    public boolean isCommitted() {
        return outcome.equals("committed");
    }

    /// The outcome with its code: `refused open-items`.
    public String text() {
        return code.isEmpty() ? outcome : outcome + " " + code;
    }
}
