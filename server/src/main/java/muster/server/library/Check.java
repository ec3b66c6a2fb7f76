package muster.server.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what is wrong between the fields of a file.
final class Check {
    private final YamlTree tree;
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    Check(YamlTree tree) {
        this.tree = tree;
    }

    void wrong(String field, String words) {
        problems.add(tree.problem(field, words));
    }

    /// An id of the file: each is there once, whatever it stands for.
    void id(String field, String id) {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            wrong(field, "\"" + id + "\" is not an id: lower case, digits and single hyphens");
        }
        String first = ids.putIfAbsent(id, field);
        if (first != null) {
            wrong(field, "\"" + id + "\" is taken already by " + first);
        }
    }

    /// Ids that stand in another file that this one builds on.
    void taken(Collection<String> others, String where) {
        others.forEach(id -> ids.put(id, where));
    }

    void among(String field, String given, Collection<String> known, String what) {
        if (!known.contains(given)) {
            wrong(
                    field,
                    "\"" + given + "\" is not " + what + "; there are "
                            + String.join(", ", known.stream().sorted().toList()));
        }
    }

    void allAmong(String field, List<String> given, Collection<String> known, String what) {
        for (int i = 0; i < given.size(); i++) {
            among(field + "[" + i + "]", given.get(i), known, what);
        }
    }

    void among(String field, Optional<String> given, Collection<String> known, String what) {
        given.ifPresent(text -> among(field, text, known, what));
    }

    /// @throws BadFile if anything was wrong
    void done() {
        if (!problems.isEmpty()) {
            throw new BadFile(problems);
        }
    }
}
