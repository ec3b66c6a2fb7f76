package muster.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import muster.kernel.Malformed;

/// Walks over stored JSON without building anything: who looks at a few fields of millions of entries has no use
/// for the rest. Knows the canonical form only (no white space); what it steps over is not judged. One thread.
final class JsonWalk {
    private static final long MOST = 1L << 53;

    private final String what;
    private final byte[] text;
    private int at;

    /// @param what the text is, for the words of an error
    JsonWalk(String what, byte[] text) {
        this.what = what;
        this.text = text;
    }

    static byte[] ascii(String literal) {
        return literal.getBytes(StandardCharsets.US_ASCII);
    }

    /// Where the walk has come to.
    int at() {
        return at;
    }

    /// Whether the literal comes next.
    boolean sees(byte[] literal) {
        int end = at + literal.length;
        return end <= text.length && Arrays.equals(text, at, end, literal, 0, literal.length);
    }

    /// Steps over the literal if it comes next.
    boolean skips(byte[] literal) {
        boolean there = sees(literal);
        at += there ? literal.length : 0;
        return there;
    }

    /// Steps over the literal, which must come next.
    ///
    /// @throws Malformed if something else does
    void literal(byte[] literal) {
        if (!skips(literal)) {
            throw wrong();
        }
    }

    boolean skips(char character) {
        boolean there = at < text.length && text[at] == character;
        at += there ? 1 : 0;
        return there;
    }

    void literal(char character) {
        if (!skips(character)) {
            throw wrong();
        }
    }

    /// A whole number that is not negative.
    long number() {
        int from = at;
        long number = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && number < MOST) {
            number = 10 * number + text[at++] - '0';
        }
        if (at == from || number > MOST || (text[from] == '0' && at > from + 1)) {
            throw wrong();
        }
        return number;
    }

    /// Steps over a string.
    ///
    /// @return where it begins, behind the quotation mark; it ends before the last character stepped over
    int string() {
        literal('"');
        int from = at;
        int i = from;
        while (i < text.length && text[i] != '"') {
            i += text[i] == '\\' ? 2 : 1;
        }
        at = i;
        literal('"');
        return from;
    }

    /// Steps over a string of so many letters and signs, without looking at them.
    ///
    /// @return where it begins, behind the quotation mark
    int word(int length) {
        literal('"');
        int from = at;
        at += length;
        literal('"');
        return from;
    }

    /// Steps over any value.
    void value() {
        int depth = 0;
        do {
            if (at >= text.length) {
                throw wrong();
            }
            switch (text[at]) {
                case '"' -> string();
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                }
                case ',', ':' -> at++;
                default -> scalar();
            }
        } while (depth > 0);
        if (depth < 0) {
            throw wrong();
        }
    }

    private void scalar() {
        while (at < text.length && text[at] != ',' && text[at] != '}' && text[at] != ']') {
            at++;
        }
    }

    /// @throws Malformed if anything is left
    void end() {
        if (at != text.length) {
            throw wrong();
        }
    }

    String text(int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    boolean equals(int from, int to, byte[] other) {
        return Arrays.equals(text, from, to, other, 0, other.length);
    }

    Malformed wrong() {
        return new Malformed(what, "is not canonical at byte " + at);
    }
}
