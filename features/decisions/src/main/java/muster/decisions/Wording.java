package muster.decisions;

import java.util.List;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Ref;

/// The words of a question, its options and what was shown with it: what an approval is an approval of.
///
/// @param number 1 for the first, counting up
/// @param digest of the entry that gave these words
/// @param options ids in the order shown
/// @param evidence each in the version that was shown
/// @param texts the options in words
public record Wording(
        int number,
        String digest,
        List<String> options,
        Optional<String> recommended,
        List<Ref> evidence,
        Content<String> question,
        Content<String> context,
        Content<List<Option>> texts) {
    public Wording {
        options = List.copyOf(options);
        evidence = List.copyOf(evidence);
    }

    /// The options as they can be shown: with a stand-in where the words are withheld.
    List<Option> shown() {
        return texts.or(options.stream().map(id -> Option.of(id, "(withheld)")).toList());
    }
}
