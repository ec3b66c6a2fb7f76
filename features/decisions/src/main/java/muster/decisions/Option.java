package muster.decisions;

import java.util.Optional;

/// One way to answer a question, in the same four rows as every other, so that tired people can compare.
///
/// @param id what approvals name: `isolate`
/// @param effect what it does
/// @param riskLeft what stays dangerous
/// @param business what it costs the business
/// @param undo how it is taken back
public record Option(
        String id,
        String text,
        Optional<String> effect,
        Optional<String> riskLeft,
        Optional<String> business,
        Optional<String> undo) {

    /// With a text and no rows.
    public static Option of(String id, String text) {
        return new Option(id, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
