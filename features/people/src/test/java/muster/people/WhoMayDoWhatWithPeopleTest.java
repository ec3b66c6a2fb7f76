package muster.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import muster.kernel.Actor;
import muster.kernel.Id;
import muster.testing.Actors;
import muster.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command, asked by the host, by clara with the right to, and by jonas with none; about mei, who is
/// none of them.
class WhoMayDoWhatWithPeopleTest {
    private static final Instant SOON = Instant.parse("2026-11-23T15:00:00Z");
    private static final Id MEI = Actors.id("mei");

    private final AFrontDesk desk = new AFrontDesk();

    WhoMayDoWhatWithPeopleTest() {
        desk.host.give(AFrontDesk.human("mei"));
        desk.host.give(AFrontDesk.token("mei", SOON));
        desk.host.give(new PeopleCommand.IssueLink(MEI, Actors.id("a link"), SOON));
        desk.host.give(new PeopleCommand.SetAbsence(MEI, SOON, SOON.plusSeconds(1)));
        desk.host.give(new PeopleCommand.EngagePartner(Optional.of(Actors.id("firm")), "Firm", "Letter", SOON));
    }

    static List<PeopleCommand> byRight() {
        PeopleCommand.Change renamed = new PeopleCommand.Change(
                MEI,
                Optional.of("Mei Tanaka"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Typo.");
        return List.of(
                AFrontDesk.human("tom"),
                renamed,
                new PeopleCommand.Remove(MEI, "Left."),
                new PeopleCommand.EngagePartner(Optional.empty(), "Other firm", "Letter", SOON),
                new PeopleCommand.SetEngagement(Actors.id("firm"), Optional.empty(), "Over."),
                new PeopleCommand.IssueToken(MEI, Actors.id("new"), SOON, Optional.empty()),
                new PeopleCommand.IssueLink(MEI, Actors.id("new"), SOON),
                new PeopleCommand.EndSession(Actors.id("mei's session"), "Out."),
                new PeopleCommand.SetAbsence(MEI, SOON.plusSeconds(5), SOON.plusSeconds(6)),
                new PeopleCommand.CancelAbsence(MEI, SOON));
    }

    static List<PeopleCommand> byTheHostOnly() {
        return List.of(
                new PeopleCommand.RedeemLink(Actors.id("a link"), Actors.id("new")),
                new PeopleCommand.IssueToken(MEI, Actors.id("new"), SOON, Optional.of(List.of("hwk"))));
    }

    @ParameterizedTest
    @MethodSource("byRight")
    void the_host_and_whoever_has_the_right(PeopleCommand command) {
        desk.jonas.when(command).isForbidden();
        stranger().when(command).isUnseen();
        desk.clara.give(command);
    }

    @ParameterizedTest
    @MethodSource({"byRight", "byTheHostOnly"})
    void the_host(PeopleCommand command) {
        desk.host.give(command);
    }

    @ParameterizedTest
    @MethodSource("byTheHostOnly")
    void nobody_but_the_host(PeopleCommand command) {
        desk.jonas.when(command).isForbidden();
        desk.clara.when(command).isForbidden();
    }

    @Test
    void whoever_may_not_is_told_who_may() {
        desk.jonas.when(AFrontDesk.human("tom")).isForbidden().saysWhoCan(Actors.id("clara"));
        desk.jonas
                .when(new PeopleCommand.EndSession(Actors.id("mei's session"), "Out."))
                .isForbidden()
                .saysWhoCan(Actors.id("clara"), MEI);
    }

    @Test
    void a_right_is_lost_with_the_session_it_was_used_in() {
        desk.clara.give(new PeopleCommand.EndSession(Actors.id("clara's session"), "Done."));

        desk.clara.when(AFrontDesk.human("tom")).isUnseen();
    }

    @Test
    void a_right_is_lost_when_the_session_runs_out() {
        desk.host.after(Duration.ofDays(30));

        desk.clara.when(AFrontDesk.human("tom")).isUnseen();
    }

    private Scenario stranger() {
        Actor.Responder stranger = Actors.responder("a stranger");
        return desk.host.as(stranger);
    }
}
