package muster.server.library;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hours of a week in the zone of whoever keeps them: `Mon-Fri 08:30-17:30`, `Sun-Thu 22:00-06:00`, or for
/// every day `23:00-07:00`.
///
/// @param to before `from` where it ends the next day
/// @param days on which it begins
@Spelled(
        pattern = "^((Mon|Tue|Wed|Thu|Fri|Sat|Sun)(-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? )?\\d\\d:\\d\\d-\\d\\d:\\d\\d$",
        example = "Mon-Fri 08:30-17:30")
public record Week(LocalTime from, LocalTime to, List<DayOfWeek> days) {
    private static final Pattern FORM =
            Pattern.compile("(?:([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))? )?(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    public Week {
        days = List.copyOf(days);
        if (from.equals(to)) {
            throw new IllegalArgumentException("begins and ends at the same time");
        }
    }

    public static Week parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not written like Mon-Fri 08:30-17:30 or 23:00-07:00");
        }
        DayOfWeek first = form.group(1) == null ? DayOfWeek.MONDAY : day(form.group(1));
        DayOfWeek last = form.group(1) == null ? DayOfWeek.SUNDAY : form.group(2) == null ? first : day(form.group(2));
        List<DayOfWeek> days = new ArrayList<>(List.of(first));
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return new Week(time(form.group(3)), time(form.group(4)), days);
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(text.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException(text + " is not a day; write Mon, Tue, Wed, Thu, Fri, Sat or Sun");
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text + " is not a time of day", e);
        }
    }

    /// Whether a moment falls into it.
    public boolean holds(ZonedDateTime at) {
        LocalTime time = at.toLocalTime();
        if (from.isBefore(to)) {
            return days.contains(at.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
        }
        return (!time.isBefore(from) && days.contains(at.getDayOfWeek()))
                || (time.isBefore(to) && days.contains(at.getDayOfWeek().minus(1)));
    }

    /// When the hours around a moment end; the moment itself where there are none.
    public ZonedDateTime endAround(ZonedDateTime at) {
        if (!holds(at)) {
            return at;
        }
        ZonedDateTime end = at.with(to);
        return end.isAfter(at) ? end : at.plusDays(1).with(to);
    }
}
