package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Actor;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Actors;
import muster.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningInTest {
    private static final Id JONAS = Actors.id("jonas");
    private static final Id LINK = Actors.id("a link");
    private static final Id SESSION = Actors.id("a new session");

    private final AFrontDesk desk = new AFrontDesk();
    private final Scenario door = desk.host.as(new Actor.Operator("link"));

    @Test
    void a_token_signs_in_by_nothing_but_the_word_of_the_host() {
        Instant until = desk.in(Duration.ofHours(8));

        desk.host
                .when(token(JONAS, SESSION, until, Optional.empty()))
                .happens(new PeopleEvent.SessionOpened(JONAS, SESSION, List.of("operator"), until));

        assertThat(honoured("operator")).isTrue();
        assertThat(honoured("hwk")).isFalse();
    }

    @Test
    void the_host_says_how_somebody_was_authenticated() {
        Optional<List<String>> withKey = Optional.of(List.of("hwk", "user"));

        desk.host.give(token(JONAS, SESSION, desk.in(Duration.ofHours(8)), withKey));

        assertThat(honoured("hwk")).isTrue();
    }

    @Test
    void nobody_else_says_how_somebody_was_authenticated() {
        Optional<List<String>> withKey = Optional.of(List.of("hwk"));

        desk.clara
                .when(token(JONAS, SESSION, desk.in(Duration.ofHours(8)), withKey))
                .isForbidden();
    }

    @Test
    void whoever_has_the_right_vouches_for_somebody() {
        desk.clara
                .when(token(JONAS, SESSION, desk.in(Duration.ofHours(8)), Optional.empty()))
                .happens(PeopleEvent.SessionOpened.class);
    }

    @Test
    void a_link_signs_in_once_and_for_twelve_hours() {
        desk.clara.give(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofMinutes(30))));

        door.when(new PeopleCommand.RedeemLink(LINK, SESSION))
                .happens(
                        new PeopleEvent.LinkRedeemed(LINK, SESSION),
                        new PeopleEvent.SessionOpened(JONAS, SESSION, List.of("link"), desk.in(Duration.ofHours(12))));

        assertThat(honoured("link")).isTrue();
        door.when(new PeopleCommand.RedeemLink(LINK, Actors.id("another session")))
                .isRefused("link-used");
    }

    @Test
    void a_link_is_used_in_time_or_not_at_all() {
        desk.clara.give(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofMinutes(30))));
        desk.host.after(Duration.ofMinutes(30));

        door.when(new PeopleCommand.RedeemLink(LINK, SESSION)).isRefused("link-over");
    }

    @Test
    void a_link_opens_no_session_that_there_was() {
        desk.clara.give(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofMinutes(30))));

        door.when(new PeopleCommand.RedeemLink(LINK, Actors.id("clara's session")))
                .isRefused("exists");
    }

    @Test
    void a_link_of_somebody_who_left_is_worth_nothing() {
        desk.clara.give(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofMinutes(30))));
        desk.clara.give(new PeopleCommand.Remove(JONAS, "Left."));

        door.when(new PeopleCommand.RedeemLink(LINK, SESSION)).isRefused("removed");
    }

    @Test
    void a_link_nobody_issued_is_not_talked_about() {
        door.when(new PeopleCommand.RedeemLink(LINK, SESSION)).isUnseen();
    }

    @Test
    void only_the_host_uses_links() {
        desk.clara.give(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofMinutes(30))));

        desk.clara.when(new PeopleCommand.RedeemLink(LINK, SESSION)).isForbidden();
    }

    @Test
    void one_ends_ones_own_session() {
        Id own = Actors.id("jonas's session");

        desk.jonas
                .when(new PeopleCommand.EndSession(own, "Going home."))
                .happens(new PeopleEvent.SessionEnded(own, Content.of("Going home.")));

        assertThat(desk.honours("jonas")).isFalse();
        desk.jonas.when(new PeopleCommand.EndSession(own, "Again.")).isUnseen();
        desk.host.when(new PeopleCommand.EndSession(own, "Again.")).isRefused("session-over");
    }

    @Test
    void nobody_ends_the_session_of_another_without_the_right() {
        Id other = Actors.id("clara's session");

        desk.jonas.when(new PeopleCommand.EndSession(other, "Out.")).isForbidden();
        desk.clara
                .when(new PeopleCommand.EndSession(Actors.id("jonas's session"), "Out."))
                .happens(PeopleEvent.SessionEnded.class);
    }

    @Test
    void a_session_that_has_run_out_is_not_ended_again() {
        desk.host.after(Duration.ofDays(30));

        desk.host
                .when(new PeopleCommand.EndSession(Actors.id("jonas's session"), "Late."))
                .isRefused("session-over");
    }

    @Test
    void a_session_ends_for_a_reason() {
        desk.clara
                .when(new PeopleCommand.EndSession(Actors.id("jonas's session"), " "))
                .isRefused("blank");
    }

    @Test
    void a_session_nobody_opened_is_not_talked_about() {
        desk.clara.when(new PeopleCommand.EndSession(SESSION, "Out.")).isUnseen();
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void what_makes_no_sense_is_refused(String code, PeopleCommand wrong) {
        desk.host.when(wrong).isRefused(code);
    }

    static Stream<Object[]> whatIsWrong() {
        Instant now = Instant.parse("2026-11-23T14:00:00Z");
        Instant soon = now.plus(Duration.ofHours(1));
        Instant late = now.plus(Duration.ofDays(366)).plusMillis(1);
        Id vera = Actors.id("vera");
        return Stream.of(
                new Object[] {"removed", token(vera, SESSION, soon, Optional.empty())},
                new Object[] {"exists", token(JONAS, Actors.id("vera's session"), soon, Optional.empty())},
                new Object[] {"bad-amr", token(JONAS, SESSION, soon, Optional.of(List.of()))},
                new Object[] {"bad-amr", token(JONAS, SESSION, soon, Optional.of(List.of("Hardware Key")))},
                new Object[] {"already-over", token(JONAS, SESSION, now, Optional.empty())},
                new Object[] {"too-far", token(JONAS, SESSION, late, Optional.empty())},
                new Object[] {"removed", new PeopleCommand.IssueLink(vera, LINK, soon)},
                new Object[] {"already-over", new PeopleCommand.IssueLink(JONAS, LINK, now)},
                new Object[] {"too-far", new PeopleCommand.IssueLink(JONAS, LINK, late)});
    }

    @Test
    void a_link_is_issued_once() {
        desk.clara.give(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofMinutes(30))));

        desk.clara
                .when(new PeopleCommand.IssueLink(JONAS, LINK, desk.in(Duration.ofHours(1))))
                .isRefused("exists");
    }

    @Test
    void nobody_is_signed_in_whose_engagement_is_over() {
        desk.clara.give(new PeopleCommand.EngagePartner(
                Optional.of(Actors.id("firm")), "Firm", "Letter", desk.in(Duration.ofDays(1))));
        PeopleCommand.Add mei = AFrontDesk.human("mei");
        desk.clara.give(new PeopleCommand.Add(
                mei.person(),
                mei.kind(),
                "Mei",
                "mei",
                mei.zone(),
                mei.hours(),
                mei.reach(),
                mei.owner(),
                mei.purpose(),
                Optional.of(Actors.id("firm")),
                Optional.empty()));
        desk.clara.give(new PeopleCommand.IssueLink(Actors.id("mei"), LINK, desk.in(Duration.ofDays(2))));
        desk.host.after(Duration.ofDays(1));

        desk.host
                .when(token(Actors.id("mei"), SESSION, desk.in(Duration.ofDays(1)), Optional.empty()))
                .isRefused("engagement-over");
        desk.host
                .when(new PeopleCommand.IssueLink(Actors.id("mei"), SESSION, desk.in(Duration.ofDays(1))))
                .isRefused("engagement-over");
        door.when(new PeopleCommand.RedeemLink(LINK, SESSION)).isRefused("engagement-over");
    }

    private boolean honoured(String amr) {
        return desk.directory().honours(Actors.responder(JONAS, SESSION, amr), desk.host.now());
    }

    private static PeopleCommand.IssueToken token(Id person, Id session, Instant until, Optional<List<String>> amr) {
        return new PeopleCommand.IssueToken(person, session, until, amr);
    }
}
