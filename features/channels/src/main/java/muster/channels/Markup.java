package muster.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.kernel.Id;

/// Reads what people type as a tree: paragraphs, `> quotes`, `- lists` and `1. lists`, fenced code; within
/// lines `*emphasis*`, `**strong**`, `` `code` ``, addresses, `[text](address)` and `@mentions`. Whatever is
/// not exactly that stays text, letter by letter, for people paste paths, file names and commands: nothing is
/// escaped, and underscores mean nothing. There is no way to write markup of the web, and a text cannot be
/// too clever for the time it may take.
public final class Markup {
    private static final int DEEPEST_QUOTE = 3;
    private static final Pattern FENCE = Pattern.compile("```[a-zA-Z0-9+-]{0,20} *");
    private static final Pattern BULLET = Pattern.compile("[-*] +(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,3})[.)] +(\\S.*)");

    private final Map<String, Id> mentions;

    private Markup(Map<String, Id> mentions) {
        this.mentions = mentions;
    }

    /// @param mentions who is meant by a handle in lower case; other handles stay text
    public static List<Block> read(String source, Map<String, Id> mentions) {
        return new Markup(mentions).blocks(readable(source).lines().toList(), 0);
    }

    /// Control characters, and those that make a text read in another order than it is written, are shown as
    /// unreadable.
    private static String readable(String source) {
        StringBuilder readable = new StringBuilder(source.length());
        source.replace("\r\n", "\n").replace('\r', '\n').chars().forEach(c -> {
            readable.append(isHidden(c) ? '\uFFFD' : (char) c);
        });
        return readable.toString();
    }

    private static boolean isHidden(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return control || override;
    }

    private List<Block> blocks(List<String> lines, int depth) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            OptionalInt fence = closingFence(lines, at);
            if (line.isBlank()) {
                at++;
            } else if (fence.isPresent()) {
                blocks.add(new Block.CodeBlock(String.join("\n", lines.subList(at + 1, fence.getAsInt()))));
                at = fence.getAsInt() + 1;
            } else if (line.startsWith(">") && depth < DEEPEST_QUOTE) {
                int end = end(lines, at, each -> each.startsWith(">"));
                List<String> quoted = lines.subList(at, end).stream()
                        .map(each -> each.substring(each.startsWith("> ") ? 2 : 1))
                        .toList();
                blocks.add(new Block.Quote(blocks(quoted, depth + 1)));
                at = end;
            } else if (isItem(line)) {
                at = listing(lines, at, blocks);
            } else {
                int end = paragraphEnd(lines, at, depth);
                blocks.add(new Block.Paragraph(spans(String.join("\n", lines.subList(at, end)))));
                at = end;
            }
        }
        return blocks;
    }

    private List<Span> spans(String text) {
        return new Line(text, mentions).read();
    }

    /// Where the code that begins here ends; a fence that nothing closes is text.
    private static OptionalInt closingFence(List<String> lines, int at) {
        if (!FENCE.matcher(lines.get(at)).matches()) {
            return OptionalInt.empty();
        }
        for (int i = at + 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals("```")) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static int end(List<String> lines, int at, Predicate<String> belongs) {
        int end = at;
        while (end < lines.size() && belongs.test(lines.get(end))) {
            end++;
        }
        return end;
    }

    private static int paragraphEnd(List<String> lines, int at, int depth) {
        int end = at + 1;
        while (end < lines.size() && !lines.get(end).isBlank() && !begins(lines, end, depth)) {
            end++;
        }
        return end;
    }

    private static boolean begins(List<String> lines, int at, int depth) {
        String line = lines.get(at);
        return isItem(line)
                || (line.startsWith(">") && depth < DEEPEST_QUOTE)
                || closingFence(lines, at).isPresent();
    }

    private static boolean isItem(String line) {
        return BULLET.matcher(line).matches() || NUMBER.matcher(line).matches();
    }

    /// Adds the list that begins here and gives back where it ends. Numbers are kept as they were written: a
    /// list whose numbers do not count on is two lists, because people refer to "step 3".
    private int listing(List<String> lines, int at, List<Block> blocks) {
        Optional<Integer> from = number(lines.get(at));
        List<List<Span>> items = new ArrayList<>();
        int end = at;
        while (end < lines.size() && continues(lines.get(end), from, items.size())) {
            int next = end(lines.subList(end + 1, lines.size()), 0, each -> each.startsWith("  ") && !each.isBlank())
                    + end
                    + 1;
            StringBuilder item = new StringBuilder(content(lines.get(end)));
            lines.subList(end + 1, next).forEach(each -> item.append('\n').append(each.strip()));
            items.add(spans(item.toString()));
            end = next;
        }
        blocks.add(new Block.Listing(from, items));
        return end;
    }

    private static boolean continues(String line, Optional<Integer> from, int items) {
        return isItem(line) && number(line).equals(from.map(first -> first + items));
    }

    private static Optional<Integer> number(String line) {
        Matcher counted = NUMBER.matcher(line);
        return counted.matches() ? Optional.of(Integer.parseInt(counted.group(1))) : Optional.empty();
    }

    private static String content(String line) {
        Matcher counted = NUMBER.matcher(line);
        if (counted.matches()) {
            return counted.group(2);
        }
        Matcher bullet = BULLET.matcher(line);
        return bullet.matches() ? bullet.group(1) : line;
    }
}
