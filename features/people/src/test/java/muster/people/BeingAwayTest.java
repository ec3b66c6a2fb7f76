package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import muster.testing.Actors;
import muster.testing.Then;
import org.junit.jupiter.api.Test;

class BeingAwayTest {
    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void one_says_oneself_when_one_is_away() {
        away(10, 12).happens(new PeopleEvent.AbsenceSet(Actors.id("jonas"), day(10), day(12)));
        away(2, 3);

        assertThat(desk.person("jonas").absences())
                .containsExactly(new Absence(day(2), day(3)), new Absence(day(10), day(12)));
    }

    @Test
    void nobody_says_it_for_another_without_the_right() {
        PeopleCommand.SetAbsence clara = new PeopleCommand.SetAbsence(Actors.id("clara"), day(1), day(2));

        desk.jonas.when(clara).isForbidden();
        desk.host.when(clara).happens(PeopleEvent.AbsenceSet.class);
    }

    @Test
    void an_absence_may_have_begun_but_not_be_over() {
        away(-2, 1).happens(PeopleEvent.AbsenceSet.class);
        desk.clara
                .when(new PeopleCommand.SetAbsence(Actors.id("clara"), day(-2), day(0)))
                .isRefused("already-over");
    }

    @Test
    void an_absence_ends_after_it_begins() {
        desk.clara
                .when(new PeopleCommand.SetAbsence(Actors.id("clara"), day(2), day(2)))
                .isRefused("ends-before-it-begins");
    }

    @Test
    void one_is_not_away_twice_at_once() {
        away(10, 12);

        desk.host
                .when(new PeopleCommand.SetAbsence(Actors.id("jonas"), day(11), day(13)))
                .isRefused("overlaps");
        away(12, 13).happens(PeopleEvent.AbsenceSet.class);
    }

    @Test
    void an_absence_is_taken_back() {
        away(10, 12);
        away(20, 21);

        desk.jonas
                .when(new PeopleCommand.CancelAbsence(Actors.id("jonas"), day(10)))
                .happens(new PeopleEvent.AbsenceCancelled(Actors.id("jonas"), day(10)));
        assertThat(desk.person("jonas").absences()).containsExactly(new Absence(day(20), day(21)));
    }

    @Test
    void an_absence_nobody_noted_is_not_taken_back() {
        away(10, 12);

        desk.clara
                .when(new PeopleCommand.CancelAbsence(Actors.id("jonas"), day(11)))
                .isRefused("no-such-absence");
        desk.clara
                .when(new PeopleCommand.CancelAbsence(Actors.id("a ghost"), day(10)))
                .isUnseen();
    }

    @Test
    void whoever_left_is_not_away() {
        desk.clara
                .when(new PeopleCommand.SetAbsence(Actors.id("vera"), day(1), day(2)))
                .isRefused("removed");
        desk.clara
                .when(new PeopleCommand.CancelAbsence(Actors.id("vera"), day(1)))
                .isRefused("removed");
        desk.clara
                .when(new PeopleCommand.SetAbsence(Actors.id("a ghost"), day(1), day(2)))
                .isUnseen();
    }

    private Then away(int from, int until) {
        return desk.jonas.when(new PeopleCommand.SetAbsence(Actors.id("jonas"), day(from), day(until)));
    }

    private Instant day(int ahead) {
        return desk.in(Duration.ofDays(ahead));
    }
}
