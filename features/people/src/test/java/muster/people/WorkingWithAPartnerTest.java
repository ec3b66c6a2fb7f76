package muster.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class WorkingWithAPartnerTest {
    private static final Id FIRM = Actors.id("firm");

    private final AFrontDesk desk = new AFrontDesk();

    @Test
    void a_partner_is_engaged_on_a_ground_and_for_a_time() {
        desk.clara
                .when(engage(Duration.ofDays(90)))
                .happens(new PeopleEvent.PartnerEngaged(
                        FIRM, Content.of("Hale LLP"), Content.of("Letter of 2 March"), desk.in(Duration.ofDays(90))));

        Partner firm = desk.directory().partner(FIRM).orElseThrow();
        assertThat(firm.name()).isEqualTo(Content.of("Hale LLP"));
        assertThat(firm.until()).isEqualTo(desk.in(Duration.ofDays(90)));
    }

    @Test
    void when_the_engagement_is_over_its_people_are_nobody_here() {
        desk.clara.give(engage(Duration.ofDays(2)));
        judithSignsIn();

        desk.host.after(Duration.ofDays(2).minusMillis(1));
        assertThat(desk.honours("judith")).isTrue();
        desk.host.after(Duration.ofMillis(1));
        assertThat(desk.honours("judith")).isFalse();
    }

    @Test
    void an_engagement_is_cut_short_now_or_made_longer() {
        desk.clara.give(engage(Duration.ofDays(90)));
        judithSignsIn();

        desk.clara
                .when(new PeopleCommand.SetEngagement(FIRM, Optional.empty(), "Conflict of interest."))
                .happens(new PeopleEvent.EngagementSet(
                        FIRM, desk.in(Duration.ZERO), Content.of("Conflict of interest.")));
        assertThat(desk.honours("judith")).isFalse();

        desk.clara.give(new PeopleCommand.SetEngagement(FIRM, Optional.of(desk.in(Duration.ofDays(5))), "Resolved."));
        assertThat(desk.honours("judith")).isTrue();
    }

    @Test
    void an_end_that_is_already_agreed_is_no_change() {
        desk.clara.give(engage(Duration.ofDays(90)));

        desk.clara
                .when(new PeopleCommand.SetEngagement(FIRM, Optional.of(desk.in(Duration.ofDays(90))), "Same."))
                .isRefused("nothing-to-do");
    }

    @Test
    void what_makes_no_sense_is_refused() {
        desk.clara.when(engage(Duration.ZERO)).isRefused("already-over");
        desk.clara
                .when(new PeopleCommand.EngagePartner(Optional.of(FIRM), "", "Letter", desk.in(Duration.ofDays(1))))
                .isRefused("blank");
        desk.clara
                .when(new PeopleCommand.EngagePartner(Optional.of(FIRM), "Hale LLP", " ", desk.in(Duration.ofDays(1))))
                .isRefused("blank");

        desk.clara.give(engage(Duration.ofDays(90)));
        desk.clara.when(engage(Duration.ofDays(90))).isRefused("exists");
        desk.clara
                .when(new PeopleCommand.SetEngagement(FIRM, Optional.of(desk.in(Duration.ZERO)), "Now."))
                .isRefused("already-over");
        desk.clara
                .when(new PeopleCommand.SetEngagement(FIRM, Optional.empty(), ""))
                .isRefused("blank");
        desk.clara
                .when(new PeopleCommand.SetEngagement(Actors.id("a ghost"), Optional.empty(), "Boo."))
                .isUnseen();
    }

    private PeopleCommand.EngagePartner engage(Duration ahead) {
        return new PeopleCommand.EngagePartner(Optional.of(FIRM), "Hale LLP", "Letter of 2 March", desk.in(ahead));
    }

    private void judithSignsIn() {
        PeopleCommand.Add human = AFrontDesk.human("judith");
        desk.clara.give(new PeopleCommand.Add(
                human.person(),
                human.kind(),
                human.name(),
                human.handle(),
                human.zone(),
                human.hours(),
                human.reach(),
                human.owner(),
                human.purpose(),
                Optional.of(FIRM),
                human.engagedUntil()));
        desk.clara.give(AFrontDesk.token("judith", desk.in(Duration.ofDays(30))));
    }
}
