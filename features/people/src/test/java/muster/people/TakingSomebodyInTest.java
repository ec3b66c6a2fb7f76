package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TakingSomebodyInTest {
    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void a_person_is_in_the_directory_with_everything_that_was_said() {
        Hours hours = new Hours("22:00", "06:00", List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
        List<Reach> reach = List.of(new Reach(Reach.Way.PHONE, "+43 1 5550101"), new Reach(Reach.Way.TEXT, "5550102"));
        Instant until = desk.in(Duration.ofDays(90));

        desk.clara
                .when(new PeopleCommand.Add(
                        Optional.of(Actors.id("mei")),
                        Person.Kind.HUMAN,
                        " Mei Tanaka ",
                        "Mei.T",
                        "Asia/Tokyo",
                        Optional.of(hours),
                        reach,
                        Optional.empty(),
                        Optional.of("Night shift"),
                        Optional.empty(),
                        Optional.of(until)))
                .happens(new PeopleEvent.Added(
                        Actors.id("mei"),
                        Person.Kind.HUMAN,
                        Content.of("Mei Tanaka"),
                        Content.of("Mei.T"),
                        "Asia/Tokyo",
                        Optional.of(hours),
                        Content.of(reach),
                        Optional.empty(),
                        Content.of("Night shift"),
                        Optional.empty(),
                        Optional.of(until)));

        Person mei = desk.person("mei");
        assertThat(mei.isHuman() && mei.active()).isTrue();
        assertThat(mei.hours()).contains(hours);
        assertThat(mei.engagedUntil()).contains(until);
        assertThat(desk.directory().withHandle("mei.t")).contains(mei);
    }

    @Test
    void whoever_comes_without_an_id_gets_one() {
        PeopleCommand.Add mei = AFrontDesk.human("mei");
        desk.clara.give(new Candidate(mei).id(Optional.empty()));

        Person taken = desk.directory().withHandle("mei").orElseThrow();
        assertThat(taken.id()).isNotEqualTo(Actors.id("mei"));
    }

    @Test
    void a_service_account_has_an_owner_and_a_purpose() {
        desk.clara.give(AFrontDesk.service("backup", "jonas"));

        Person backup = desk.person("backup");
        assertThat(backup.isHuman()).isFalse();
        assertThat(backup.owner()).contains(Actors.id("jonas"));
        assertThat(backup.purpose()).isEqualTo(Content.of("Copies what it is told to."));
    }

    @Test
    void the_handle_of_somebody_who_left_is_free_again() {
        desk.clara.give(new Candidate(AFrontDesk.human("veronica")).handle("vera"));

        assertThat(desk.directory().withHandle("vera").map(Person::id)).contains(Actors.id("veronica"));
    }

    @Test
    void an_owner_nobody_knows_is_not_talked_about() {
        desk.clara.when(AFrontDesk.service("backup", "a ghost")).isUnseen();
    }

    @Test
    void a_partner_nobody_knows_is_not_talked_about() {
        desk.clara
                .when(new Candidate(AFrontDesk.human("mei")).partner(Actors.id("a ghost firm")))
                .isUnseen();
    }

    @Test
    void nobody_comes_from_a_partner_whose_engagement_is_over() {
        desk.clara.give(new PeopleCommand.EngagePartner(
                Optional.of(Actors.id("firm")), "Firm", "Letter", desk.in(Duration.ofDays(1))));
        desk.host.after(Duration.ofDays(1));

        desk.clara
                .when(new Candidate(AFrontDesk.human("mei")).partner(Actors.id("firm")))
                .isRefused("engagement-over");
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void what_makes_no_sense_is_refused(String code, PeopleCommand.Add wrong) {
        desk.clara.when(wrong).isRefused(code);
    }

    static Stream<Object[]> whatIsWrong() {
        Candidate mei = new Candidate(AFrontDesk.human("mei"));
        Candidate backup = new Candidate(AFrontDesk.service("backup", "jonas"));
        List<Reach> blank = List.of(new Reach(Reach.Way.MAIL, " "));
        List<Reach> many = Collections.nCopies(21, new Reach(Reach.Way.PHONE, "1"));
        return Stream.of(
                new Object[] {"exists", AFrontDesk.human("jonas")},
                new Object[] {"exists", new Candidate(AFrontDesk.human("vera")).handle("vera-again")},
                new Object[] {"blank", mei.name("  ")},
                new Object[] {"blank", mei.reach(blank)},
                new Object[] {"too-long", mei.name("m".repeat(201))},
                new Object[] {"too-long", mei.purpose(Optional.of("p".repeat(10_001)))},
                new Object[] {"bad-handle", mei.handle("")},
                new Object[] {"bad-handle", mei.handle("@mei")},
                new Object[] {"bad-handle", mei.handle("mei tanaka")},
                new Object[] {"bad-handle", mei.handle("mei.")},
                new Object[] {"bad-handle", mei.handle("m".repeat(41))},
                new Object[] {"handle-taken", mei.handle("JONAS")},
                new Object[] {"unknown-zone", mei.zone("Europe/Atlantis")},
                new Object[] {"too-many-ways", mei.reach(many)},
                new Object[] {"human-has-no-owner", mei.owner(Optional.of(Actors.id("jonas")))},
                new Object[] {"needs-owner", backup.owner(Optional.empty())},
                new Object[] {"owner-cannot-answer", backup.owner(Optional.of(Actors.id("vera")))},
                new Object[] {"needs-purpose", backup.purpose(Optional.empty())},
                new Object[] {"already-over", mei.engagedUntil(Instant.parse("2026-11-23T13:59:59Z"))});
    }

    @Test
    void a_service_account_does_not_answer_for_another() {
        desk.clara.give(AFrontDesk.service("backup", "jonas"));

        desk.clara.when(AFrontDesk.service("restore", "backup")).isRefused("owner-cannot-answer");
    }

    @Test
    void hours_are_times_of_a_day() {
        assertThat(new Hours("08:30", "17:00", List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.FRIDAY)).days())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hours("8:30", "17:00", List.of()));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hours("08:30", "24:00", List.of()));
    }

    /// Somebody who could be taken in but for one thing.
    private record Candidate(PeopleCommand.Add of) {
        PeopleCommand.Add id(Optional<Id> id) {
            return with(id, of.name(), of.handle(), of.zone(), of.reach(), of.owner(), of.purpose());
        }

        PeopleCommand.Add name(String name) {
            return with(of.person(), name, of.handle(), of.zone(), of.reach(), of.owner(), of.purpose());
        }

        PeopleCommand.Add handle(String handle) {
            return with(of.person(), of.name(), handle, of.zone(), of.reach(), of.owner(), of.purpose());
        }

        PeopleCommand.Add zone(String zone) {
            return with(of.person(), of.name(), of.handle(), zone, of.reach(), of.owner(), of.purpose());
        }

        PeopleCommand.Add reach(List<Reach> reach) {
            return with(of.person(), of.name(), of.handle(), of.zone(), reach, of.owner(), of.purpose());
        }

        PeopleCommand.Add owner(Optional<Id> owner) {
            return with(of.person(), of.name(), of.handle(), of.zone(), of.reach(), owner, of.purpose());
        }

        PeopleCommand.Add purpose(Optional<String> purpose) {
            return with(of.person(), of.name(), of.handle(), of.zone(), of.reach(), of.owner(), purpose);
        }

        PeopleCommand.Add partner(Id partner) {
            return new PeopleCommand.Add(
                    of.person(),
                    of.kind(),
                    of.name(),
                    of.handle(),
                    of.zone(),
                    of.hours(),
                    of.reach(),
                    of.owner(),
                    of.purpose(),
                    Optional.of(partner),
                    of.engagedUntil());
        }

        PeopleCommand.Add engagedUntil(Instant until) {
            return new PeopleCommand.Add(
                    of.person(),
                    of.kind(),
                    of.name(),
                    of.handle(),
                    of.zone(),
                    of.hours(),
                    of.reach(),
                    of.owner(),
                    of.purpose(),
                    of.partner(),
                    Optional.of(until));
        }

        private PeopleCommand.Add with(
                Optional<Id> id,
                String name,
                String handle,
                String zone,
                List<Reach> reach,
                Optional<Id> owner,
                Optional<String> purpose) {
            return new PeopleCommand.Add(
                    id,
                    of.kind(),
                    name,
                    handle,
                    zone,
                    of.hours(),
                    reach,
                    owner,
                    purpose,
                    of.partner(),
                    of.engagedUntil());
        }
    }
}
