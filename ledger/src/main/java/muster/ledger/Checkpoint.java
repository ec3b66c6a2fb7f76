package muster.ledger;

import java.util.Arrays;
import java.util.List;
import muster.kernel.Malformed;

/// What a log states about itself (C2SP tlog-checkpoint): with so many entries its tree has this root. Worth
/// nothing until the note around it is verified.
///
/// @param origin the one name of the log, here of one epoch of one stream
/// @param size number of entries
/// @param root of the tree of that size
/// @param extensions further lines of the log's own; Muster writes none, because nobody audits them
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    /// @throws Malformed if a line is empty or would be more than one line, the size is negative, or the root
    ///     of an empty tree is not that of an empty tree
    public Checkpoint {
        extensions = List.copyOf(extensions);
        checkedLine("origin", origin);
        extensions.forEach(line -> checkedLine("extension", line));
        if (size < 0) {
            throw new Malformed("size", "A tree cannot have " + size + " entries.");
        }
        if (size == 0 && !root.equals(Merkle.emptyRoot())) {
            throw new Malformed("root", "The root of an empty tree is fixed, and this is another.");
        }
    }

    /// A checkpoint as Muster writes it, without extensions.
    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /// Reads the text of a note, signatures not included.
    ///
    /// @throws Malformed if it is anything but origin, size, root and non-empty lines, each ended by a
    ///     newline
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new Malformed("checkpoint", "The last line of a checkpoint has no newline.");
        }
        List<String> lines = Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3) {
            throw new Malformed("checkpoint", "A checkpoint has at least three lines, not " + lines.size() + ".");
        }
        return new Checkpoint(
                lines.get(0),
                Lines.checkedNumber("size", lines.get(1)),
                Hash.fromBase64(lines.get(2)),
                lines.subList(3, lines.size()));
    }

    /// The text to be signed; the same bytes that were parsed.
    public String text() {
        var text = new StringBuilder(origin).append('\n').append(size).append('\n');
        text.append(root.base64()).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static void checkedLine(String field, String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new Malformed(field, "This must be one line that is not empty.");
        }
        Lines.checkedText(field, line);
    }
}
