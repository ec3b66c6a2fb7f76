package muster.server.library;

/// One thing that is wrong in a file that somebody wrote.
///
/// @param file as it was named to us
/// @param line from 1
/// @param column from 1
/// @param field where in the tree: `roles[2].title`; empty for the whole
/// @param words what is wrong, to be read after the field: `is missing`
public record FileProblem(String file, int line, int column, String field, String words) {
    /// `charter.yaml:12:5: roles[2].title: is missing`
    @Override
    public String toString() {
        String place = file + ":" + line + ":" + column + ": ";
        return field.isEmpty() ? place + words : place + field + ": " + words;
    }
}
