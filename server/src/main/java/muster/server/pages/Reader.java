package muster.server.pages;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import muster.crises.SeatCard;
import muster.kernel.Id;
import muster.people.Directory;
import muster.people.Person;

/// For whom a page is written: names as the organisation knows them, times in UTC and on the reader's own clock.
final class Reader {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.UK);

    private final Id me;
    private final Directory directory;
    private final ZoneId zone;
    private final Instant now;
    private final Map<String, String> titles;

    /// @param now crisis time of what the page shows
    Reader(Id me, Directory directory, Instant now) {
        this(me, directory, now, Map.of());
    }

    private Reader(Id me, Directory directory, Instant now, Map<String, String> titles) {
        this.titles = titles;
        this.me = me;
        this.directory = directory;
        this.zone = directory.person(me).map(Person::zone).map(Reader::zone).orElse(ZoneOffset.UTC);
        this.now = now;
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    /// In a crisis, with its own time and its own titles for roles.
    Reader in(Instant time, List<SeatCard> seats) {
        return new Reader(
                me, directory, time, seats.stream().collect(Collectors.toMap(SeatCard::role, SeatCard::title)));
    }

    Instant now() {
        return now;
    }

    Id me() {
        return me;
    }

    String name() {
        return plainName(me);
    }

    private String plainName(Id person) {
        return directory
                .person(person)
                .map(each -> each.name().or("(withheld)"))
                .orElse("somebody");
    }

    /// A name, with what the clock says where that person is.
    String nameAndClock(Id person) {
        Optional<ZoneId> there = directory.person(person).map(Person::zone).map(Reader::zone);
        return name(person)
                + there.map(zone -> " · " + TIME.format(now.atZone(zone))).orElse("");
    }

    String name(Id person) {
        return person.equals(me) ? plainName(person) + " (you)" : plainName(person);
    }

    String names(Collection<Id> persons) {
        return persons.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /// A moment: UTC, because the record is in UTC, and the reader's own time where that is another.
    Html moment(Instant at) {
        return Html.tag("time").with("datetime", at.toString()).holding(clock(at));
    }

    /// A moment with its day and year, in UTC: on paper today is soon another day.
    Html dated(Instant at) {
        return Html.tag("time")
                .with("datetime", at.toString())
                .holding(DATED.format(at.atZone(ZoneOffset.UTC)) + " UTC");
    }

    private String clock(Instant at) {
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        boolean today = utc.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
        String words = (today ? TIME : DAY_TIME).format(utc) + " UTC";
        String own = TIME.format(at.atZone(zone));
        return own.equals(TIME.format(utc)) ? words : words + " (" + own + " for you)";
    }

    /// How long until then, or since.
    String away(Instant at) {
        Duration left = Duration.between(now, at);
        return left.isNegative() ? length(left.negated()) + " ago" : "in " + length(left);
    }

    static String length(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = duration.toHours();
        return hours < 48 ? hours + " h " + minutes % 60 + " min" : duration.toDays() + " days";
    }

    boolean isPast(Instant at) {
        return at.isBefore(now);
    }

    /// `awaiting-verification` and `AWAITING_VERIFICATION` are "Awaiting verification".
    static String words(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Roles as the charter writes them for people.
    String roles(List<String> roles) {
        return roles.isEmpty()
                ? "nobody"
                : roles.stream().map(role -> titles.getOrDefault(role, role)).collect(Collectors.joining(" or "));
    }
}
