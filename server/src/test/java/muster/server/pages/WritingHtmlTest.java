package muster.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritingHtmlTest {
    @Test
    void a_text_cannot_become_markup() {
        assertThat(Html.text("<b>&\"'</b>")).hasToString("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
    }

    @Test
    void an_attribute_cannot_end_early() {
        assertThat(Html.tag("p").with("id", "\"><script>").holding("x"))
                .hasToString("<p id=\"&quot;&gt;&lt;script&gt;\">x</p>");
    }

    @Test
    void what_turns_the_words_around_it_is_taken_out() {
        assertThat(Html.text("safe\u202egpj.exe")).hasToString("safe\ufffdgpj.exe");
        assertThat(Html.text("a\u0000b\u2066c")).hasToString("a\ufffdb\ufffdc");
        assertThat(Html.text("Lúcia 日本 \uD83D\uDE00")).hasToString("Lúcia 日本 \uD83D\uDE00");
    }

    @Test
    void elements_hold_each_other() {
        assertThat(Html.tag("p", "a b").holding(Html.text("1"), Html.tag("br").empty()))
                .hasToString("<p class=\"a b\">1<br></p>");
    }
}
