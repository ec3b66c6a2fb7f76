package muster.channels;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Id;

/// Reads the inside of a paragraph or an item, once from left to right: what is open is kept on a short
/// stack, and what is never closed becomes the text that it was. Time is linear in the length of the text.
final class Line {
    private static final int DEEPEST = 8;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_HANDLE = 40;

    /// Something that is open.
    private record Open(String mark, List<Span> spans) {}

    private final String text;
    private final Map<String, Id> mentions;
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder plain = new StringBuilder();

    Line(String text, Map<String, Id> mentions) {
        this.text = text;
        this.mentions = mentions;
        open.push(new Open("", new ArrayList<>()));
    }

    List<Span> read() {
        int at = 0;
        while (at < text.length()) {
            at = step(at);
        }
        while (open.size() > 1) {
            abandon();
        }
        flush();
        return joined(open.element().spans());
    }

    /// Reads what begins here and gives back where it ends.
    private int step(int at) {
        return switch (text.charAt(at)) {
            case '\n' -> whole(new Span.LineBreak(), at + 1);
            case '`' -> code(at);
            case '[' -> labelled(at);
            case '@' -> mention(at);
            case 'h', 'H' -> address(at);
            case '*' -> mark(at);
            default -> plain(at, at + 1);
        };
    }

    private int plain(int from, int to) {
        plain.append(text, from, to);
        return to;
    }

    private int whole(Span span, int end) {
        flush();
        open.element().spans().add(span);
        return end;
    }

    private void flush() {
        if (!plain.isEmpty()) {
            open.element().spans().add(new Span.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private int code(int at) {
        int run = run(at);
        int end = text.indexOf('`', at + run);
        boolean closed = run == 1 && end > at + 1 && text.substring(at, end).indexOf('\n') < 0;
        return closed ? whole(new Span.Code(text.substring(at + 1, end)), end + 1) : plain(at, at + run);
    }

    /// A label that is an address itself would promise another one than it leads to.
    private int labelled(int at) {
        int close =
                text.substring(at, Math.min(text.length(), at + LONGEST_LABEL)).indexOf("](") + at;
        int end = close > at ? bracketEnd(close + 1) : -1;
        if (end < 0) {
            return plain(at, at + 1);
        }
        String label = text.substring(at + 1, close).strip();
        String address = text.substring(close + 2, end);
        boolean honest = !label.isEmpty()
                && label.indexOf('[') < 0
                && label.indexOf('\n') < 0
                && !label.contains("://")
                && !label.matches("[^\\s/]+\\.[^\\s/]+(/\\S*)?");
        return honest && Addresses.isSafe(address) ? whole(new Span.Link(address, label), end + 1) : plain(at, at + 1);
    }

    /// Where the bracket that opens here is closed; -1 if it is not.
    private int bracketEnd(int at) {
        int depth = 0;
        for (int i = at; i < Math.min(text.length(), at + LONGEST_ADDRESS); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private int address(int at) {
        if (isWord(at - 1) || !Addresses.beginsAt(text, at)) {
            return plain(at, at + 1);
        }
        return Addresses.at(text, at)
                .map(address -> whole(new Span.Link(address, address), at + address.length()))
                .orElseGet(() -> plain(at, at + 1));
    }

    private int mention(int at) {
        if (isWord(at - 1)) {
            return plain(at, at + 1);
        }
        int end = at + 1;
        while (end < text.length() && end - at <= LONGEST_HANDLE && isHandle(text.charAt(end))) {
            end++;
        }
        for (; end > at + 1; end--) {
            String handle = text.substring(at + 1, end);
            Optional<Id> person = Optional.ofNullable(mentions.get(handle.toLowerCase(Locale.ROOT)));
            if (person.isPresent()) {
                return whole(new Span.Mention(person.get(), handle), end);
            }
            if (Character.isLetterOrDigit(text.charAt(end - 1))) {
                break;
            }
        }
        return plain(at, at + 1);
    }

    private static boolean isHandle(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-');
    }

    /// Stars stand at the edge of words, so that `2*3*4` and `*.exe` stay what they are.
    private int mark(int at) {
        int run = run(at);
        if (run > 2) {
            return plain(at, at + run);
        }
        String mark = text.substring(at, at + run);
        boolean closes = !isSpace(at - 1)
                && !isWord(at + run)
                && open.stream().anyMatch(each -> each.mark().equals(mark));
        if (closes) {
            return close(mark, at + run);
        }
        boolean opens = !isSpace(at + run) && !isWord(at - 1) && open.size() <= DEEPEST;
        if (!opens) {
            return plain(at, at + run);
        }
        flush();
        open.push(new Open(mark, new ArrayList<>()));
        return at + run;
    }

    private int close(String mark, int end) {
        while (!open.element().mark().equals(mark)) {
            abandon();
        }
        flush();
        List<Span> inside = joined(open.pop().spans());
        return whole(mark.length() == 2 ? new Span.Strong(inside) : new Span.Emphasis(inside), end);
    }

    /// What was opened last and is not closed was text.
    private void abandon() {
        flush();
        Open last = open.pop();
        open.element().spans().add(new Span.Plain(last.mark()));
        open.element().spans().addAll(last.spans());
    }

    private int run(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        return end - at;
    }

    private boolean isWord(int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private boolean isSpace(int at) {
        return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    /// Neighbouring texts as one.
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Span.Plain(String more)
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Span.Plain(String before)) {
                joined.set(joined.size() - 1, new Span.Plain(before + more));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
