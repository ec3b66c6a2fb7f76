package muster.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import muster.kernel.Actor;
import muster.kernel.Clearance;
import muster.kernel.HeldSeat;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Standing;
import muster.kernel.StreamId;
import muster.people.PeopleCommand;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpeakingForTheOrganisationTest {
    private static final List<String> RIGHTS = List.of(
            "crises.open",
            "crises.close",
            "charter.propose",
            "charter.approve",
            "charter.withdraw",
            "people.add",
            "tasks.offer");

    private final AnOrganisation org = AnOrganisation.alone();
    private final OrganisationAuthority authority = new OrganisationAuthority();

    /// Which of [#RIGHTS] everybody has, in that order; a dot where they have it not. tasks.offer counts here
    /// only because rights are those of the roles, wherever they are used.
    static Stream<Object[]> table() {
        return Stream.of(
                row("dana", "open close propose approve withdraw . offer"),
                row("nadia", "open close propose . . . offer"),
                row("marcus", "open close propose approve withdraw . offer"),
                row("priya", "open close . approve . . offer"),
                row("omar", "open . . approve . . offer"),
                row("helen", "open close . approve . . ."),
                row("george", ". . propose . . . offer"),
                row("lucia", ". . . . . . ."),
                row("kenji", ". . . . . add offer"),
                row("amara", ". . . . . add offer"),
                row("tomas", ". . . . . . ."),
                row("judith", ". . . . . . ."),
                row("soar", ". . . . . . ."));
    }

    private static Object[] row(String name, String has) {
        return new Object[] {name, List.of(has.split(" "))};
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("table")
    void everybody_has_the_rights_of_their_roles_and_no_others(String name, List<String> has) {
        Standing standing = standing(org.actor(name));
        List<String> found = new ArrayList<>();
        for (String right : RIGHTS) {
            found.add(standing.has(right) ? right.substring(right.indexOf('.') + 1) : ".");
            assertThat(authority
                            .withRight(right, readings(), org.scenario().now())
                            .contains(org.id(name)))
                    .as("%s is named as somebody with the right %s", name, right)
                    .isEqualTo(standing.has(right));
        }
        assertThat(found).isEqualTo(has);
    }

    @Test
    void there_is_a_row_for_everybody() {
        assertThat(table().map(row -> row[0])).isEqualTo(List.copyOf(AnOrganisation.everybody()));
    }

    @Test
    void a_holder_speaks_for_themselves_and_a_deputy_for_the_holder() {
        assertThat(standing(org.actor("dana")).seats())
                .containsExactly(
                        new HeldSeat("incident-lead", Optional.empty(), Optional.empty()),
                        new HeldSeat("ciso", Optional.of(org.id("marcus")), Optional.empty()));
    }

    @Test
    void a_role_that_speaks_only_in_crises_counts_for_nothing_here() {
        Standing tomas = standing(org.actor("tomas"));

        assertThat(tomas.member()).isTrue();
        assertThat(tomas.seats()).isEmpty();
        assertThat(tomas.rights()).isEmpty();
        assertThat(authority.inRole(
                        "infrastructure-lead", readings(), org.scenario().now()))
                .isEmpty();
    }

    @Test
    void a_service_account_is_a_member_and_not_human() {
        assertThat(standing(org.actor("soar")).member()).isTrue();
        assertThat(standing(org.actor("soar")).human()).isFalse();
        assertThat(standing(org.actor("judith")).human()).isTrue();
    }

    @Test
    void standing_names_the_charter_it_is_judged_by() {
        assertThat(standing(org.actor("lucia")).charter()).isEqualTo(org.version());
    }

    @Test
    void whoever_may_speak_for_a_role_is_found_in_the_order_of_the_charter() {
        assertThat(authority.inRole("ciso", readings(), org.scenario().now()))
                .containsExactly(org.id("marcus"), org.id("dana"));
        assertThat(authority.inRole("wizard", readings(), org.scenario().now())).isEmpty();
    }

    @Test
    void whoever_left_is_a_stranger_and_nobody_asks_them() {
        org.scenario().give(new PeopleCommand.Remove(org.id("marcus"), "Moved on."));

        assertThat(standing(org.actor("marcus"))).isEqualTo(Standing.STRANGER);
        assertThat(authority.inRole("ciso", readings(), org.scenario().now())).containsExactly(org.id("dana"));
        assertThat(authority.withRight(
                        "charter.approve", readings(), org.scenario().now()))
                .doesNotContain(org.id("marcus"));
    }

    @Test
    void whoever_is_signed_out_is_a_stranger() {
        Actor.Responder marcus = org.actor("marcus");
        assertThat(authority.clearance(marcus, readings(), org.scenario().now()))
                .isEqualTo(Clearance.GENERAL);

        org.scenario().give(new PeopleCommand.EndSession(marcus.session(), "Lost phone."));
        assertThat(standing(marcus)).isEqualTo(Standing.STRANGER);
        assertThat(authority.clearance(marcus, readings(), org.scenario().now()))
                .isEqualTo(Clearance.NONE);
    }

    @Test
    void counsel_of_a_partner_is_a_stranger_when_the_engagement_is_over() {
        assertThat(standing(org.actor("judith")).member()).isTrue();

        org.scenario()
                .give(new PeopleCommand.SetEngagement(
                        Actors.id("Hale & Moreno"), Optional.empty(), "Conflict of interest."));
        assertThat(standing(org.actor("judith"))).isEqualTo(Standing.STRANGER);
    }

    @Test
    void a_person_in_a_session_of_another_is_a_stranger() {
        Id marcus = org.id("marcus");
        Actor.Responder borrowed = Actors.responder(org.id("lucia"), Actors.id("marcus's session"), "operator");

        assertThat(standing(borrowed)).isEqualTo(Standing.STRANGER);
        assertThat(standing(Actors.responder(marcus, Actors.id("no session")))).isEqualTo(Standing.STRANGER);
    }

    @Test
    void time_alone_makes_strangers() {
        org.scenario().after(Duration.ofDays(30));

        assertThat(standing(org.actor("marcus"))).isEqualTo(Standing.STRANGER);
    }

    private Standing standing(Actor.Responder actor) {
        return authority.standing(actor, readings(), org.scenario().now());
    }

    private Readings readings() {
        return org.scenario().engine().published(StreamId.ORGANISATION).snapshot();
    }
}
