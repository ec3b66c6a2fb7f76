package muster.server.library;

import java.time.Duration;

/// A span of time that is not always the same: `3min to 12min`, or always the same: `5min`.
@Spelled(pattern = "^.+( to .+)?$", example = "3min to 12min")
public record Span(Duration least, Duration most) {
    public Span {
        if (most.compareTo(least) < 0) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public static Span parse(String text) {
        int to = text.indexOf(" to ");
        if (to < 0) {
            Duration always = Spans.parse(text);
            return new Span(always, always);
        }
        return new Span(Spans.parse(text.substring(0, to)), Spans.parse(text.substring(to + 4)));
    }

    /// A whole number of minutes in it.
    ///
    /// @param part from 0 to 1
    public Duration at(double part) {
        long spread = most.minus(least).toMinutes();
        return least.plusMinutes(Math.round(spread * part));
    }
}
