package muster.people;

import java.time.DayOfWeek;
import java.util.List;

/// When somebody usually works, in the time of their own zone.
///
/// @param from `08:30`
/// @param to `17:00`; before `from` where the shift ends the next day
/// @param days on which the shift begins
public record Hours(String from, String to, List<DayOfWeek> days) {
    public Hours {
        days = days.stream().sorted().distinct().toList();
        if (!isTime(from) || !isTime(to)) {
            throw new IllegalArgumentException("hours are written like 08:30");
        }
    }

    private static boolean isTime(String text) {
        return text.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
    }
}
