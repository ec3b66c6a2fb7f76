package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import muster.kernel.Actor;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class HonouringASessionTest {
    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void a_session_is_good_until_its_end_and_not_a_moment_longer() {
        Instant end = desk.in(Duration.ofDays(30));
        Actor.Responder jonas = Actors.responder("jonas");

        assertThat(desk.directory().honours(jonas, end.minusMillis(1))).isTrue();
        assertThat(desk.directory().honours(jonas, end)).isFalse();
    }

    @Test
    void nobody_uses_the_session_of_another() {
        Actor.Responder borrowed = Actors.responder(Actors.id("jonas"), Actors.id("clara's session"), "operator");

        assertThat(desk.directory().honours(borrowed, desk.host.now())).isFalse();
    }

    @Test
    void a_session_nobody_opened_is_nobodys() {
        Actor.Responder made = Actors.responder(Actors.id("jonas"), Actors.id("no session"), "operator");

        assertThat(desk.directory().honours(made, desk.host.now())).isFalse();
    }

    @Test
    void nobody_claims_to_have_signed_in_more_strongly_than_they_did() {
        Actor.Responder stronger = Actors.signedInBy(Actors.responder("jonas"), "operator", "hwk");

        assertThat(desk.directory().honours(stronger, desk.host.now())).isFalse();
    }

    @Test
    void whoever_left_is_nobody_here() {
        assertThat(desk.honours("vera")).isFalse();
    }

    @Test
    void an_engagement_ends_by_itself() {
        Instant end = desk.in(Duration.ofDays(2));
        desk.clara.give(new PeopleCommand.Change(
                Actors.id("jonas"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(end),
                "Contract ends."));

        assertThat(desk.honours("jonas")).isTrue();
        desk.host.at(end);
        assertThat(desk.honours("jonas")).isFalse();
        desk.jonas
                .when(new PeopleCommand.EndSession(Actors.id("jonas's session"), "Bye."))
                .isUnseen();
    }

    @Test
    void a_service_account_is_somebody_only_while_its_owner_is() {
        desk.clara.give(AFrontDesk.human("mei"));
        desk.clara.give(AFrontDesk.service("backup", "mei"));
        desk.clara.give(AFrontDesk.token("backup", desk.in(Duration.ofDays(30))));
        Instant end = desk.in(Duration.ofDays(2));
        desk.clara.give(new PeopleCommand.Change(
                Actors.id("mei"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(end),
                "Contract ends."));

        assertThat(desk.honours("backup")).isTrue();
        desk.host.at(end);
        assertThat(desk.honours("backup")).isFalse();
    }
}
