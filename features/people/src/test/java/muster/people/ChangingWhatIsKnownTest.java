package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Actors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangingWhatIsKnownTest {
    private static final Id BACKUP = Actors.id("backup");
    private static final Content<String> REASON = Content.of("It was wrong.");

    private final AFrontDesk desk = new AFrontDesk();

    @BeforeEach
    void there_is_a_service_account() {
        desk.clara.give(AFrontDesk.service("backup", "jonas"));
    }

    @Test
    void each_thing_that_is_different_is_an_event_of_its_own() {
        Hours hours = new Hours("09:00", "17:00", List.of(DayOfWeek.MONDAY));
        List<Reach> reach = List.of(new Reach(Reach.Way.PAGER, "77"));
        Instant until = desk.in(Duration.ofDays(10));

        desk.clara
                .when(new PeopleCommand.Change(
                        BACKUP,
                        Optional.of("Night backup "),
                        Optional.of("night-backup"),
                        Optional.of("Europe/Rome"),
                        Optional.of(hours),
                        Optional.of(reach),
                        Optional.of(Actors.id("clara")),
                        Optional.of("Copies at night."),
                        Optional.of(until),
                        " It was wrong. "))
                .happens(
                        new PeopleEvent.Renamed(BACKUP, Content.of("Night backup"), REASON),
                        new PeopleEvent.HandleChanged(BACKUP, Content.of("night-backup"), REASON),
                        new PeopleEvent.Relocated(BACKUP, "Europe/Rome", REASON),
                        new PeopleEvent.HoursChanged(BACKUP, hours, REASON),
                        new PeopleEvent.ReachChanged(BACKUP, Content.of(reach), REASON),
                        new PeopleEvent.OwnerChanged(BACKUP, Actors.id("clara"), REASON),
                        new PeopleEvent.PurposeChanged(BACKUP, Content.of("Copies at night."), REASON),
                        new PeopleEvent.EngagementChanged(BACKUP, until, REASON));

        Person backup = desk.person("backup");
        assertThat(backup.name()).isEqualTo(Content.of("Night backup"));
        assertThat(backup.handle()).isEqualTo(Content.of("night-backup"));
        assertThat(backup.zone()).isEqualTo("Europe/Rome");
        assertThat(backup.hours()).contains(hours);
        assertThat(backup.reach()).isEqualTo(Content.of(reach));
        assertThat(backup.owner()).contains(Actors.id("clara"));
        assertThat(backup.purpose()).isEqualTo(Content.of("Copies at night."));
        assertThat(backup.engagedUntil()).contains(until);
    }

    @Test
    void what_is_known_already_is_no_change() {
        PeopleCommand.Change same = with(Optional.of("jonas"), Optional.of("jonas"), Optional.of("Europe/Vienna"));

        desk.clara.when(same).isRefused("nothing-to-do");
        desk.clara.when(AFrontDesk.change("jonas")).isRefused("nothing-to-do");
    }

    @Test
    void a_new_name_is_a_new_version_and_a_new_zone_is_not() {
        String before = desk.person("jonas").digest();

        desk.clara.give(with(Optional.empty(), Optional.empty(), Optional.of("Europe/Rome")));
        assertThat(desk.person("jonas").digest()).isEqualTo(before);

        desk.clara.give(with(Optional.of("Jonas Berg"), Optional.empty(), Optional.empty()));
        assertThat(desk.person("jonas").digest()).isNotEqualTo(before);
    }

    @Test
    void one_may_write_ones_own_handle_in_another_case() {
        desk.clara
                .when(with(Optional.empty(), Optional.of("Jonas"), Optional.empty()))
                .happens(new PeopleEvent.HandleChanged(Actors.id("jonas"), Content.of("Jonas"), REASON));
    }

    @Test
    void nobody_changes_somebody_who_was_never_here() {
        desk.clara.when(AFrontDesk.change("a ghost")).isUnseen();
        desk.clara.when(owner("backup", "a ghost")).isUnseen();
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void what_makes_no_sense_is_refused(String code, PeopleCommand.Change wrong) {
        desk.clara.when(wrong).isRefused(code);
    }

    static Stream<Object[]> whatIsWrong() {
        return Stream.of(
                new Object[] {"removed", AFrontDesk.change("vera")},
                new Object[] {"blank", new Reasoned("jonas").because(" ")},
                new Object[] {"too-long", new Reasoned("jonas").because("r".repeat(10_001))},
                new Object[] {"blank", with(Optional.of(""), Optional.empty(), Optional.empty())},
                new Object[] {"handle-taken", with(Optional.empty(), Optional.of("Clara"), Optional.empty())},
                new Object[] {"unknown-zone", with(Optional.empty(), Optional.empty(), Optional.of("Mars/Base"))},
                new Object[] {"human-has-no-owner", owner("jonas", "clara")},
                new Object[] {"owner-cannot-answer", owner("backup", "vera")},
                new Object[] {"needs-purpose", new Reasoned("backup").purpose("")},
                new Object[] {"already-over", new Reasoned("jonas").until(Instant.parse("2026-11-23T14:00:00Z"))});
    }

    private static PeopleCommand.Change with(Optional<String> name, Optional<String> handle, Optional<String> zone) {
        return new PeopleCommand.Change(
                Actors.id("jonas"),
                name,
                handle,
                zone,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "It was wrong.");
    }

    private static PeopleCommand.Change owner(String person, String owner) {
        return new Reasoned(person).change(Optional.of(Actors.id(owner)), Optional.empty(), Optional.empty(), "New.");
    }

    /// A change of one of the other things.
    private record Reasoned(String person) {
        PeopleCommand.Change because(String reason) {
            return change(Optional.empty(), Optional.empty(), Optional.empty(), reason);
        }

        PeopleCommand.Change purpose(String purpose) {
            return change(Optional.empty(), Optional.of(purpose), Optional.empty(), "New.");
        }

        PeopleCommand.Change until(Instant until) {
            return change(Optional.empty(), Optional.empty(), Optional.of(until), "New.");
        }

        PeopleCommand.Change change(
                Optional<Id> owner, Optional<String> purpose, Optional<Instant> until, String reason) {
            return new PeopleCommand.Change(
                    Actors.id(person),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    owner,
                    purpose,
                    until,
                    reason);
        }
    }
}
