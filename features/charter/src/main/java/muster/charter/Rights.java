package muster.charter;

import java.util.Collection;

/// How a right is written and what a set of rights includes.
final class Rights {
    private Rights() {}

    /// Whether the text is a right: a command's name, `tasks.*`, or `*`.
    static boolean wellFormed(String right) {
        return right.matches("\\*|[a-z]+\\.(\\*|[a-z]+(-[a-z]+)*)");
    }

    /// Whether these rights include this one, as standing judges it.
    static boolean cover(Collection<String> rights, String right) {
        return rights.contains(right)
                || rights.contains("*")
                || rights.contains(right.substring(0, right.indexOf('.') + 1) + "*");
    }
}
