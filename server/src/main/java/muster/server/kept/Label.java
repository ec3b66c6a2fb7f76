package muster.server.kept;

import java.util.List;
import java.util.Optional;
import muster.kernel.Published;
import muster.kernel.StreamId;

/// What a kept fold is the fold of, and by whom.
///
/// @param build which Muster made it: no other one reads it
/// @param size how many entries are folded
/// @param root of the tree over them, base64url
record Label(String build, StreamId stream, int epoch, long size, String root) {
    private static final String FORMAT = "muster fold 1";

    static Label of(String build, Published published) {
        return new Label(
                build,
                published.tip().stream(),
                published.tip().epoch(),
                published.tip().size(),
                published.tip().root());
    }

    /// One line, from which the key of the file is made.
    String text() {
        return String.join(" ", FORMAT, build, stream.text(), Integer.toString(epoch), Long.toString(size), root);
    }

    /// Empty if that is no label.
    static Optional<Label> read(String text) {
        List<String> words = List.of(text.split(" ", -1));
        try {
            Label label = new Label(
                    words.get(3),
                    new StreamId(words.get(4)),
                    Integer.parseInt(words.get(5)),
                    Long.parseLong(words.get(6)),
                    words.get(7));
            return label.text().equals(text) ? Optional.of(label) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException other) {
            return Optional.empty();
        }
    }
}
