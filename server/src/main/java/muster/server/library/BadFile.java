package muster.server.library;

import java.util.List;
import java.util.stream.Collectors;

/// A file that somebody wrote cannot be used; the message has one line for each problem, each with file, line
/// and field.
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FileProblem> problems;

    /// @param problems at least one
    public BadFile(List<FileProblem> problems) {
        super(problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public BadFile(FileProblem problem) {
        this(List.of(problem));
    }

    public List<FileProblem> problems() {
        return problems;
    }
}
