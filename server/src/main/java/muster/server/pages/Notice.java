package muster.server.pages;

import muster.server.door.Answer;

/// Pages that say one thing.
public final class Notice {
    private Notice() {}

    public static Answer of(int status, String heading, String words) {
        return Layout.of(heading)
                .page(
                        status,
                        Html.NOTHING,
                        Html.tag("section", "panel alone")
                                .holding(Html.tag("h1").holding(heading), Layout.paragraph("", words)));
    }

    /// With a button that does something.
    ///
    /// @param action where the button posts to
    public static Answer button(int status, String heading, String words, String action, String verb) {
        return Layout.of(heading)
                .page(
                        status,
                        Html.NOTHING,
                        Html.tag("section", "panel alone")
                                .holding(
                                        Html.tag("h1").holding(heading),
                                        Layout.paragraph("", words),
                                        Html.tag("form")
                                                .with("method", "post")
                                                .with("action", action)
                                                .holding(Html.tag("button", "primary")
                                                        .with("type", "submit")
                                                        .holding(verb))));
    }

    /// With a way to go on.
    static Answer link(int status, String heading, String words, String place, String verb) {
        return Layout.of(heading)
                .page(
                        status,
                        Html.NOTHING,
                        Html.tag("section", "panel alone")
                                .holding(
                                        Html.tag("h1").holding(heading),
                                        Layout.paragraph("", words),
                                        Html.tag("p")
                                                .holding(Html.tag("a")
                                                        .with("href", place)
                                                        .holding(verb))));
    }

    /// For somebody whose cookie did not come along: after a link from elsewhere a browser keeps it back once.
    static Answer signedOut(String place) {
        return link(
                401,
                "You are not signed in",
                "Open your sign-in link, or ask whoever runs Muster here for one. If you are signed in and came here by a"
                        + " link from elsewhere, go on:",
                place,
                "Continue");
    }
}
