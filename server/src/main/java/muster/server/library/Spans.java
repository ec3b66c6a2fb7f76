package muster.server.library;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spans of time as people write them in files: `30s`, `15 min`, `1h 30min`, `2d`; ISO 8601 (`PT15M`) is read
/// too.
public final class Spans {
    /// What the JSON Schema says of them.
    static final String PATTERN = "^(\\d+ ?(d|h|min|m|s)( ?\\d+ ?(h|min|m|s))*|P[0-9DTHMS.]+)$";

    private static final Pattern PART = Pattern.compile("(\\d{1,9}) ?(d|h|min|m|s) ?");

    private Spans() {}

    /// @throws IllegalArgumentException with a sentence, if it is none
    public static Duration parse(String text) {
        if (text.startsWith("P")) {
            return iso(text);
        }
        Matcher part = PART.matcher(text);
        Duration span = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            span = span.plus(of(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        if (end == 0 || end != text.length() || text.endsWith(" ")) {
            throw new IllegalArgumentException("is not a span of time such as 30s, 15min, 1h 30min or 2d");
        }
        return span;
    }

    private static Duration of(long count, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is not a span of time such as 30s, 15min, 1h 30min or 2d", e);
        }
    }

    /// In the shortest words: `1h 30min`.
    public static String text(Duration span) {
        StringBuilder text = new StringBuilder();
        add(text, span.toDaysPart(), "d");
        add(text, span.toHoursPart(), "h");
        add(text, span.toMinutesPart(), "min");
        add(text, span.toSecondsPart(), "s");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void add(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(text.isEmpty() ? "" : " ").append(count).append(unit);
        }
    }
}
