package muster.server.pages;

import muster.server.door.Answer;

/// What every page has around it.
final class Layout {
    private final String title;
    private final boolean exercise;

    private Layout(String title, boolean exercise) {
        this.title = title;
        this.exercise = exercise;
    }

    static Layout of(String title) {
        return new Layout(title, false);
    }

    /// A page of an exercise says so on top, in its title and in print.
    Layout exercise(boolean is) {
        return new Layout(title, is);
    }

    Answer page(int status, Html top, Html main) {
        Html head = Html.tag("head")
                .holding(
                        Html.tag("meta").with("charset", "utf-8").empty(),
                        Html.tag("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1")
                                .empty(),
                        Html.tag("meta")
                                .with("name", "color-scheme")
                                .with("content", "light dark")
                                .empty(),
                        Html.tag("title").holding((exercise ? "EXERCISE · " : "") + title + " · Muster"),
                        Html.tag("link")
                                .with("rel", "stylesheet")
                                .with("href", Style.PLACE)
                                .empty());
        Html body = Html.tag("body")
                .holding(
                        exercise
                                ? Html.tag("p", "exercise")
                                        .with("role", "note")
                                        .holding(
                                                Html.tag("strong").holding("EXERCISE"),
                                                Html.text(" Nothing here is real, and nothing leaves it."))
                                : Html.NOTHING,
                        Html.tag("header", "top")
                                .holding(
                                        Html.tag("a", "brand").with("href", "/").holding("Muster"), top),
                        Html.tag("main").holding(main));
        return Answer.html(
                status,
                "<!doctype html>\n" + Html.tag("html").with("lang", "en").holding(head, body));
    }

    /// Who is signed in, and the way out.
    static Html me(String name) {
        return Html.tag("form", "me")
                .with("method", "post")
                .with("action", "/sign-out")
                .holding(
                        Html.tag("span").holding(name),
                        Html.tag("button", "quiet").with("type", "submit").holding("Sign out"));
    }

    /// A part of a page, with its heading.
    static Html section(String heading, String count, Html... inside) {
        return Html.tag("section", "panel")
                .holding(
                        Html.tag("h2")
                                .holding(
                                        Html.text(heading),
                                        count.isEmpty()
                                                ? Html.NOTHING
                                                : Html.tag("span", "count").holding(count)),
                        Html.of(inside));
    }

    static Html paragraph(String looks, String words) {
        return Html.tag("p", looks).holding(words);
    }

    /// A word in a box: the word first, its colour last.
    static Html label(String looks, String word) {
        return Html.tag("span", "tag " + looks).holding(word);
    }
}
