package muster.server.pages;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// A piece of HTML. Every text and every attribute goes through [#escaped], so that nothing somebody typed
/// can become markup.
public final class Html {
    static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    static Html text(String words) {
        return new Html(escaped(words));
    }

    static Html of(Html... parts) {
        return of(List.of(parts));
    }

    static Html of(Collection<Html> parts) {
        StringBuilder all = new StringBuilder();
        parts.forEach(part -> all.append(part.markup));
        return new Html(all.toString());
    }

    static Html of(Stream<Html> parts) {
        return of(parts.toList());
    }

    static Tag tag(String name) {
        return new Tag(name, "");
    }

    /// With a class.
    static Tag tag(String name, String looks) {
        return new Tag(name, "").with("class", looks);
    }

    boolean isEmpty() {
        return markup.isEmpty();
    }

    /// An element that is not filled yet.
    record Tag(String name, String attributes) {
        Tag with(String attribute, String value) {
            return new Tag(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"");
        }

        Html holding(Html... parts) {
            return new Html("<" + name + attributes + ">" + of(parts).markup + "</" + name + ">");
        }

        Html holding(String words) {
            return holding(text(words));
        }

        /// An element that never holds anything.
        Html empty() {
            return new Html("<" + name + attributes + ">");
        }
    }

    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(shown(c));
            }
        });
        return safe.toString();
    }

    /// Characters that turn the text around them could make a line say something else.
    private static int shown(int c) {
        boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        boolean control = (c < ' ' && c != '\n' && c != '\t') || c == 0x7f;
        return turns || control ? 0xfffd : c;
    }

    @Override
    public String toString() {
        return markup;
    }
}
