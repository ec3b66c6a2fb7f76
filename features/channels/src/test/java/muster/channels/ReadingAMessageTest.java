package muster.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Id;
import muster.kernel.Wire;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAMessageTest {
    private static final Id DANA = Actors.id("dana");
    private static final Id MARCUS = Actors.id("marcus");
    private static final Map<String, Id> MENTIONS = Map.of("dana", DANA, "m.cole", MARCUS);

    @Test
    void lines_make_paragraphs_and_keep_their_breaks() {
        assertThat(read("One.\nTwo.\n\n\nThree."))
                .containsExactly(
                        paragraph(text("One."), new Span.LineBreak(), text("Two.")), paragraph(text("Three.")));
        assertThat(read("One.\r\nTwo.")).isEqualTo(read("One.\nTwo."));
        assertThat(read(" \n\n ")).isEmpty();
    }

    @Test
    void stars_emphasise() {
        assertThat(line("All *three* sites"))
                .containsExactly(text("All "), new Span.Emphasis(List.of(text("three"))), text(" sites"));
        assertThat(line("**Do not** reboot"))
                .containsExactly(new Span.Strong(List.of(text("Do not"))), text(" reboot"));
        assertThat(line("**Do *not* reboot**"))
                .containsExactly(new Span.Strong(
                        List.of(text("Do "), new Span.Emphasis(List.of(text("not"))), text(" reboot"))));
        assertThat(line("(*really*)."))
                .containsExactly(text("("), new Span.Emphasis(List.of(text("really"))), text(")."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2*3*4",
                "rm *.exe and *.dll",
                "*not closed",
                "**not closed",
                "a * b * c",
                "***three***",
                "****",
                "snake_case_name and __init__",
                "C:\\ProgramData\\_svc\\*.tmp",
                "\\\\server\\share",
                "5 > 3",
                "1.5 of 2",
                "-dash",
                "`not closed",
                "``",
                "``two``",
                "@ nobody",
                "mail@dana",
                "@danae",
                "@stranger",
                "[label] (not a link)",
                "[label](not a link)",
                "https://",
                "http:/example.org",
                "xhttps://example.org",
            })
    void what_only_looks_like_it_stays_text(String source) {
        assertThat(line(source)).containsExactly(text(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp; &#x3c;",
                "javascript:alert(1)",
                "[click](javascript:alert(1))",
                "[click](data:text/html,<script>)",
                "[click](//example.org)",
                "[click](/api/crises)",
                "[click](https://)",
                "ftp://example.org/",
                "file:///etc/passwd",
            })
    void hostile_input_stays_text(String source) {
        assertThat(line(source)).containsExactly(text(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@evil.example",
                "https://bank.example@evil.example/",
                "https://b\u0430nk.example/",
                "https://[::1]/",
                "https://exam\\ple.org",
                "https://-/",
            })
    void an_address_that_could_pass_for_another_is_no_link(String source) {
        assertThat(line(source)).noneMatch(Span.Link.class::isInstance);
        assertThat(line("[click](" + source + ")")).noneMatch(Span.Link.class::isInstance);
    }

    @Test
    void a_label_does_not_promise_another_address() {
        assertThat(line("[https://bank.example](https://evil.example)"))
                .containsExactly(
                        text("["), link("https://bank.example"), text("]("), link("https://evil.example"), text(")"));
        assertThat(line("[bank.example](https://evil.example)"))
                .containsExactly(text("[bank.example]("), link("https://evil.example"), text(")"));
    }

    @Test
    void text_is_read_in_the_order_in_which_it_was_written() {
        assertThat(line("rm \u202Efdp.exe\u202C now")).containsExactly(text("rm \uFFFDfdp.exe\uFFFD now"));
        assertThat(line("bell\u0007 and null\u0000")).containsExactly(text("bell\uFFFD and null\uFFFD"));
    }

    @Test
    void addresses_become_links() {
        assertThat(line("See https://example.org/a?b=c#d."))
                .containsExactly(text("See "), link("https://example.org/a?b=c#d"), text("."));
        assertThat(line("(http://example.org:8080/x(1))"))
                .containsExactly(text("("), link("http://example.org:8080/x(1)"), text(")"));
        assertThat(line("HTTPS://EXAMPLE.ORG")).containsExactly(link("HTTPS://EXAMPLE.ORG"));
        assertThat(line("[the advisory](https://example.org/x(1))!"))
                .containsExactly(new Span.Link("https://example.org/x(1)", "the advisory"), text("!"));
    }

    @Test
    void code_is_left_alone() {
        assertThat(line("Run `rm *a* @dana` now"))
                .containsExactly(text("Run "), new Span.Code("rm *a* @dana"), text(" now"));
        assertThat(read("```sh\nls *a*\n\n> x\n```\nDone."))
                .containsExactly(new Block.CodeBlock("ls *a*\n\n> x"), paragraph(text("Done.")));
    }

    @Test
    void code_that_is_not_closed_is_text() {
        assertThat(read("```\nls")).containsExactly(paragraph(text("```"), new Span.LineBreak(), text("ls")));
    }

    @Test
    void mentions_are_those_who_are_meant() {
        assertThat(line("@Dana, ask @m.cole."))
                .containsExactly(
                        new Span.Mention(DANA, "Dana"), text(", ask "), new Span.Mention(MARCUS, "m.cole"), text("."));
        assertThat(line("**@dana**")).containsExactly(new Span.Strong(List.of(new Span.Mention(DANA, "dana"))));
    }

    @Test
    void lists_have_items() {
        assertThat(read("Next:\n- one *now*\n- two\n  and more\n* three"))
                .containsExactly(
                        paragraph(text("Next:")),
                        new Block.Listing(
                                Optional.empty(),
                                List.of(
                                        List.of(text("one "), new Span.Emphasis(List.of(text("now")))),
                                        List.of(text("two"), new Span.LineBreak(), text("and more")),
                                        List.of(text("three")))));
    }

    @Test
    void numbers_stay_what_was_written() {
        assertThat(read("1. one\n2. two\n4) four"))
                .containsExactly(
                        new Block.Listing(Optional.of(1), List.of(List.of(text("one")), List.of(text("two")))),
                        new Block.Listing(Optional.of(4), List.of(List.of(text("four")))));
    }

    @Test
    void quotes_hold_blocks_to_a_depth() {
        assertThat(read("> He said:\n> - stop\n>> never\nNo."))
                .containsExactly(
                        new Block.Quote(List.of(
                                paragraph(text("He said:")),
                                new Block.Listing(Optional.empty(), List.of(List.of(text("stop")))),
                                new Block.Quote(List.of(paragraph(text("never")))))),
                        paragraph(text("No.")));
        assertThat(read(">>>> deep"))
                .containsExactly(new Block.Quote(
                        List.of(new Block.Quote(List.of(new Block.Quote(List.of(paragraph(text("> deep")))))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "**",
                "* ",
                "*a ",
                "**a *b ",
                "`",
                "` ",
                "[",
                "[a](",
                "[a](https://",
                "](",
                ">",
                "> ",
                "- ",
                "1. ",
                "```\n",
                "@",
                "@a",
                "https://",
                "https://a.b/(",
                "\n",
                "\\",
                "\uD83D\uDE00",
                "*a* "
            })
    void nothing_is_lost_and_nothing_is_deep_however_often_it_is_written(String piece) {
        String source = piece.repeat(10_000 / piece.length());
        List<Block> tree = read(source);
        assertThat(Wire.mapper().readTree(Wire.mapper().writeValueAsString(Wrapped.of(tree))))
                .isNotNull();
        assertThat(letters(tree.toString())).isGreaterThanOrEqualTo(letters(source));
    }

    @Test
    void the_tree_on_the_wire_says_what_each_piece_is() {
        assertThat(Wire.tree(Wrapped.of(read("*Hi* @dana"))).toString())
                .isEqualTo("{\"blocks\":[{\"kind\":\"paragraph\",\"spans\":["
                        + "{\"kind\":\"emphasis\",\"spans\":[{\"kind\":\"text\",\"text\":\"Hi\"}]},"
                        + "{\"kind\":\"text\",\"text\":\" \"},"
                        + "{\"kind\":\"mention\",\"person\":\"" + DANA + "\",\"handle\":\"dana\"}]}]}");
    }

    record Wrapped(List<Block> blocks) {
        static Wrapped of(List<Block> blocks) {
            return new Wrapped(blocks);
        }
    }

    private static long letters(String text) {
        return text.chars().filter(c -> c == 'a').count();
    }

    private static List<Block> read(String source) {
        return Markup.read(source, MENTIONS);
    }

    /// The pieces of a message that is one paragraph.
    private static List<Span> line(String source) {
        List<Block> blocks = read(source);
        assertThat(blocks).hasSize(1).first().isInstanceOf(Block.Paragraph.class);
        return ((Block.Paragraph) blocks.getFirst()).spans();
    }

    private static Block paragraph(Span... spans) {
        return new Block.Paragraph(Arrays.asList(spans));
    }

    private static Span text(String text) {
        return new Span.Plain(text);
    }

    private static Span link(String address) {
        return new Span.Link(address, address);
    }
}
